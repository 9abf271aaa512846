package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Fault;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// A template that is filled and brought back says what was filled, and what is taken along says it
/// again.
class FilledTemplateTest {
  private static final Form OUTPUT = KnownUnits.OUTPUT;
  private static final Period SEPTEMBER = Period.of("2012-09");

  @TempDir private Path folder;

  private static FormWorkbook.Known unfilled(RegisterUnit unit) {
    return new FormWorkbook.Known(unit, Optional.empty(), Optional.empty());
  }

  private static byte[] template(KnownUnits units, Form form, Period period) {
    return FormWorkbook.of(
        KnownUnits.PLAN.id(), form, period, unfilled(units.unit(1).orElseThrow()));
  }

  private static byte[] changed(byte[] book, BiConsumer<XSSFWorkbook, Sheet> change)
      throws IOException {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book));
        var bytes = new ByteArrayOutputStream()) {
      change.accept(workbook, workbook.getSheetAt(1));
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// Fills each figure with one of its own, so that no two are alike.
  private static CellRow row(Form form, long from) {
    CellRow.Draft draft = CellRow.of(form);
    for (int i = 0; i < form.items().size(); i++) {
      draft.now(i, from + 10L * (form.items().size() - i));
      if (form.items().get(i).prior()) {
        draft.prior(i, from + 10L * (form.items().size() - i) - 1);
      }
    }
    return draft.row();
  }

  private static void fill(Sheet sheet, Form form, CellRow row) {
    for (int i = 0; i < form.items().size(); i++) {
      Row line = line(sheet, form.items().get(i).id());
      line.getCell(FormSheet.NOW).setCellValue((double) row.now(i).orElseThrow());
      if (form.items().get(i).prior()) {
        line.getCell(FormSheet.PRIOR).setCellValue((double) row.prior(i).orElseThrow());
      }
    }
  }

  private static Row line(Sheet sheet, String code) {
    for (Row row : sheet) {
      Cell cell = row.getCell(FormSheet.CODE);
      if (cell != null && cell.getStringCellValue().equals(code)) {
        return row;
      }
    }
    throw new AssertionError("no line " + code);
  }

  private static ReportTable read(KnownUnits units, byte[] content) {
    return ReportTable.read("报表.xlsx", content, units, Optional.empty());
  }

  private static List<String> codes(ReportTable table) {
    return table.faults().stream().map(Fault::code).toList();
  }

  private static ReportExport.Line line(KnownUnits units, Submission one) {
    return new ReportExport.Line(
        units.unit(one.key().unit()).orElseThrow(),
        KnownUnits.version(one.key(), one.seen() + 1, one.cells(), one.reasons()));
  }

  @Test
  void whatIsFilledIsImportedAndTakenAlongAgain() throws IOException {
    KnownUnits units = KnownUnits.of(3);
    int compared = 0;
    for (Form form : KnownUnits.PLAN.forms().values()) {
      Period period =
          switch (form.rhythm()) {
            case MONTH -> SEPTEMBER;
            case QUARTER -> Period.of("2012Q3");
            case YEAR -> Period.of("2012");
          };
      CellRow cells = row(form, 1_000);
      Map<String, String> reasons = new HashMap<>();
      form.checks().stream()
          .filter(check -> !check.hard())
          .forEach(check -> reasons.put(check.id(), "=已核对" + check.id()));
      byte[] filled =
          changed(
              template(units, form, period),
              (_, sheet) -> {
                fill(sheet, form, cells);
                reasons.forEach(
                    (check, reason) ->
                        line(sheet, FormSheet.REASON + check)
                            .getCell(FormSheet.NOW)
                            .setCellValue("'" + reason));
              });
      ReportTable table = read(units, filled);
      if (!table.faults().isEmpty()) {
        assertThat(codes(table)).as(form.id()).containsOnly("RP123");
        continue; // figures drawn without a thought may break a hard check
      }
      Submission imported = table.submissions().getFirst();
      assertThat(imported.cells()).as(form.id()).isEqualTo(cells);
      assertThat(imported.key()).isEqualTo(new ReportKey(1, form.id(), period));
      for (ReportExport.Format format :
          List.of(ReportExport.Format.CSV, ReportExport.Format.XLSX)) {
        Path file = folder.resolve(form.id() + "." + format);
        assertThat(
                ReportExport.write(form, List.of(line(units, imported)).iterator(), format, file))
            .isEqualTo(1);
        ReportTable again = read(units, Files.readAllBytes(file));
        assertThat(again.faults()).isEmpty();
        Submission back = again.submissions().getFirst();
        assertThat(back.cells()).isEqualTo(imported.cells());
        assertThat(back.reasons()).isEqualTo(imported.reasons());
        assertThat(back.key()).isEqualTo(imported.key());
        assertThat(back.seen()).isEqualTo(1);
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(8);
  }

  @Test
  void aFilledReportComesBackFromItsTemplateUnchanged() throws IOException {
    KnownUnits units = KnownUnits.of(1);
    var key = new ReportKey(1, "output", SEPTEMBER);
    CellRow cells = row(OUTPUT, 500);
    Version version = KnownUnits.version(key, 4, cells, Map.of());
    byte[] book =
        FormWorkbook.of(
            KnownUnits.PLAN.id(),
            OUTPUT,
            SEPTEMBER,
            new FormWorkbook.Known(
                units.unit(1).orElseThrow(), Optional.of(version), Optional.of(row(OUTPUT, 100))));
    Submission back = read(units, book).submissions().getFirst();
    assertThat(back.cells()).isEqualTo(cells);
    assertThat(back.seen()).isEqualTo(4);
  }

  @Test
  void manyUnitsStandInOneSheetAndComeBack() throws IOException {
    KnownUnits units = KnownUnits.of(2_500);
    List<FormWorkbook.Known> known =
        units.all().stream()
            .map(
                unit ->
                    new FormWorkbook.Known(
                        unit,
                        Optional.of(
                            KnownUnits.version(
                                new ReportKey(unit.number(), "output", SEPTEMBER),
                                1,
                                row(OUTPUT, 100 + unit.number()),
                                Map.of())),
                        Optional.empty()))
            .toList();
    var bytes = new ByteArrayOutputStream();
    FormWorkbook.of(KnownUnits.PLAN.id(), OUTPUT, SEPTEMBER, known.iterator(), bytes);
    ReportTable table = read(units, bytes.toByteArray());
    assertThat(table.faults()).isEmpty();
    assertThat(table.submissions())
        .hasSize(2_500)
        .allSatisfy(one -> assertThat(one.cells()).isEqualTo(row(OUTPUT, 100 + one.key().unit())));
  }

  @Test
  void aTemplateLocksWhatIsNotToBeFilledAndAsksForWholeNumbers() throws IOException {
    byte[] book = template(KnownUnits.of(1), OUTPUT, SEPTEMBER);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
      assertThat(workbook.isSheetHidden(0)).isTrue();
      Sheet sheet = workbook.getSheetAt(1);
      assertThat(sheet.getProtect()).isTrue();
      Row line = line(sheet, "gross-output");
      assertThat(line.getCell(FormSheet.NOW).getCellStyle().getLocked()).isFalse();
      assertThat(line.getCell(FormSheet.PRIOR).getCellStyle().getLocked()).isFalse();
      assertThat(line.getCell(FormSheet.BEFORE).getCellStyle().getLocked()).isTrue();
      assertThat(line.getCell(FormSheet.UNIT).getCellStyle().getLocked()).isTrue();
      assertThat(line.getCell(FormSheet.ITEM).getStringCellValue())
          .contains("工业总产值")
          .contains("Gross output");
      assertThat(sheet.getDataValidations())
          .filteredOn(
              one ->
                  one.getRegions()
                      .getCellRangeAddress(0)
                      .isInRange(line.getRowNum(), FormSheet.NOW))
          .singleElement()
          .extracting(DataValidation::getValidationConstraint)
          .satisfies(rule -> assertThat(rule.getFormula1()).isEqualTo("0"));
    }
  }

  @Test
  void csvIsReadInUtf8AndGbAndAsPastedRows() {
    KnownUnits units = KnownUnits.of(9);
    String head = "单位编号,报告期,工业总产值（当年价格）,工业总产值（可比价格）,工业销售产值（当年价格）";
    String rows = "\n7,2012-09,\"1,200\",1100,1150千元\n8,2012年9月,900,880,-0\n";
    for (byte[] content :
        List.of(
            (head + rows).getBytes(StandardCharsets.UTF_8),
            (head + rows).getBytes(Charset.forName("GB18030")),
            (head + "\n7,2012-09,1200,1100,1150\n8,2012-09,900,880,0")
                .replace(',', '\t')
                .getBytes(StandardCharsets.UTF_8))) {
      ReportTable table = read(units, content);
      assertThat(codes(table)).containsExactly("RP124"); // 0 sold of 900 made wants a reason
      assertThat(table.submissions()).isEmpty();
    }
    ReportTable table =
        read(units, (head + "\n7,2012-09,1200,1100,1150").getBytes(StandardCharsets.UTF_8));
    assertThat(table.submissions().getFirst().cells().now(0)).hasValue(1_200);
  }

  @Test
  void rowsPastedFromTheFormOfOneUnitNeedNoMoreThanTheirCodes() {
    ReportTable table =
        ReportTable.read(
            "pasted",
            "代码\t本期\t上年同期\ngross-output\t1200\t1000\ngross-output-constant\t1100\t\nsales-output\t1190\t990\n"
                .getBytes(StandardCharsets.UTF_8),
            KnownUnits.of(1),
            Optional.of(new ReportKey(1, "output", SEPTEMBER)));
    assertThat(table.faults()).isEmpty();
    assertThat(table.submissions().getFirst().cells().prior(0)).hasValue(1_000);
  }

  @Test
  void aSheetOfAnotherPeriodPlanOrUnitIsNotTakenForThisOne() throws IOException {
    KnownUnits units = KnownUnits.of(2).stranger(2);
    byte[] book = template(units, OUTPUT, SEPTEMBER);
    CellRow cells = row(OUTPUT, 100);
    assertThat(
            codes(
                read(
                    units,
                    changed(
                        book,
                        (_, sheet) -> {
                          fill(sheet, OUTPUT, cells);
                          for (Row row : sheet) {
                            if (row.getCell(0) != null
                                && row.getCell(0).getStringCellValue().startsWith("报告期")) {
                              row.getCell(1).setCellValue("2012年1—10月");
                            }
                          }
                        }))))
        .containsExactly("RP105");
    assertThat(
            codes(
                read(
                    units,
                    changed(
                        book,
                        (all, _) -> all.getSheetAt(0).getRow(1).getCell(1).setCellValue("x")))))
        .containsExactly("RP103");
    assertThat(codes(read(units, changed(book, (all, _) -> all.setSheetName(1, "改名")))))
        .containsExactly("RP102");
    assertThat(
            codes(
                read(
                    units,
                    changed(
                        book,
                        (all, sheet) -> {
                          fill(sheet, OUTPUT, cells);
                          all.getSheetAt(0).getRow(3).getCell(2).setCellValue("2");
                        }))))
        .containsExactly("RP109");
  }

  @Test
  void aChangedUnitOfMeasureIsAFault() throws IOException {
    KnownUnits units = KnownUnits.of(1);
    byte[] book =
        changed(
            template(units, OUTPUT, SEPTEMBER),
            (_, sheet) -> {
              fill(sheet, OUTPUT, row(OUTPUT, 100));
              line(sheet, "gross-output").getCell(FormSheet.UNIT).setCellValue("万元");
            });
    assertThat(codes(read(units, book))).containsExactly("RP122");
  }

  @Test
  void theSameReportHasTheSameTokenAndAnotherHasNot() {
    KnownUnits units = KnownUnits.of(2);
    String table = "unit,period,gross-output,gross-output-constant,sales-output\n";
    String one = token(units, table + "1,2012-09,10,10,10");
    assertThat(token(units, table + "1,2012-09,10,10,10")).isEqualTo(one);
    assertThat(token(units, table + "1,2012-09,11,10,10")).isNotEqualTo(one);
    assertThat(token(units, table + "2,2012-09,10,10,10")).isNotEqualTo(one);
  }

  private static String token(KnownUnits units, String text) {
    return read(units, text.getBytes(StandardCharsets.UTF_8))
        .submissions()
        .getFirst()
        .idempotency();
  }
}
