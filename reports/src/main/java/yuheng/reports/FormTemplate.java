package yuheng.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import yuheng.plan.Form;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// One report of one unit as the statistical form that people know. Hides POI.
final class FormTemplate {
  private static final int[] WIDTHS = {34, 22, 12, 20, 20, 20};
  private static final int CHARACTER = 256;
  private static final int LONGEST_REASON = 500;

  private final String plan;
  private final Form form;
  private final Period period;
  private final FormWorkbook.Known known;
  private final XSSFWorkbook book = new XSSFWorkbook();
  private final CellStyle plain = style(false, HorizontalAlignment.LEFT);
  private final CellStyle number = numbers(false);
  private final CellStyle input = numbers(true);
  private final CellStyle words = style(true, HorizontalAlignment.LEFT);
  private final CellStyle head = head();
  private int next;

  FormTemplate(String plan, Form form, Period period, FormWorkbook.Known known) {
    this.plan = plan;
    this.form = form;
    this.period = period;
    this.known = known;
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (book) {
      String name = form.words().zh();
      Sheet facts = book.createSheet(FormSheet.FACTS);
      Sheet sheet = book.createSheet(sheetName(name));
      facts(facts, sheet.getSheetName());
      book.setSheetHidden(0, true);
      book.setActiveSheet(1);
      book.setSelectedTab(1);
      fill(sheet);
      book.write(bytes);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static String sheetName(String name) {
    return org.apache.poi.ss.util.WorkbookUtil.createSafeSheetName(name);
  }

  private void facts(Sheet facts, String sheet) {
    line(facts, 0, List.of(FormSheet.MARK, FormSheet.LAYOUT));
    line(facts, 1, List.of("plan", plan));
    line(facts, 2, List.of("sheet", "form", "unit", "period", "version"));
    line(
        facts,
        FormSheet.FIRST_FACT,
        List.of(
            sheet,
            form.id(),
            Long.toString(known.unit().number()),
            period.toString(),
            Integer.toString(known.version())));
    facts.protectSheet("");
  }

  private static void line(Sheet sheet, int at, List<String> cells) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
    }
  }

