package yuheng.delivery;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Column;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Section;
import yuheng.delivery.Bulletin.Table;
import yuheng.delivery.Drawing.Mark;
import yuheng.terms.Language;

/// A bulletin as a page to be printed, after GB/T 9704—2012 (党政机关公文格式): A4, type area 156 mm by 225
/// mm (§5.2), title in No. 2 (22 pt), text in No. 3 (16 pt), 22 lines a page (§5.2.3).
final class BulletinHtml {
  private final Bulletin bulletin;
  private final Language language;
  private final SequencedMap<String, Drawing> drawings;
  private final StringBuilder page = new StringBuilder();

  /// @param drawings filled with the drawing of each chart, by the name under which it is placed
  BulletinHtml(Bulletin bulletin, Language language, SequencedMap<String, Drawing> drawings) {
    this.bulletin = bulletin;
    this.language = language;
    this.drawings = drawings;
  }

  String page(String style) {
    String title = escaped(bulletin.name(language));
    page.append("<html lang=\"%s\"><head><title>%s</title>".formatted(code(), title));
    page.append("<meta name=\"description\" content=\"%s\"/>".formatted(title));
    page.append("<bookmarks>");
    for (Section section : bulletin.sections()) {
      page.append("<bookmark name=\"%s\" href=\"#%s\"/>".formatted(heading(section), section.id()));
    }
    page.append("</bookmarks><style>").append(style).append("</style></head><body>");
    page.append(
        "<h1>%s<br/>%s</h1>"
            .formatted(
                escaped(bulletin.title().in(language)), escaped(bulletin.subtitle().in(language))));
    bulletin
        .mark()
        .ifPresent(
            mark -> page.append("<p class=\"mark\">%s</p>".formatted(escaped(mark.in(language)))));
    String issuer = escaped(bulletin.issuer().in(language));
    String month = BulletinWriter.month(bulletin.month()).in(language);
    page.append("<p class=\"issuer\">%s　%s</p>".formatted(issuer, month));
    for (Section section : bulletin.sections()) {
      page.append("<h2 id=\"%s\">%s</h2>".formatted(section.id(), heading(section)));
      section.blocks().forEach(this::block);
    }
    page.append("<div class=\"sign\"><p>%s</p><p>%s</p></div>".formatted(issuer, day()));
    page.append("<div class=\"notes\"><p>%s</p>".formatted(t("附注", "Notes")));
    bulletin.notes().forEach(note -> paragraph(note.in(language)));
    page.append("</div></body></html>");
    return page.toString();
  }

  private String code() {
    return language == Language.ZH ? "zh-CN" : "en";
  }

  private String t(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  /// The day as official documents write it, without leading zeros (§7.3.5.4).
  private String day() {
    return t(
        "%d年%d月%d日"
            .formatted(
                bulletin.knownOn().getYear(),
                bulletin.knownOn().getMonthValue(),
                bulletin.knownOn().getDayOfMonth()),
        bulletin.knownOn().toString());
  }

  private String heading(Section section) {
    int number = bulletin.sections().indexOf(section) + 1;
    return escaped(t(section.number() + "、", number + ". ") + section.heading().in(language));
  }

  private void paragraph(String text) {
    page.append("<p>").append(escaped(text)).append("</p>");
  }

  private void block(Block block) {
    switch (block) {
      case Paragraph paragraph -> {
        String between = t("", " ");
        paragraph(
            String.join(
                between, paragraph.sentences().stream().map(one -> one.text(language)).toList()));
      }
      case Table table -> table(table);
      case Chart chart -> chart(chart);
    }
  }

  private void table(Table table) {
    page.append("<p class=\"caption\">%s</p>".formatted(escaped(table.title().in(language))));
    page.append("<table><colgroup>");
    table
        .head()
        .forEach(column -> page.append("<col style=\"width:%d%%\"/>".formatted(column.width())));
    page.append("</colgroup><thead><tr>");
    for (Column column : table.head()) {
      page.append("<th scope=\"col\">%s</th>".formatted(escaped(column.name().in(language))));
    }
    page.append("</tr></thead><tbody>");
    for (List<Cell> row : table.rows()) {
      page.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String kind = table.head().get(i).number() ? " class=\"number\"" : "";
        page.append("<td%s>%s</td>".formatted(kind, escaped(row.get(i).text().in(language))));
      }
      page.append("</tr>");
    }
    page.append("</tbody></table>");
  }

  private void chart(Chart chart) {
    Drawing drawing = Drawing.of(chart, language);
    drawings.put(chart.id(), drawing);
    String title = escaped(chart.title().in(language));
    page.append("<div class=\"figure\"><p class=\"caption\">%s</p>".formatted(title));
    page.append(
        "<div class=\"plot\" style=\"width:%spt;height:%spt\">"
            .formatted(Drawing.n(Drawing.WIDTH), Drawing.n(drawing.height())));
    page.append(
        ("<object type=\"%s\" data=\"%s\" title=\"%s\" alt=\"%s\""
                + " style=\"width:%spt;height:%spt\"></object>")
            .formatted(
                PdfWriter.CHART,
                chart.id(),
                title,
                title,
                Drawing.n(Drawing.WIDTH),
                Drawing.n(drawing.height())));
    for (Mark mark : drawing.marks()) {
      if (mark instanceof Mark.Label label) {
        label(label);
      }
    }
    page.append("</div>");
    chart
        .left()
        .ifPresent(
            left -> page.append("<p class=\"left\">%s</p>".formatted(escaped(left.in(language)))));
    page.append("</div>");
  }

  /// A box 120 points wide around the place, so that its text can be set left, middle or right.
  private void label(Mark.Label label) {
    double left = label.x() - (label.anchor() < 0 ? 0 : label.anchor() > 0 ? 120 : 60);
    page.append(
        "<span class=\"label\" style=\"left:%spt;top:%spt;text-align:%s\">%s</span>"
            .formatted(
                Drawing.n(left),
                Drawing.n(label.y() - 9),
                Map.of(-1, "left", 0, "center", 1, "right").get(label.anchor()),
                escaped(label.text())));
  }

  private static String escaped(String text) {
    return Drawing.escaped(text);
  }
}
