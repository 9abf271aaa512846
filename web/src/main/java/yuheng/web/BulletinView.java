package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yuheng.delivery.Bound;
import yuheng.delivery.Bulletin;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Table;
import yuheng.delivery.Sentence;
import yuheng.delivery.Sentence.Run;
import yuheng.facts.Listing;

/// A bulletin as its page shows it: every number a link to its evidence.
final class BulletinView {
  private final Bulletin bulletin;
  private final Asked asked;
  private int tables;

  /// @param asked what the evidence is asked: the bulletin's month and the day it is known on
  BulletinView(Bulletin bulletin, Asked asked) {
    this.bulletin = bulletin;
    this.asked = asked;
  }

  /// A section with its heading.
  record Section(String id, String heading, List<Part> parts) {}

  /// A paragraph, a table or a chart; the others are empty.
  record Part(List<Line> lines, List<Grid> grids, List<Picture> pictures) {}

  /// A sentence.
  ///
  /// @param id for anchors and forms
  /// @param editable its words with numbers in brackets
  /// @param edited who changed it; empty when nobody did
  /// @param unbound numbers typed by hand
  /// @param outdated the generated words changed since it was edited
  record Line(
      String id,
      List<Piece> pieces,
      String editable,
      String edited,
      List<String> unbound,
      boolean outdated) {}

  /// Words, or a number with its evidence and its period.
  record Piece(String text, String href, String about) {}

  /// A table.
  ///
  /// @param links to it in other forms
  record Grid(String title, List<Head> head, List<List<Field>> rows, Exports.Links links) {}

  /// The head of a column.
  record Head(String name, boolean number) {}

  /// A cell.
  record Field(String text, String href, boolean number) {}

  /// A chart as SVG, and its numbers as rows for those who cannot see it.
  record Picture(
      String title,
      String svg,
      String left,
      List<String> head,
      List<List<String>> rows,
      Exports.Links links) {}

  List<Section> sections() {
    var sections = new ArrayList<Section>();
    for (Bulletin.Section section : bulletin.sections()) {
      int number = sections.size() + 1;
      sections.add(
          new Section(
              section.id(),
              asked.t(section.number() + "、", number + ". ") + asked.t(section.heading()),
              section.blocks().stream().map(this::part).toList()));
    }
    return sections;
  }

  private Part part(Block block) {
    return switch (block) {
      case Paragraph paragraph ->
          new Part(paragraph.sentences().stream().map(this::line).toList(), List.of(), List.of());
      case Table table -> new Part(List.of(), List.of(grid(table)), List.of());
      case Chart chart -> new Part(List.of(), List.of(), List.of(picture(chart)));
    };
  }

  private Line line(Sentence sentence) {
    return new Line(
        sentence.id(),
        sentence.runs(asked.language()).stream().map(this::piece).toList(),
        sentence.editable(asked.language()),
        sentence
            .edit()
            .filter(edit -> edit.language() == asked.language())
            .map(Sentence.Edit::by)
            .orElse(""),
        sentence.unbound(asked.language()),
        sentence.outdated());
  }

  private Piece piece(Run run) {
    return switch (run) {
      case Run.Plain plain -> new Piece(plain.text(), "", "");
      case Run.Tied tied -> new Piece(tied.text(), href(tied.bound()), tied.bound().about());
    };
  }

  private String href(Bound bound) {
    String id = bound.evidence().id();
    return switch (bound.evidence().kind()) {
      case FIGURE -> asked.href("/figures/" + id);
      case TARGET -> asked.href("/targets/" + id);
      case STATE -> asked.href("/targets", Map.of("state", id));
      case DISTRICTS -> asked.href("/districts");
      case BREAKDOWN -> asked.href("/breakdowns/" + id);
      case RANKING -> asked.href("/standing", Map.of("target", id));
    };
  }

  private Grid grid(Table table) {
    var rows = new ArrayList<List<Field>>();
    for (List<Cell> row : table.rows()) {
      var fields = new ArrayList<Field>();
      for (int i = 0; i < row.size(); i++) {
        Cell cell = row.get(i);
        fields.add(
            new Field(
                asked.t(cell.text()),
                cell.bound().map(this::href).orElse(""),
                table.head().get(i).number()));
      }
      rows.add(fields);
    }
    return new Grid(
        asked.t(table.title()),
        table.head().stream()
            .map(column -> new Head(asked.t(column.name()), column.number()))
            .toList(),
        rows,
        links());
  }

  private Exports.Links links() {
    tables++;
    String page = "/bulletins/" + bulletin.month();
    return Exports.Links.under(asked, page + "/tables/" + tables, asked.href(page));
  }

  /// The tables and the numbers of the charts, in the order of the text.
  static List<Listing> tables(List<Section> sections) {
    var tables = new ArrayList<Listing>();
    for (Section section : sections) {
      for (Part part : section.parts) {
        part.grids.forEach(
            grid ->
                tables.add(
                    new Listing(
                        grid.title,
                        grid.head.stream().map(Head::name).toList(),
                        grid.rows.stream()
                            .map(row -> row.stream().map(Field::text).toList())
                            .toList())));
        part.pictures.forEach(
            picture -> tables.add(new Listing(picture.title, picture.head, picture.rows)));
      }
    }
    return tables;
  }

  private Picture picture(Chart chart) {
    var head = new ArrayList<String>();
    head.add(asked.t("单位：", "unit: ") + asked.t(chart.unit()));
    chart.lines().forEach(line -> head.add(asked.t(line.name())));
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < chart.categories().size(); i++) {
      var row = new ArrayList<String>();
      row.add(asked.t(chart.categories().get(i)));
      for (Bulletin.Line line : chart.lines()) {
        row.add(line.points().get(i).value().orElse("—"));
      }
      rows.add(row);
    }
    return new Picture(
        asked.t(chart.title()),
        chart.svg(asked.language()),
        chart.left().map(asked::t).orElse(""),
        head,
        rows,
        links());
  }
}
