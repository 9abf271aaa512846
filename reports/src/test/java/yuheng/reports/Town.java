package yuheng.reports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
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
import yuheng.plan.RowExpression.Cell;
import yuheng.plan.RowExpression.From;
import yuheng.plan.RowExpression.Literal;
import yuheng.plan.RowExpression.Times;
import yuheng.plan.RowTest;
import yuheng.plan.RowTest.Comparison;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A town with a few firms that report, whose clock a test moves.
final class Town implements AutoCloseable {
  static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
  private static final Words WORDS = new Words("甲", "a");

  /// Districts of which one begins in 2014, and classes of two industries.
  private static final Set<String> CODES =
      Set.of("districts 500101", "districts 500107", "industries 3910", "industries 3650");

  static final Scheme SCHEME = Scheme.of(registers(), forms(), Town::has);

  final Path file;
  final List<Letter> letters = new ArrayList<>();
  private final AtomicInteger names = new AtomicInteger();
  final Journal journal;
  final ReportBook book;
  final Accounts accounts;
  final Activation activation;
  final TownClock clock;

  Town(Path file) {
    this(file, new TownClock());
  }

  Town(Path file, TownClock clock) {
    this.file = file;
    this.clock = clock;
    journal = Journal.open(file, clock);
    book = ReportBook.open(SCHEME, file, clock);
    accounts = new Accounts(journal);
    activation = new Activation(journal, book.contacts(), letters::addAll, clock);
  }

  /// A clock that stands until it is moved.
  static final class TownClock extends Clock {
    private volatile Instant now = Instant.parse("2012-10-08T01:00:00Z");

