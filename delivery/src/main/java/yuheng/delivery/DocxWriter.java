package yuheng.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Column;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Section;
import yuheng.delivery.Bulletin.Table;
import yuheng.delivery.DocxLook.Face;
import yuheng.terms.Language;

/// Writes a bulletin as a Word document with native charts; the same bulletin is the same bytes.
///
/// Page and type after GB/T 9704—2012 (党政机关公文格式): A4, margins 37, 26, 35 and 28 mm (§5.2.1), title
/// in 2号小标宋, headings 黑体 and text 仿宋 in 3号, 22 lines a page (§5.2.2–5.2.3), page number in 4号
/// between dashes (§7.5).
final class DocxWriter {
  private static final BigInteger WIDTH = twips(210);
  private static final BigInteger HEIGHT = twips(297);
  private static final int TYPE_AREA = twips(156).intValue();
  private static final int CELL_MARGIN = 60;

  private final Bulletin bulletin;
  private final Language language;
  private final DocxLook look;

  DocxWriter(Bulletin bulletin, Language language) {
    this.bulletin = bulletin;
    this.language = language;
    this.look = new DocxLook(language);
  }

  private static BigInteger twips(int millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
  }

  byte[] write() {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      page(document);
      look.fonts(document);
      title(document);
      for (Section section : bulletin.sections()) {
        section(document, section);
      }
      end(document);
      properties(document);
      document.write(bytes);
      return SteadyZip.of(bytes.toByteArray(), bulletin.knownOn());
    } catch (IOException | InvalidFormatException broken) {
      throw new UncheckedIOException(
          broken instanceof IOException io ? io : new IOException(broken));
    }
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(WIDTH);
    size.setH(HEIGHT);
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(twips(37));
    margins.setRight(twips(26));
    margins.setBottom(twips(35));
    margins.setLeft(twips(28));
    margins.setHeader(twips(15));
    margins.setFooter(twips(25));
    margins.setGutter(BigInteger.ZERO);
    XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    footer.setAlignment(ParagraphAlignment.CENTER);
    DocxLook.run(footer, Face.PAGE, "— ");
    DocxLook.pageNumber(footer);
    DocxLook.run(footer, Face.PAGE, " —");
  }

  private void title(XWPFDocument document) {
    XWPFParagraph title = look.paragraph(document, Face.TITLE);
    DocxLook.run(title, Face.TITLE, bulletin.title().in(language));
    title.createRun().addBreak();
    DocxLook.run(title, Face.TITLE, bulletin.subtitle().in(language));
    if (bulletin.mark().isPresent()) {
      XWPFParagraph mark = look.paragraph(document, Face.MARK);
      DocxLook.run(mark, Face.MARK, bulletin.mark().get().in(language));
    }
    XWPFParagraph issuer = look.paragraph(document, Face.ISSUER);
    DocxLook.run(
        issuer,
        Face.ISSUER,
        bulletin.issuer().in(language) + "　" + BulletinWriter.month(bulletin.month()).in(language));
  }

  private void section(XWPFDocument document, Section section)
      throws IOException, InvalidFormatException {
    XWPFParagraph heading = look.paragraph(document, Face.HEADING);
    int number = bulletin.sections().indexOf(section) + 1;
    DocxLook.run(
        heading,
        Face.HEADING,
        (language == Language.ZH ? section.number() + "、" : number + ". ")
            + section.heading().in(language));
    for (Block block : section.blocks()) {
      switch (block) {
        case Paragraph paragraph -> paragraph(document, paragraph);
        case Table table -> table(document, table);
        case Chart chart -> chart(document, chart);
      }
    }
  }

  private void paragraph(XWPFDocument document, Paragraph block) {
    XWPFParagraph paragraph = look.paragraph(document, Face.TEXT);
    String between = language == Language.ZH ? "" : " ";
    DocxLook.run(
        paragraph,
        Face.TEXT,
        String.join(between, block.sentences().stream().map(one -> one.text(language)).toList()));
  }

  private void chart(XWPFDocument document, Chart chart)
      throws IOException, InvalidFormatException {
    caption(document, chart.title().in(language));
    XWPFParagraph place = look.paragraph(document, Face.FIGURE);
    new DocxChart(document, chart, language).draw(place.createRun());
    chart
        .left()
        .ifPresent(
            left ->
                DocxLook.run(look.paragraph(document, Face.NOTE), Face.NOTE, left.in(language)));
  }

  private void caption(XWPFDocument document, String text) {
    DocxLook.run(look.paragraph(document, Face.CAPTION), Face.CAPTION, text);
  }

  private void table(XWPFDocument document, Table block) {
    caption(document, block.title().in(language));
    List<Column> head = block.head();
    XWPFTable table = document.createTable(1 + block.rows().size(), head.size());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(TYPE_AREA);
    table.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    XWPFTableRow first = table.getRow(0);
    first.setRepeatHeader(true);
    first.setCantSplitRow(true);
    for (int i = 0; i < head.size(); i++) {
      cell(first, i, head.get(i), head.get(i).name().in(language), Face.HEAD);
    }
    for (int row = 0; row < block.rows().size(); row++) {
      List<Cell> cells = block.rows().get(row);
      table.getRow(row + 1).setCantSplitRow(true);
      for (int i = 0; i < cells.size(); i++) {
        cell(
            table.getRow(row + 1),
            i,
            head.get(i),
            cells.get(i).text().in(language),
            head.get(i).number() ? Face.NUMBER : Face.CELL);
      }
    }
    look.paragraph(document, Face.GAP);
  }

  private void cell(XWPFTableRow row, int place, Column column, String text, Face type) {
    XWPFTableCell cell = row.getCell(place);
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(Integer.toString(TYPE_AREA * column.width() / 100));
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    look.shape(paragraph, type);
    DocxLook.run(paragraph, type, text);
  }

  private void end(XWPFDocument document) {
    XWPFParagraph issuer = look.paragraph(document, Face.SIGN);
    issuer.setSpacingBefore(DocxLook.LINE);
    DocxLook.run(issuer, Face.SIGN, bulletin.issuer().in(language));
    XWPFParagraph day = look.paragraph(document, Face.SIGN);
    DocxLook.run(
        day,
        Face.SIGN,
        language == Language.ZH
            ? "%d年%d月%d日"
                .formatted(
                    bulletin.knownOn().getYear(),
                    bulletin.knownOn().getMonthValue(),
                    bulletin.knownOn().getDayOfMonth())
            : bulletin.knownOn().toString());
    XWPFParagraph notes = look.paragraph(document, Face.NOTE);
    notes.setSpacingBefore(DocxLook.LINE);
    DocxLook.run(notes, Face.NOTE, language == Language.ZH ? "附注" : "Notes");
    bulletin
        .notes()
        .forEach(
            note ->
                DocxLook.run(look.paragraph(document, Face.NOTE), Face.NOTE, note.in(language)));
  }

  private void properties(XWPFDocument document) throws InvalidFormatException {
    var core = document.getProperties().getCoreProperties();
    String day = bulletin.knownOn() + "T00:00:00Z";
    core.setTitle(bulletin.name(language));
    core.setCreator(bulletin.issuer().in(language));
    core.setCreated(Optional.of(SteadyZip.date(bulletin.knownOn())));
    core.setModified(day);
    core.setLastModifiedByUser(bulletin.issuer().in(language));
  }
}
