package yuheng.delivery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import yuheng.facts.Breakdowns;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// The monthly analysis of how a strategy fares (月度分析), as a document whose numbers are bound.
///
/// @param title the strategy's name
/// @param subtitle what it is and of which month
/// @param mark how far it has come, printed under the title; empty once it is signed
/// @param month no figure about a later month is in it
/// @param knownOn no figure heard later is in it
/// @param notes how it was made: bounds of its words, what was known
public record Bulletin(
    Words title,
    Words subtitle,
    Optional<Words> mark,
    Words issuer,
    YearMonth month,
    LocalDate knownOn,
    List<Section> sections,
    List<Words> notes) {
  public Bulletin {
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
  }

  /// Writes the bulletin of a month from what was known on a day.
  ///
  /// @param breakdowns how targets came down
  /// @param duties the register as it is listed in the last section
  public static Bulletin of(
      Plan plan,
      OfficialFigures figures,
      Breakdowns breakdowns,
      Question question,
      List<Duty> duties) {
    return new BulletinWriter(Material.of(plan, figures, breakdowns, question, duties)).write();
  }

  /// 一、总体情况.
  ///
  /// @param number `一`, `二`
  public record Section(String id, String number, Words heading, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /// What stands in a section.
  public sealed interface Block {
    /// Stable from month to month.
    String id();
  }

  /// Sentences that follow each other.
  public record Paragraph(String id, List<Sentence> sentences) implements Block {
    public Paragraph {
      sentences = List.copyOf(sentences);
    }
  }

  /// A table, its head repeated on each page.
  public record Table(String id, Words title, List<Column> head, List<List<Cell>> rows)
      implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// A column of a table.
  ///
  /// @param number its cells are set right
  /// @param width share of the table's width, in percent
  public record Column(Words name, boolean number, int width) {}

  /// A cell of a table; bound where it shows a number that was measured.
  public record Cell(Words text, Optional<Bound> bound, SortedSet<String> weighed) {
    public Cell {
      weighed = Collections.unmodifiableSortedSet(new TreeSet<>(weighed));
    }

    static Cell plain(Words text) {
      return new Cell(text, Optional.empty(), new TreeSet<>());
    }

    static Cell plain(String zh, String en) {
      return plain(new Words(zh, en));
    }

    static Cell of(Bound bound) {
      return new Cell(bound.shown(), Optional.of(bound), new TreeSet<>());
    }
  }

  /// A chart with the numbers it draws.
  ///
  /// @param unit of all its numbers
  /// @param categories along its axis
  /// @param left what could not be drawn and why
  public record Chart(
      String id,
      Kind kind,
      Words title,
      Words unit,
      List<Words> categories,
      List<Line> lines,
      Optional<Words> left)
      implements Block {
    public Chart {
      categories = List.copyOf(categories);
      lines = List.copyOf(lines);
    }

    /// The chart as an SVG element; its page says the colours.
    public String svg(Language language) {
      return Drawing.of(this, language).svg(title.in(language));
    }

    /// How it is drawn.
    public enum Kind {
      /// Bars from zero.
      BAR,
      /// Points joined by lines.
      LINE
    }
  }

  /// One row of numbers of a chart.
  ///
  /// @param dashed it is asked, not measured
  /// @param points as many as the chart has categories
  public record Line(Words name, boolean dashed, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /// A number of a chart, or a gap.
  ///
  /// @param value plain digits in the chart's unit; empty where nothing is known
  /// @param figures ids of the published figures it came from
  public record Point(Optional<String> value, List<String> figures) {
    /// Nothing is known.
    public static final Point GAP = new Point(Optional.empty(), List.of());

    public Point {
      figures = List.copyOf(figures);
    }
  }

  /// The month as people say it.
  public Words monthWords() {
    return BulletinWriter.month(month);
  }

  /// Every sentence, in order.
  public Stream<Sentence> sentences() {
    return blocks()
        .flatMap(
            block ->
                block instanceof Paragraph paragraph
                    ? paragraph.sentences().stream()
                    : Stream.empty());
  }

  /// Every block, in order.
  public Stream<Block> blocks() {
    return sections.stream().flatMap(section -> section.blocks().stream());
  }

  /// The same with each sentence replaced.
  Bulletin withSentences(UnaryOperator<Sentence> change) {
    return new Bulletin(
        title,
        subtitle,
        mark,
        issuer,
        month,
        knownOn,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.id(),
                        section.number(),
                        section.heading(),
                        section.blocks().stream().map(block -> changed(block, change)).toList()))
            .toList(),
        notes);
  }

  private static Block changed(Block block, UnaryOperator<Sentence> change) {
    return block instanceof Paragraph(String id, List<Sentence> sentences)
        ? new Paragraph(id, sentences.stream().map(change).toList())
        : block;
  }

  /// The same with another mark under its title.
  Bulletin marked(Optional<Words> other) {
    return new Bulletin(title, subtitle, other, issuer, month, knownOn, sections, notes);
  }

  /// Title and subtitle in one.
  String name(Language language) {
    return language == Language.ZH ? title.zh() + subtitle.zh() : title.en() + ": " + subtitle.en();
  }

  /// Every part with the figures it rests on: sentences, tables and charts.
  public List<Part> parts() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(Part::of)
        .toList();
  }

  /// A sentence, table or chart, and what it rests on.
  ///
  /// @param content the part itself; equal content is printed alike
  /// @param shown ids of figures whose values it prints, or numbers computed of them
  /// @param weighed ids of figures that chose its words or its order
  public record Part(
      String id, Object content, SortedSet<String> shown, SortedSet<String> weighed) {
    private static Stream<Part> of(Block block) {
      return switch (block) {
        case Paragraph paragraph ->
            paragraph.sentences().stream()
                .map(one -> new Part(one.id(), one, one.shown(), one.weighed()));
        case Table table -> Stream.of(of(table));
        case Chart chart -> {
          var shown = new TreeSet<String>();
          chart
              .lines()
              .forEach(line -> line.points().forEach(point -> shown.addAll(point.figures())));
          yield Stream.of(new Part(chart.id(), chart, shown, new TreeSet<>()));
        }
      };
    }

    private static Part of(Table table) {
      var shown = new TreeSet<String>();
      var weighed = new TreeSet<String>();
      for (List<Cell> row : table.rows()) {
        for (Cell cell : row) {
          cell.bound().ifPresent(bound -> shown.addAll(bound.figures()));
          weighed.addAll(cell.weighed());
        }
      }
      return new Part(table.id(), table, shown, weighed);
    }
  }
}