    void set(String moment) {
      now = Instant.parse(moment);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static boolean has(String list, String code, LocalDate on) {
    return CODES.contains(list + " " + code)
        || (list.equals("districts") && code.equals("500120") && on.getYear() >= 2014);
  }

  private static List<Register> registers() {
    return List.of(
        new Register(
            "park",
            WORDS,
            Register.Codes.OWN,
            List.of(attribute("name", new Register.Type.Text(), true))),
        new Register(
            "group",
            WORDS,
            Register.Codes.OWN,
            List.of(attribute("parent", new Register.Type.Reference("group"), false))),
        new Register(
            "enterprise",
            WORDS,
            Register.Codes.ORGANIZATION,
            List.of(
                attribute("name", new Register.Type.Text(), true),
                attribute("contact", new Register.Type.Contact(), false),
                attribute("district", new Register.Type.Code("districts"), true),
                attribute("industry", new Register.Type.Code("industries"), true),
                attribute("park", new Register.Type.Reference("park"), false),
                attribute("group", new Register.Type.Reference("group"), false),
                attribute("opened", new Register.Type.Day(), false),
                attribute("above-scale", new Register.Type.YesNo(), false),
                attribute("capital", new Register.Type.Amount(unit("千元")), false))),
        new Register(
            "plant",
            WORDS,
            Register.Codes.OWN,
            List.of(attribute("enterprise", new Register.Type.Reference("enterprise"), true))));
  }

  private static Register.Attribute attribute(String id, Register.Type type, boolean required) {
    return new Register.Attribute(id, new Words(id, id), type, required);
  }

  private static Unit unit(String written) {
    return Unit.read(written).orElseThrow();
  }

  private static List<Form> forms() {
    var gross = new Cell("gross", From.THIS);
    return List.of(
        new Form(
            "output",
            WORDS,
            "enterprise",
            Form.Rhythm.MONTH,
            true,
            10,
            FIRST,
            "ours",
            List.of(item("gross", true, false, true), item("sales", false, false, true)),
            List.of(
                check(
                    "sales-in-gross",
                    true,
                    Optional.empty(),
                    new RowTest(
                        new Cell("sales", From.THIS), Comparison.AT_MOST, new Times(2, gross))),
                check(
                    "grows",
                    true,
                    Optional.empty(),
                    new RowTest(gross, Comparison.AT_LEAST, new Cell("gross", From.BEFORE))),
                check(
                    "jump",
                    false,
                    Optional.of(
                        new RowTest(
                            new Cell("gross", From.PRIOR), Comparison.MORE, new Literal(0))),
                    new RowTest(
                        gross, Comparison.AT_MOST, new Times(3, new Cell("gross", From.PRIOR)))))),
        new Form(
            "staff",
            WORDS,
            "enterprise",
            Form.Rhythm.QUARTER,
            false,
            12,
            FIRST,
            "ours",
            List.of(item("employees", true, false, false), item("profit", false, true, false)),
            List.of()));
  }

  private static Form.Item item(String id, boolean required, boolean signed, boolean prior) {
    return new Form.Item(
        id, new Words(id, id), unit("千元"), TimeShape.FLOW, required, signed, prior);
  }

  static Form.Check check(String id, boolean hard, Optional<RowTest> given, RowTest test) {
    return new Form.Check(id, hard, given, test, new Words("核对" + id, "check " + id));
  }

  static Form output() {
    return SCHEME.form("output").orElseThrow();
  }

  /// The organization code with that number.
  static String code(long number) {
    String eight = "%08d".formatted(number);
    return eight + OrganizationCode.nineCheck(eight);
  }

  static RegisterChange.Add firm(long code, String district, String industry) {
    var attributes = new HashMap<String, String>();
    attributes.put("name", "企业" + code);
    attributes.put("contact", "firm" + code + "@town.example");
    attributes.put("district", district);
    attributes.put("industry", industry);
    return new RegisterChange.Add("enterprise", code(code), attributes, FIRST);
  }

  /// An account of an office; the administrator makes it.
  Access office(Role role, String scope) {
    String name = "%s-%d".formatted(role.code(), names.incrementAndGet());
    Scope rows = Scope.read(scope).orElseThrow();
    accounts.add(Act.HOUSE, name, name, role, rows, Optional.empty(), "h", false);
    return accounts.access(name).orElseThrow();
  }

  /// So many firms in 500107 of class 3910, each with an owner's account.
  Firms firms(int count) {
    Access line = office(Role.LINE_OFFICE, "all");
    long first = codes();
    List<RegisterChange> adds =
        LongStream.range(first, first + count)
            .mapToObj(code -> (RegisterChange) firm(code, "500107", "3910"))
            .toList();
    var units = new ArrayList<Long>();
    added(book.register(line, adds)).forEach(entry -> units.add(entry.unit()));
    Access root = office(Role.ADMINISTRATOR, "none");
    int before = letters.size();
    activation.issue(root, Role.OWNER, units);
    var owners = new ArrayList<Access>();
    for (Letter letter : letters.subList(before, letters.size())) {
      String name = "owner-" + letter.unit();
      activation.activate(letter.code(), name, name, "h");
      owners.add(accounts.access(name).orElseThrow());
    }
    return new Firms(line, root, units, owners);
  }

  private long codes() {
    return 10_000_000L + book.lastEntry();
  }

  record Firms(Access line, Access root, List<Long> units, List<Access> owners) {
    long unit() {
      return units.getFirst();
    }

    Access owner() {
      return owners.getFirst();
    }
  }

  static List<RegisterEntry> added(Registered registered) {
    return switch (registered) {
      case Registered.Kept(var entries) -> entries;
      case Registered.Refused(var wrong) -> throw new AssertionError(wrong.toString());
    };
  }

  static ReportKey key(long unit, String period) {
    return new ReportKey(unit, "output", Period.of(period));
  }

  static CellRow row(long gross, long sales) {
    return CellRow.of(output()).now(0, gross).now(1, sales).row();
  }

  static Submission report(ReportKey key, CellRow row, int seen) {
    String token = key + " " + seen;
    return new Submission(key, row, Map.of(), seen, token);
  }

  Answer.Receipt receipt(Access by, Submission submission) {
    Answer answer = book.submit(by, submission);
    if (answer instanceof Answer.Receipt receipt) {
      return receipt;
    }
    throw new AssertionError(answer.toString());
  }

  @Override
  public void close() {
    book.close();
    journal.close();
  }
}
