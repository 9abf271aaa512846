package yuheng.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Activation;
import yuheng.facts.Journal;
import yuheng.facts.Letters.Letter;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;
import yuheng.plan.TimeShape;
import yuheng.reports.RegisterChange;
import yuheng.reports.Registered;
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
  private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
  private static final int FLUSHED = 1_000;

  private final Path folder;
  private final Scheme scheme = scheme(form());
  private final List<Long> units = new ArrayList<>();
  private final List<Access> owners = new ArrayList<>();
  private int books;

  ImportTown(Path folder) {
    this.folder = folder;
    Path file = folder.resolve("town.db");
    try (Journal journal = Journal.open(file);
        ReportBook book = ReportBook.open(scheme, file, Clock.systemUTC())) {
      var accounts = new Accounts(journal);
      register(book, office(accounts, Role.LINE_OFFICE, "all"));
      var letters = new ArrayList<Letter>();
      var activation = new Activation(journal, book.contacts(), letters::addAll, Clock.systemUTC());
      activation.issue(office(accounts, Role.ADMINISTRATOR, "none"), Role.OWNER, units);
      for (Letter letter : letters) {
        String name = "owner-" + letter.unit();
        activation.activate(letter.code(), name, name, "h");
        owners.add(accounts.access(name).orElseThrow());
      }
    }
  }

  private static Access office(Accounts accounts, Role role, String scope) {
    Scope of = scope.equals("all") ? new Scope.All() : new Scope.None();
    accounts.add(Act.HOUSE, role.code(), role.code(), role, of, Optional.empty(), "h", false);
    return accounts.access(role.code()).orElseThrow();
  }

  private void register(ReportBook book, Access line) {
    List<RegisterChange> adds = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      adds.add(
          new RegisterChange.Add(
              "unit",
              "U%05d".formatted(i),
              Map.of("name", "示例单位" + i, "contact", "unit%d@town.example".formatted(i)),
              FIRST));
    }
    if (book.register(line, adds) instanceof Registered.Kept(var entries)) {
      entries.forEach(entry -> units.add(entry.unit()));
    } else {
      throw new IllegalStateException("the units were not registered");
    }
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

  private static Scheme scheme(Form form) {
    return Scheme.of(
        List.of(
            new Register(
                "unit",
                new Words("单位", "unit"),
                Register.Codes.OWN,
                List.of(
                    new Register.Attribute(
                        "name", new Words("名称", "name"), new Register.Type.Text(), true),
                    new Register.Attribute(
                        "contact",
                        new Words("联系方式", "contact"),
                        new Register.Type.Contact(),
                        false)))),
        List.of(form),
        (_, _, _) -> false);
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
        FIRST,
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
      YearMonth month = YearMonth.from(FIRST);
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
