package yuheng.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Access;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.reports.Answer;
import yuheng.reports.CellRow;
import yuheng.reports.Decided;
import yuheng.reports.RegisterChange;
import yuheng.reports.RegisterEntry;
import yuheng.reports.Registered;
import yuheng.reports.ReportBook;
import yuheng.reports.ReportKey;
import yuheng.reports.Scheme;
import yuheng.reports.Submission;
import yuheng.synth.RegisterRow;
import yuheng.synth.ReportRow;
import yuheng.synth.SyntheticCity;

/// Tells a synthetic city to a report book by the book's own door, in the order in which it came to
/// pass: registers, reports of each unit by its own account, what the office says of them. The
/// clock of the book stands at the moment of each.
final class CityLoad {
  /// The city's days and hours are China's.
  static final ZoneId CITY = ZoneOffset.ofHours(8);

  private static final int OPENS = 8;
  private static final String REASON = "合成数据 synthetic";

  private final Scheme scheme;
  private final ReportBook book;
  private final StoryClock clock;
  private final DemoPeople people;
  private final PrintWriter err;
  private final Map<String, Map<String, Long>> units = new HashMap<>();
  private final Map<Long, Access> clerks = new HashMap<>();
  private final Map<String, Map<String, String>> reasons = new HashMap<>();
  private final PriorityQueue<Step> steps = new PriorityQueue<>();
  private long order;
  private int year;
  private String named = "";

  CityLoad(Scheme scheme, ReportBook book, StoryClock clock, DemoPeople people, PrintWriter err) {
    this.scheme = scheme;
    this.book = book;
    this.clock = clock;
    this.people = people;
    this.err = err;
    for (Form form : scheme.forms().values()) {
      reasons.put(
          form.id(),
          form.checks().stream()
              .filter(check -> !check.hard())
              .collect(Collectors.toMap(Form.Check::id, _ -> REASON)));
    }
  }

  /// Something that came to pass at a moment; at the same moment, in the order told.
  private record Step(Instant at, long order, Runnable run) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  /// Tells all of it; the city must be one without mischief, whose reports are all accepted.
  void tell(SyntheticCity city) {
    named = lasting(city.register());
    registerable(city.register()).stream()
        .collect(Collectors.groupingBy(RegisterRow::from, LinkedHashMap::new, Collectors.toList()))
        .forEach((day, rows) -> then(opening(day), () -> register(rows)));
    city.reports(
        row -> {
          runUntil(opening(row.period().lastDay().plusDays(1)));
          handIn(row);
        });
    runUntil(Instant.MAX);
  }

  /// The city has units that refer to one that comes later, as a plant to its enterprise; the book
  /// takes them on the day on which that one comes.
  private List<RegisterRow> registerable(List<RegisterRow> rows) {
    var from = new HashMap<String, Map<String, LocalDate>>();
    rows.stream()
        .filter(row -> row.event() == RegisterRow.Event.ADD)
        .forEach(
            row ->
                from.computeIfAbsent(row.register(), _ -> new HashMap<>())
                    .put(row.code(), row.from()));
    return rows.stream()
        .map(
            row -> {
              LocalDate day =
                  row.attributes().entrySet().stream()
                      .flatMap(
                          one ->
                              type(row.register(), one.getKey())
                                      instanceof Register.Type.Reference(var other)
                                  ? Optional.ofNullable(
                                      from.getOrDefault(other, Map.of()).get(one.getValue()))
                                      .stream()
                                  : Stream.empty())
                      .reduce(row.from(), (one, other) -> one.isBefore(other) ? other : one);
              return new RegisterRow(
                  row.register(), row.code(), row.event(), day, row.attributes());
            })
        .toList();
  }

  private Register.Type type(String register, String attribute) {
    return Objects.requireNonNull(scheme.registers().get(register))
        .find(attribute)
        .orElseThrow()
        .type();
  }

