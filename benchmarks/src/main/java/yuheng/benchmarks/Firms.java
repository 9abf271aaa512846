package yuheng.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
import yuheng.plan.RowExpression.From;
import yuheng.plan.RowTest;
import yuheng.plan.TimeShape;
import yuheng.reports.RegisterChange;
import yuheng.reports.Registered;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Invented units, each with the account of its owner, who alone speaks for it.
///
/// @param owners in the order of the units
record Firms(List<Long> units, List<Access> owners) {
  /// Since when they are there.
  static final LocalDate FIRST = LocalDate.of(2011, 1, 1);

  /// Two items of output, with two hard checks and a soft one.
  static final Form OUTPUT = output();

  /// Registers so many and opens their accounts, with journal and book in one file.
  static Firms in(Path file, Scheme scheme, int count) {
    try (Journal journal = Journal.open(file);
        ReportBook book = ReportBook.open(scheme, file, Clock.systemUTC())) {
      var accounts = new Accounts(journal);
      List<RegisterChange> adds = IntStream.range(0, count).mapToObj(Firms::add).toList();
      var units = new ArrayList<Long>();
      switch (book.register(office(accounts, Role.LINE_OFFICE, new Scope.All()), adds)) {
        case Registered.Kept(var entries) -> entries.forEach(entry -> units.add(entry.unit()));
        case Registered.Refused(var wrong) ->
            throw new IllegalStateException("the units were not registered: " + wrong);
      }
      var letters = new ArrayList<Letter>();
      var activation = new Activation(journal, book.contacts(), letters::addAll, Clock.systemUTC());
      activation.issue(office(accounts, Role.ADMINISTRATOR, new Scope.None()), Role.OWNER, units);
      var owners = new ArrayList<Access>();
      for (Letter letter : letters) {
        String name = "owner-" + letter.unit();
        activation.activate(letter.code(), name, name, "h");
        owners.add(accounts.access(name).orElseThrow());
      }
      return new Firms(units, owners);
    }
  }

  private static Access office(Accounts accounts, Role role, Scope scope) {
    accounts.add(Act.HOUSE, role.code(), role.code(), role, scope, Optional.empty(), "h", false);
    return accounts.access(role.code()).orElseThrow();
  }

  private static RegisterChange add(int number) {
    return new RegisterChange.Add(
        "unit",
        "U%05d".formatted(number),
        Map.of("name", "示例单位" + number, "contact", "unit%d@town.example".formatted(number)),
        FIRST);
  }

  /// One register of such units, of which a form is asked.
  static Scheme scheme(Form form) {
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

  private static Form output() {
    var gross = new RowExpression.Cell("gross", From.THIS);
    return new Form(
        "output",
        new Words("产销表", "output and sales"),
        "unit",
        Form.Rhythm.MONTH,
        false,
        20,
        FIRST,
        "invented for measuring",
        List.of(item("gross", true), item("sales", false)),
        List.of(
            check("sales", true, new RowExpression.Cell("sales", From.THIS), gross, 2),
            check("grows", false, gross, new RowExpression.Cell("gross", From.PRIOR), 3),
            check("falls", true, new RowExpression.Literal(0), gross, 1)));
  }

  private static Form.Item item(String id, boolean first) {
    return new Form.Item(id, new Words(id, id), Unit.of("千元"), TimeShape.FLOW, first, false, first);
  }

  private static Form.Check check(
      String id, boolean hard, RowExpression left, RowExpression right, int factor) {
    return new Form.Check(
        id,
        hard,
        Optional.empty(),
        new RowTest(left, RowTest.Comparison.AT_MOST, new RowExpression.Times(factor, right)),
        new Words("核对" + id, "check " + id));
  }
}
