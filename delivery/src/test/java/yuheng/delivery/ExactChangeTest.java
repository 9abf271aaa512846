package yuheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.District;
import yuheng.facts.Figure;
import yuheng.facts.Journal;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// Each figure of the bulletin is changed in turn: the sentences, cells and points that are bound
/// to it change and no others, by the bulletin's own evidence and, apart from that, in the bytes of
/// the Word document.
///
/// District figures and tasks are made up for the test, so that every kind of sentence is there.
class ExactChangeTest {
  private static final String SERIES = "gross-output-above-scale";
  private static final Period YEAR = Period.year(2012);

  @TempDir private Path folder;

  /// A sentence, a cell or a point.
  ///
  /// @param block the paragraph, table or chart that it stands in
  /// @param bound figures that its number was read from or computed of
  /// @param weighed figures that chose its words
  private record Piece(String block, String text, Set<String> bound, Set<String> weighed) {}

  @Test
  void aChangedFigureChangesWhatIsBoundToItAndNothingElse() throws IOException {
    Chongqing city = withDistricts();
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      Breakdowns breakdowns = withTasks(city, journal);
      Bulletin before = bulletin(city, breakdowns);
      Map<String, Piece> pieces = pieces(before);
      Map<String, String> document = document(before);
      var used = new TreeSet<String>();
      pieces.values().forEach(piece -> used.addAll(piece.bound));
      pieces.values().forEach(piece -> used.addAll(piece.weighed));
      assertThat(used).hasSizeGreaterThan(35);
      Path file = folder.resolve("plan/data/official.csv");
      List<String> lines = Files.readAllLines(file);
      int changed = 0;
      for (Figure figure : city.figures().all()) {
        int line = line(figure) - 1;
        if (!used.contains(figure.id()) && line % 101 != 0) {
          continue; // of figures that are not used, some
        }
        var edited = new ArrayList<>(lines);
        edited.set(line, changed(lines.get(line)));
        Files.write(file, edited);
        Chongqing then = Chongqing.withFigures(city.plan());
        String other = sameLine(then, line + 1).id();
        Bulletin after = bulletin(then, breakdowns);
        Set<String> blocks = holds(figure, other, pieces, pieces(after));
        holdsInBytes(figure, blocks, document, document(after));
        changed++;
      }
      assertThat(changed).isGreaterThan(40);
    }
  }

  private static Bulletin bulletin(Chongqing city, Breakdowns breakdowns) {
    return Bulletin.of(city.plan(), city.figures(), breakdowns, Chongqing.SEPTEMBER, List.of());
  }

  /// The package with figures of nine districts.
  private Chongqing withDistricts() throws IOException {
    Path plan = folder.resolve("plan");
    Chongqing city = Chongqing.copiedTo(plan);
    var lines = new ArrayList<String>();
    for (District one : districts(city).subList(0, 9)) {
      lines.add(
          "%s,%s,2012-01..2012-09,%d.5,亿元,,2012-10-25,stated,2026-11-24,press,made up for the test,"
              .formatted(SERIES, one.code(), 97 + lines.size() * 37));
    }
    Files.write(plan.resolve("data/official.csv"), lines, StandardOpenOption.APPEND);
    return Chongqing.read(plan);
  }

  private static List<District> districts(Chongqing city) {
    return city.figures().districts().values().stream()
        .filter(one -> one.standsOn(LocalDate.of(2012, 1, 1)))
        .toList();
  }

  /// The same task for every district, but for the first.
  private static Breakdowns withTasks(Chongqing city, Journal journal) {
    Breakdowns breakdowns = Breakdowns.of(city.plan(), journal);
    var rows = new LinkedHashMap<String, Breakdown.Row>();
    for (District one : districts(city)) {
      rows.put(
          one.code(),
          new Breakdown.Row(new BigDecimal(rows.isEmpty() ? "4000" : "300"), Optional.empty()));
    }
    var whole = new Breakdown.Whole(new BigDecimal("15100"), new Words("测试", "for the test"));
    var tasks =
        new Breakdown(
            new Breakdown.Key("gross-output", Dimension.DISTRICTS, YEAR),
            Objects.requireNonNull(city.plan().targets().get("gross-output")).indicator().unit(),
            rows,
            Optional.of(whole),
            new Breakdown.Origin.Official("测试文件"),
            Optional.empty(),
            YEAR.start(),
            Optional.of(SERIES));
    assertThat(breakdowns.save("li", tasks, 0)).isInstanceOf(Breakdowns.Saved.Kept.class);
    return breakdowns;
  }

  private static Map<String, Piece> pieces(Bulletin bulletin) {
    var pieces = new LinkedHashMap<String, Piece>();
    bulletin
        .blocks()
        .forEach(
            block -> {
              switch (block) {
                case Bulletin.Paragraph paragraph ->
                    paragraph
                        .sentences()
                        .forEach(one -> pieces.put("sentence " + one.id(), piece(paragraph, one)));
                case Bulletin.Table table -> cells(table, pieces);
                case Bulletin.Chart chart -> points(chart, pieces);
              }
            });
    return pieces;
  }

  private static Piece piece(Bulletin.Paragraph paragraph, Sentence one) {
    return new Piece(
        paragraph.id(), one.text(Language.ZH) + one.text(Language.EN), one.shown(), one.weighed());
  }

  /// A row is known by its first words, wherever it stands.
  private static void cells(Bulletin.Table table, Map<String, Piece> pieces) {
    int name = table.head().getFirst().number() ? 1 : 0;
    for (List<Bulletin.Cell> row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        Bulletin.Cell cell = row.get(i);
        pieces.put(
            "cell %s %s %d".formatted(table.id(), row.get(name).text().zh(), i),
            new Piece(
                table.id(),
                cell.text().toString(),
                cell.bound().map(bound -> Set.copyOf(bound.figures())).orElse(Set.of()),
                cell.weighed()));
      }
    }
  }

  private static void points(Bulletin.Chart chart, Map<String, Piece> pieces) {
    for (Bulletin.Line line : chart.lines()) {
      for (int i = 0; i < line.points().size(); i++) {
        Bulletin.Point point = line.points().get(i);
        pieces.put(
            "point %s %s %s"
                .formatted(chart.id(), line.name().zh(), chart.categories().get(i).zh()),
            new Piece(
                chart.id(), point.value().orElse("—"), Set.copyOf(point.figures()), Set.of()));
      }
    }
  }

  /// By evidence; gives the blocks that may change.
  private static Set<String> holds(
      Figure figure, String other, Map<String, Piece> before, Map<String, Piece> after) {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    var blocks = new TreeSet<String>();
    for (String key : keys) {
      Optional<Piece> was = Optional.ofNullable(before.get(key));
      Optional<Piece> is = Optional.ofNullable(after.get(key));
      boolean changed = !was.map(Piece::text).equals(is.map(Piece::text));
      boolean must = was.filter(one -> one.bound.contains(figure.id())).isPresent();
      boolean may = must || rests(was, figure.id()) || rests(is, other);
      if (must) {
        assertThat(changed).as("%s is bound to %s: %s", key, figure, was).isTrue();
      }
      if (changed) {
        assertThat(may).as("%s changed with %s: %s → %s", key, figure, was, is).isTrue();
      }
      if (may) {
        was.ifPresent(one -> blocks.add(one.block));
        is.ifPresent(one -> blocks.add(one.block));
      }
    }
    return blocks;
  }

  private static boolean rests(Optional<Piece> piece, String figure) {
    return piece
        .filter(one -> one.bound.contains(figure) || one.weighed.contains(figure))
        .isPresent();
  }

  /// In the Word document, block by block: what may not change has the very same bytes.
  private static void holdsInBytes(
      Figure figure, Set<String> may, Map<String, String> before, Map<String, String> after) {
    var ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    assertThat(
            ids.stream()
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .collect(Collectors.toSet()))
        .as("blocks of the document that changed with %s", figure)
        .isSubsetOf(may);
  }

  /// The XML of each block of the Word document, by the block's id.
  private static Map<String, String> document(Bulletin bulletin) throws IOException {
    byte[] bytes = new DocxWriter(bulletin, Language.ZH).write();
    var blocks = new HashMap<String, String>();
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<IBodyElement> body = document.getBodyElements();
      List<XWPFChart> charts = document.getCharts();
      int drawn = 0;
      int at = 0;
      for (Bulletin.Section section : bulletin.sections()) {
        String heading = section.number() + "、" + section.heading().zh();
        at = after(body, at, heading);
        for (Bulletin.Block block : section.blocks()) {
          int end =
              at
                  + switch (block) {
                    case Bulletin.Paragraph _ -> 1;
                    case Bulletin.Table _ -> 3;
                    case Bulletin.Chart chart -> chart.left().isPresent() ? 3 : 2;
                  };
          var xml = new StringBuilder();
          body.subList(at, end).forEach(one -> xml.append(xml(one)));
          if (block instanceof Bulletin.Chart) {
            xml.append(charts.get(drawn++).getCTChart().xmlText());
          }
          blocks.put(block.id(), xml.toString());
          at = end;
        }
      }
      assertThat(drawn).isEqualTo(charts.size());
    }
    return blocks;
  }

  private static int after(List<IBodyElement> body, int from, String heading) {
    for (int i = from; i < body.size(); i++) {
      if (body.get(i) instanceof XWPFParagraph paragraph && paragraph.getText().equals(heading)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no heading " + heading);
  }

  private static String xml(IBodyElement element) {
    return switch (element) {
      case XWPFParagraph paragraph -> paragraph.getCTP().xmlText();
      case XWPFTable table -> table.getCTTbl().xmlText();
      default -> throw new IllegalStateException("something else in the body: " + element);
    };
  }

  private static int line(Figure figure) {
    return figure.origin() instanceof Figure.Origin.InFile(int line) ? line : -1;
  }

  private static Figure sameLine(Chongqing city, int line) {
    return city.figures().all().stream().filter(one -> line(one) == line).findFirst().orElseThrow();
  }

  /// Another value and, where one is printed, another growth.
  private static String changed(String line) {
    String[] cells = line.split(",", -1);
    cells[3] =
        new BigDecimal(cells[3])
            .multiply(new BigDecimal("1.37"))
            .add(BigDecimal.TWO)
            .toPlainString();
    if (!cells[5].isBlank()) {
      cells[5] = new BigDecimal(cells[5]).add(new BigDecimal("7.1")).toPlainString();
    }
    return String.join(",", cells);
  }
}
