package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Thirty faults planted in a workbook give thirty problems at their cells, and nothing is taken.
class PlantedFaultsTest {
  private static final Plan PLAN =
      Plan.read(Golden.home().resolve("plans/chongqing-2012")).plan().orElseThrow();
  private static final List<String> HEAD =
      List.of(
          "series",
          "scope",
          "period",
          "value",
          "unit",
          "growth",
          "coverage",
          "heard",
          "authority",
          "source",
          "note");
  private static final int ROWS = 40;

  /// Address of the cell, and what is planted there.
  private static final Map<String, String> PLANTED = new LinkedHashMap<>();

  /// The code that each is told with.
  private static final Map<String, String> CODES = new LinkedHashMap<>();

  private static void plant(String address, String text, String code) {
    PLANTED.put(address, text);
    CODES.put(address, code);
  }

  static {
    plant("A2", "工业总产值（规上部分）", "FA112");
    plant("A3", "gross-output-abovescale", "FA112");
    plant("A4", "{=B4}", "FA123");
    plant("B5", "火星区", "FA113");
    plant("B6", "500199", "FA113");
    plant("C7", "去年同期", "FA114");
    plant("C8", "2012年13月", "FA114");
    plant("C9", "2012年9-1月", "FA114");
    plant("C10", "{#REF!}", "FA124");
    plant("D11", "约九千", "FA115");
    plant("D12", "96,21", "FA115");
    plant("D13", "…", "FA115");
    plant("D14", "{=SUM(D2:D9)}", "FA123");
    plant("D15", "{#DIV/0!}", "FA124");
    plant("D16", "9621万元", "FA116");
    plant("E17", "亿圆", "FA116");
    plant("E18", "万吨", "FA117");
    plant("E19", "%", "FA117");
    plant("F20", "两位数", "FA115");
    plant("F21", "18.5个点", "FA115");
    plant("G22", "全部工业企业", "FA120");
    plant("G23", "不详", "FA120");
    plant("H24", "2012-10-32", "FA118");
    plant("H25", "国庆节后", "FA118");
    plant("H26", "2011-10-20", "FA121");
    plant("H27", "2027-01-01", "FA122");
    plant("I28", "消息人士", "FA119");
    plant("A29", "", "FA111"); // told at the first cell of the row, which is itself
    plant("J30", "字".repeat(1_001), "FA126");
    plant("K31", "注".repeat(2_001), "FA126");
  }

  @TempDir private Path folder;

  private static List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    for (int row = 2; row <= ROWS; row++) {
      var cells = new ArrayList<String>();
      List<String> right =
          List.of(
              "规模以上工业总产值",
              "全市",
              "2012年1-9月",
              "96" + (10 + row),
              "亿元",
              "18.5",
              "规模以上工业",
              "2012-10-25",
              "统计部门",
              "月报第" + row + "页",
              "");
      for (int column = 0; column < HEAD.size(); column++) {
        String address = (char) ('A' + column) + Integer.toString(row);
        cells.add(PLANTED.getOrDefault(address, right.get(column)));
      }
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void thirtyPlantedFaultsAreThirtyProblemsAtTheirCells() {
    byte[] book = HandMadeWorkbook.of("九月", rows()).bytes();
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      OfficialFigures known = OfficialFigures.load(PLAN, journal).figures().orElseThrow();
      Intake intake =
          Intake.of(
              PLAN,
              known,
              LocalDate.parse("2026-11-24"),
              List.of(FigureTable.read("9.xlsx", book)));
      Map<String, String> told = new LinkedHashMap<>();
      for (Fault fault : intake.faults()) {
        told.put(fault.place().address(), fault.code());
        assertThat(fault.place().toString()).startsWith("9.xlsx!九月!");
      }
      assertThat(told).containsExactlyInAnyOrderEntriesOf(CODES);
      assertThat(intake.faults()).hasSize(30);
      assertThat(intake.offered()).isEmpty();
      assertThat(journal.last()).isZero();
    }
  }
}