  /// The first unit that reports from the first day to the last.
  private String lasting(List<RegisterRow> rows) {
    Set<String> closed =
        rows.stream()
            .filter(row -> row.event() == RegisterRow.Event.CLOSE)
            .map(RegisterRow::code)
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> row.event() == RegisterRow.Event.ADD && reports(row.register()))
        .filter(row -> !closed.contains(row.code()))
        .min(Comparator.comparing(RegisterRow::from))
        .map(RegisterRow::code)
        .orElseThrow();
  }

  private boolean reports(String register) {
    return scheme.forms().values().stream().anyMatch(form -> form.register().equals(register));
  }

  private static Instant opening(LocalDate day) {
    return day.atTime(OPENS, 0).atZone(CITY).toInstant();
  }

  private void then(Instant at, Runnable run) {
    steps.add(new Step(at, order++, run));
  }

  /// Reports of a month come after its end, so that everything before it can be told.
  private void runUntil(Instant moment) {
    for (Step next = steps.peek();
        next != null && next.at().isBefore(moment);
        next = steps.peek()) {
      steps.remove();
      clock.set(next.at());
      progress(next.at());
      next.run().run();
    }
  }

  private void progress(Instant at) {
    int now = at.atZone(CITY).getYear();
    if (now != year) {
      year = now;
      err.printf("  %d …%n", now);
      err.flush();
    }
  }

  private void register(List<RegisterRow> rows) {
    var batch = new Batch();
    for (RegisterRow row : rows) {
      if (!batch.canTake(row)) {
        batch.keep();
      }
      batch.add(row);
    }
    batch.keep();
  }

  /// Rows of one register that do not refer to each other.
  private final class Batch {
    private final List<RegisterRow> rows = new ArrayList<>();

    boolean canTake(RegisterRow row) {
      return rows.isEmpty()
          || (rows.getFirst().register().equals(row.register())
              && rows.stream()
                  .noneMatch(
                      before ->
                          before.code().equals(row.code())
                              || row.attributes().containsValue(before.code())));
    }

    void add(RegisterRow row) {
      rows.add(row);
    }

    void keep() {
      if (rows.isEmpty()) {
        return;
      }
      List<RegisterEntry> entries =
          switch (book.register(
              people.office(), rows.stream().map(CityLoad.this::change).toList())) {
            case Registered.Kept(var kept) -> kept;
            case Registered.Refused(var wrong) ->
                throw new IllegalStateException("The register refuses " + wrong.getFirst());
          };
      var come = new ArrayList<DemoPeople.Unit>();
      for (int place = 0; place < rows.size(); place++) {
        RegisterRow row = rows.get(place);
        if (row.event() == RegisterRow.Event.ADD) {
          long unit = entries.get(place).unit();
          units.computeIfAbsent(row.register(), _ -> new HashMap<>()).put(row.code(), unit);
          come.add(new DemoPeople.Unit(unit, row.attributes(), row.code().equals(named)));
        }
      }
      if (reports(rows.getFirst().register()) && !come.isEmpty()) {
        clerks.putAll(people.open(come));
      }
      rows.clear();
    }
  }

  private RegisterChange change(RegisterRow row) {
    return switch (row.event()) {
      case ADD -> new RegisterChange.Add(row.register(), row.code(), attributes(row), row.from());
      case CHANGE ->
          new RegisterChange.Change(
              number(row.register(), row.code()), attributes(row), row.from());
      case CLOSE ->
          new RegisterChange.Close(number(row.register(), row.code()), REASON, row.from());
    };
  }

  /// The city refers to units by their codes, the book by their numbers.
  private Map<String, String> attributes(RegisterRow row) {
    var told = new LinkedHashMap<String, String>();
    row.attributes()
        .forEach(
            (id, value) ->
                told.put(
                    id,
                    type(row.register(), id) instanceof Register.Type.Reference(var other)
                        ? Long.toString(number(other, value))
                        : value));
    return told;
  }

  private long number(String register, String code) {
    @Nullable Long number = units.getOrDefault(register, Map.of()).get(code);
    if (number == null) {
      throw new IllegalStateException("%s is not on register %s yet".formatted(code, register));
    }
    return number;
  }

  private void handIn(ReportRow row) {
    Form form = row.form();
    CellRow.Draft cells = CellRow.of(form);
    for (int item = 0; item < form.items().size(); item++) {
      cells.now(item, row.now(item));
      if (row.hasPrior(item)) {
        cells.prior(item, row.prior(item));
      }
    }
    long unit = number(form.register(), row.code());
    var key = new ReportKey(unit, form.id(), row.period());
    int seen = row.version() - 1;
    var said =
        new Submission(
            key,
            cells.row(),
            Objects.requireNonNull(reasons.get(form.id())),
            seen,
            "%s %s %d".formatted(form.id(), row.period(), seen));
    Instant accepted = row.accepted().orElseThrow();
    then(row.heard(), () -> submit(said, accepted));
  }

  private void submit(Submission said, Instant accepted) {
    Access clerk = Objects.requireNonNull(clerks.get(said.key().unit()));
    Answer answer = book.submit(clerk, said);
    if (!(answer instanceof Answer.Receipt receipt)) {
      throw new IllegalStateException("%s of the city: %s".formatted(said.key(), answer));
    }
    then(accepted, () -> accept(receipt));
  }

  private void accept(Answer.Receipt receipt) {
    if (book.accept(people.office(), receipt.entry(), "") instanceof Decided.Refused(var why)) {
      throw new IllegalStateException("%s of the city: %s".formatted(receipt.key(), why.en()));
    }
  }
}