  private void fill(Sheet sheet) {
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
    }
    title(sheet);
    label(sheet, new Words("表号", "Form"), form.id());
    label(sheet, new Words("制表机关", "Issued by"), form.source());
    label(sheet, new Words("填报单位", "Reporting unit"), known.name());
    label(sheet, new Words("单位代码", "Unit code"), known.code());
    Words about = form.about(period).words();
    label(sheet, FormSheet.PERIOD_LABEL, "%s %s".formatted(about.zh(), about.en()));
    label(
        sheet,
        new Words("填法", "How to fill it"),
        form.yearToDate()
            ? "流量填年初至报告期末累计，存量填期末数；填整数，白底格可填，带 * 的必填。"
                + "Flows: from January on; stocks: at the end. Whole numbers; white cells; * is"
                + " required."
            : "填整数，白底格可填，带 * 的必填。Whole numbers; white cells; * is required.");
    next++;
    heads(sheet);
    int first = next;
    for (int i = 0; i < form.items().size(); i++) {
      item(sheet, i);
    }
    sheet.createFreezePane(0, first);
    reasons(sheet);
    sheet.protectSheet("");
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setRepeatingRows(new CellRangeAddress(first - 1, first - 1, 0, FormSheet.COLUMNS - 1));
  }

  private void title(Sheet sheet) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(40);
    Cell cell = row.createCell(0);
    cell.setCellValue(FormSheet.both(form.words()));
    CellStyle style = book.createCellStyle();
    Font font = book.createFont();
    font.setBold(true);
    font.setFontHeightInPoints((short) 14);
    style.setFont(font);
    style.setWrapText(true);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    cell.setCellStyle(style);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, FormSheet.COLUMNS - 1));
  }

  private void label(Sheet sheet, Words label, String text) {
    Row row = sheet.createRow(next);
    row.createCell(0).setCellValue("%s %s".formatted(label.zh(), label.en()));
    row.createCell(1).setCellValue(text);
    sheet.addMergedRegion(new CellRangeAddress(next, next, 1, FormSheet.COLUMNS - 1));
    next++;
  }

  private void heads(Sheet sheet) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(32);
    List<Words> heads =
        List.of(
            new Words("指标名称", "Item"),
            FormSheet.CODE_HEAD,
            FormSheet.UNIT_HEAD,
            FormSheet.NOW_HEAD,
            FormSheet.PRIOR_HEAD,
            new Words("上期（参考）", "Last report (for reference)"));
    for (int i = 0; i < heads.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(FormSheet.both(heads.get(i)));
      cell.setCellStyle(head);
    }
  }

  private void item(Sheet sheet, int place) {
    Form.Item item = form.items().get(place);
    Row row = sheet.createRow(next);
    row.setHeightInPoints(30);
    String stock = item.time() == TimeShape.STOCK ? "（期末）" : "";
    cell(
        row,
        FormSheet.ITEM,
        FormSheet.both(
            new Words(
                item.words().zh() + stock + (item.required() ? " *" : ""),
                item.words().en() + (stock.isEmpty() ? "" : " (at the end)"))),
        plain);
    cell(row, FormSheet.CODE, item.id(), plain);
    cell(row, FormSheet.UNIT, item.unit().symbol(), plain);
    figure(
        row,
        FormSheet.NOW,
        known.now().map(one -> one.cells().now(place)).orElse(OptionalLong.empty()),
        input);
    figure(
        row,
        FormSheet.PRIOR,
        known.now().map(one -> one.cells().prior(place)).orElse(OptionalLong.empty()),
        item.prior() ? input : number);
    figure(
        row,
        FormSheet.BEFORE,
        known.before().map(one -> one.now(place)).orElse(OptionalLong.empty()),
        number);
    whole(sheet, item, FormSheet.NOW);
    if (item.prior()) {
      whole(sheet, item, FormSheet.PRIOR);
    }
    next++;
  }

  private static void cell(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private static void figure(Row row, int column, OptionalLong value, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    value.ifPresent(cell::setCellValue);
  }

  private void whole(Sheet sheet, Form.Item item, int column) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createIntegerConstraint(
                OperatorType.BETWEEN,
                item.signed() ? "-" + FormSheet.LARGEST : "0",
                Long.toString(FormSheet.LARGEST)),
            new CellRangeAddressList(next, next, column, column));
    validation.setShowErrorBox(true);
    validation.createErrorBox(
        "填整数 Whole number",
        "%s 以%s计，填%s整数。Whole %s only."
            .formatted(
                item.words().zh(),
                item.unit().symbol(),
                item.signed() ? "" : "不为负的",
                item.unit().english()));
    sheet.addValidationData(validation);
  }

  private void reasons(Sheet sheet) {
    List<Form.Check> soft = form.checks().stream().filter(one -> !one.hard()).toList();
    if (soft.isEmpty()) {
      return;
    }
    next++;
    Row row = sheet.createRow(next++);
    cell(
        row,
        0,
        "说明：下列情形出现时，请在右边写明原因。 Reasons: where one of these holds, write why beside it.",
        book.createCellStyle());
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (Form.Check check : soft) {
      Row line = sheet.createRow(next);
      line.setHeightInPoints(45);
      cell(line, FormSheet.ITEM, FormSheet.both(check.says()), plain);
      cell(line, FormSheet.CODE, FormSheet.REASON + check.id(), plain);
      cell(line, FormSheet.UNIT, "", plain);
      String before = known.now().map(one -> one.reasons().getOrDefault(check.id(), "")).orElse("");
      cell(line, FormSheet.NOW, before, words);
      cell(line, FormSheet.PRIOR, "", words);
      cell(line, FormSheet.BEFORE, "", words);
      sheet.addMergedRegion(new CellRangeAddress(next, next, FormSheet.NOW, FormSheet.COLUMNS - 1));
      sheet.addValidationData(
          helper.createValidation(
              helper.createTextLengthConstraint(
                  OperatorType.LESS_OR_EQUAL, Integer.toString(LONGEST_REASON), null),
              new CellRangeAddressList(next, next, FormSheet.NOW, FormSheet.NOW)));
      next++;
    }
  }

  private CellStyle style(boolean open, HorizontalAlignment alignment) {
    CellStyle style = book.createCellStyle();
    style.setLocked(!open);
    style.setWrapText(true);
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    if (!open) {
      style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private CellStyle numbers(boolean open) {
    CellStyle style = style(open, HorizontalAlignment.RIGHT);
    style.setDataFormat(book.createDataFormat().getFormat("#,##0"));
    return style;
  }

  private CellStyle head() {
    CellStyle style = style(false, HorizontalAlignment.CENTER);
    Font font = book.createFont();
    font.setBold(true);
    style.setFont(font);
    return style;
  }
}
