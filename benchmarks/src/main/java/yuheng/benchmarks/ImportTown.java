package yuheng.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yuheng.facts.Access;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;
import yuheng.plan.TimeShape;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Invented units with a form of 60 cells and twelve checks, and a workbook of 100 000 of their
/// reports.
final class ImportTown {
  /// Reports in the workbook.
  static final int ROWS = Integer.getInteger("import.rows", 100_000);

  /// Figures in each.
  static final int CELLS = 60;

  private static final int UNITS = 1_000;
  private static final int MONTHS = ROWS / UNITS;
  private static final int ITEMS = 40;
  private static final int WITH_PRIOR = CELLS - ITEMS;
  private static final int FLUSHED = 1_000;

  private final Path folder;
  private final Scheme scheme = Firms.scheme(form());
  private final List<Long> units;
  private final List<Access> owners;
  private int books;

  ImportTown(Path folder) {
    this.folder = folder;
    Path file = folder.resolve("town.db");
    Firms firms = Firms.in(file, scheme, UNITS);
    units = firms.units();
    owners = firms.owners();
  }

  Scheme scheme() {
    return scheme;
  }

  /// The owners' accesses, one for each unit.
  List<Access> owners() {
    return owners;
  }

  /// A book in which the units are registered and have reported nothing.
  ReportBook freshBook() throws IOException {
    Path file = folder.resolve("book-%d.db".formatted(books++));
    Files.copy(folder.resolve("town.db"), file, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(folder.resolve("book-%d.db".formatted(books - 2)));
    return ReportBook.open(scheme, file, Clock.systemUTC());
  }

  private static Form form() {
    var items = new ArrayList<Form.Item>();
    Unit unit = Unit.of("千元");
    for (int i = 0; i < ITEMS; i++) {
      items.add(
          new Form.Item(
              "item-" + i,
              new Words("指标" + i, "item " + i),
              unit,
              TimeShape.FLOW,
              i < 5,
              i % 7 == 6,
              i < WITH_PRIOR));
    }
    var checks = new ArrayList<Form.Check>();
    for (int i = 0; i < 10; i++) {
      checks.add(check("part-" + i, i % 2 == 0, cell(2 * i + 1, RowExpression.From.THIS), 1, i));
    }
    checks.add(check("grows", false, cell(0, RowExpression.From.BEFORE), 10, 10));
    checks.add(check("year", false, cell(0, RowExpression.From.PRIOR), 10, 11));
    return new Form(
        "wide",
        new Words("六十格表", "form of sixty cells"),
        "unit",
        Form.Rhythm.MONTH,
        false,
        20,
        Firms.FIRST,
        "invented for measuring",
        items,
        checks);
  }

  private static RowExpression.Cell cell(int item, RowExpression.From from) {
    return new RowExpression.Cell("item-" + item, from);
  }

  /// `left <= factor * item-0 + item-(2n)`.
  private static Form.Check check(
      String id, boolean hard, RowExpression left, int factor, int nth) {
    RowExpression right =
        new RowExpression.Sum(
            new RowExpression.Times(factor, cell(0, RowExpression.From.THIS)),
            cell(2 * nth % ITEMS, RowExpression.From.THIS),
            false);
    return new Form.Check(
        id,
        hard,
        Optional.empty(),
        new RowTest(left, RowTest.Comparison.AT_MOST, right),
        new Words("核对" + id, "check " + id));
  }

  /// The workbook; figures as firms have them, of three to nine digits.
  Path workbook() throws IOException {
    Path file = folder.resolve("reports.xlsx");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_120_818);
    try (OutputStream bytes = Files.newOutputStream(file);
        var book = new Workbook(bytes, "Yuheng", "1.0")) {
      Worksheet sheet = book.newWorksheet("reports");
      List<String> heads = new ArrayList<>(List.of("unit", "period"));
      for (int i = 0; i < ITEMS; i++) {
        heads.add("item-" + i);
      }
      for (int i = 0; i < WITH_PRIOR; i++) {
        heads.add("item-" + i + ".prior");
      }
      for (int i = 0; i < heads.size(); i++) {
        sheet.value(0, i, heads.get(i));
      }
      YearMonth month = YearMonth.from(Firms.FIRST);
      for (int row = 0; row < ROWS; row++) {
        sheet.value(row + 1, 0, units.get(row % UNITS));
        sheet.value(row + 1, 1, month.plusMonths(row / UNITS).toString());
        long whole = 500_000_000L + random.nextLong(400_000_000L);
        sheet.value(row + 1, 2, whole);
        for (int i = 1; i < CELLS; i++) {
          sheet.value(row + 1, 2 + i, random.nextLong(1, i % 3 == 0 ? 1_000 : whole));
        }
        if (row % FLUSHED == 0) {
          sheet.flush();
        }
      }
    }
    if (MONTHS * UNITS != ROWS) {
      throw new IllegalStateException("units and months do not make " + ROWS);
    }
    return file;
  }
}
