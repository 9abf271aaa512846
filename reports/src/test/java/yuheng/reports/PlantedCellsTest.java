package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Fault;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// Forty faults planted in a table of fifty reports are told at their forty cells, and nothing is
/// taken.
class PlantedCellsTest {
  private static final Form OUTPUT = KnownUnits.OUTPUT;
  private static final Period SEPTEMBER = Period.of("2012-09");
  private static final int ROWS = 50;

  /// Address of the cell, and what is planted there.
  private static final Map<String, String> PLANTED = new LinkedHashMap<>();

  /// The code that each is told with.
  private static final Map<String, String> CODES = new LinkedHashMap<>();

  private static void plant(String address, String text, String code) {
    PLANTED.put(address, text);
    CODES.put(address, code);
  }

  static {
    plant("A3", "999", "RP106");
    plant("A4", "无此企业", "RP106");
    plant("A6", "46", "RP109"); // somebody else's
    plant("A7", "47", "RP108"); // gone before the period
    plant("A8", "48", "RP108"); // of another register
    plant("B9", "00000000-0", "RP107");
    plant("D10", "2012-01", "RP105"); // January alone is not asked
    plant("D11", "2012Q3", "RP105");
    plant("D12", "上个月", "RP105");
    plant("D13", "2010-09", "RP105"); // before the form was asked
    plant("E14", "第一版", "RP125");
    plant("E15", "-1", "RP125");
    plant("E16", "1.5", "RP125");
    plant("F17", "", "RP112");
    plant("F18", "约九百", "RP113");
    plant("F19", "…", "RP113");
    plant("F20", "12.5", "RP114");
    plant("F21", "1234567890123456", "RP116");
    plant("F22", "-900", "RP115");
    plant("F23", "12万元", "RP117");
    plant("F24", "3%", "RP113");
    plant("F25", "{=F3+F4}", "RP118");
    plant("F26", "{#REF}", "RP119");
    plant("F27", "{day}", "RP113");
    plant("G28", "-1", "RP115");
    plant("G29", "9,62,1", "RP113");
    plant("G30", "800元", "RP117");
    plant("H31", "0.4", "RP114");
    plant("I32", "x", "RP113");
    plant("J33", "1300", "RP123"); // more than all output
    plant("N34", "1250", "RP123"); // more than all sales
    PLANTED.put("L35", "2000"); // more than was made, and no reason at Q35
    CODES.put("Q35", "RP124");
    plant("M36", "1 2 3", "RP113");
    plant("N37", "-5", "RP115");
    plant("O38", "'", "RP113");
    plant("O39", "1/2", "RP113");
    plant("J40", "七", "RP113");
    plant("P41", "字".repeat(501), "RP127");
    plant("N42", "{#DIV}", "RP119");
    plant("A49", "41", "RP111"); // once more
  }

  @TempDir private Path folder;

  private static KnownUnits units() {
    return KnownUnits.of(60)
        .stranger(46)
        .add(47, "enterprise", Optional.of(LocalDate.parse("2012-08-15")))
        .add(48, "park", Optional.empty());
  }

  private static byte[] book() throws IOException {
    var bytes = new ByteArrayOutputStream();
    FormWorkbook.of(
        KnownUnits.PLAN.id(),
        OUTPUT,
        SEPTEMBER,
        KnownUnits.of(ROWS).all().stream()
            .filter(unit -> unit.number() <= 45 || unit.number() > 48)
            .map(unit -> new FormWorkbook.Known(unit, Optional.empty(), Optional.empty()))
            .iterator(),
        bytes);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        var planted = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.getSheetAt(1);
      for (int i = 2; i <= sheet.getLastRowNum(); i++) {
        long[] right = {1_200, 1_000, 1_100, 900, 300, 200, 1_190, 990, 400, 600};
        for (int column = 0; column < right.length; column++) {
          cell(sheet, i, 5 + column).setCellValue((double) right[column]);
        }
      }
      PLANTED.forEach((address, text) -> plant(workbook, sheet, new CellAddress(address), text));
      workbook.write(planted);
      return planted.toByteArray();
    }
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row line = sheet.getRow(row);
    Cell cell = line.getCell(column);
    return cell == null ? line.createCell(column) : cell;
  }

  private static void plant(XSSFWorkbook book, Sheet sheet, CellAddress at, String text) {
    Cell cell = cell(sheet, at.getRow(), at.getColumn());
    if (at.getColumn() == 0) {
      cell(sheet, at.getRow(), 1).setBlank(); // the number alone says which unit
    }
    switch (text) {
      case "" -> cell.setBlank();
      case "{#REF}" -> cell.setCellErrorValue(FormulaError.REF.getCode());
      case "{#DIV}" -> cell.setCellErrorValue(FormulaError.DIV0.getCode());
      case "{=F3+F4}" -> {
        cell.setBlank();
        cell.setCellFormula("F3+F4");
      }
      case "{day}" -> {
        var style = book.createCellStyle();
        style.setDataFormat((short) 14);
        cell.setCellStyle(style);
        cell.setCellValue(41_183);
      }
      default -> {
        if (text.matches("-?\\d{1,16}(\\.\\d+)?")) {
          cell.setCellValue(Double.parseDouble(text));
        } else {
          cell.setCellValue(text);
        }
      }
    }
  }

  private static Map<String, String> told(Iterable<Fault> faults, String file) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Fault fault : faults) {
      assertThat(fault.place().toString()).startsWith(file + "!工业产销总值!");
      assertThat(told.put(fault.place().address(), fault.code())).isNull();
    }
    return told;
  }

  @Test
  void fortyPlantedFaultsAreToldAtTheirFortyCells() throws IOException {
    assertThat(PLANTED).hasSize(40);
    ReportTable table = ReportTable.read("9.xlsx", book(), units(), Optional.empty());
    assertThat(told(table.faults(), "9.xlsx")).containsExactlyInAnyOrderEntriesOf(CODES);
    assertThat(table.submissions()).isEmpty();
  }

  @Test
  void aFileThatIsReadWithTwoThreadsTellsTheSame() throws IOException {
    Path file = folder.resolve("9.xlsx");
    Files.write(file, book());
    try (CarriedReports carried = CarriedReports.read(file, units(), _ -> {})) {
      assertThat(told(carried.faults(), "9.xlsx")).containsExactlyInAnyOrderEntriesOf(CODES);
      assertThat(carried.size()).isZero();
      assertThat(carried.submissions().hasNext()).isFalse();
    }
  }
}
