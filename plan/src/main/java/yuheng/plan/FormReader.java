package yuheng.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Form.Check;
import yuheng.plan.Form.Item;
import yuheng.plan.Form.Rhythm;
import yuheng.plan.Problems.Spot;
import yuheng.terms.PriceBasis;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads the files of `forms/`: first what all forms ask, then their checks, which may read only
/// what their own form asks.
final class FormReader {
  private static final int LATEST_DUE = 120;
  private static final Map<String, Rhythm> RHYTHMS =
      Map.of("month", Rhythm.MONTH, "quarter", Rhythm.QUARTER, "year", Rhythm.YEAR);

  /// What adds up over firms and months, or stands at a month's end; a rate does neither.
  private static final Map<String, TimeShape> TIMES =
      Map.of("flow", TimeShape.FLOW, "stock", TimeShape.STOCK);

  private static final Map<String, Boolean> LEVELS = Map.of("hard", true, "soft", false);

  private final Collection<String> registers;
  private final Problems problems;
  private final SequencedMap<String, Spot> declared = new LinkedHashMap<>();
  private final Map<String, Spot> itemPlaces = new LinkedHashMap<>();
  private final Map<String, String> formOfItem = new LinkedHashMap<>();
  private final List<Unchecked> unchecked = new ArrayList<>();

  /// A form whose checks are not read yet.
  ///
  /// @param form empty when something of it is missing, so that only the checks are still told
  private record Unchecked(
      Spot id, Optional<Form> form, SequencedMap<String, Item> items, Optional<YamlMap> checks) {}

  /// @param registers ids of the plan's registers
  FormReader(Collection<String> registers, Problems problems) {
    this.registers = registers;
    this.problems = problems;
  }

  void read(YamlMap file) {
    file.needMap("forms")
        .ifPresent(
            all ->
                all.keys().forEach(id -> all.map(id.text()).ifPresent(entry -> form(id, entry))));
    file.nothingElse();
  }

  /// The forms with their checks, after all files were read.
  SequencedMap<String, Form> bound() {
    var forms = new LinkedHashMap<String, Form>();
    for (Unchecked one : unchecked) {
      List<Check> checks = checks(one);
      one.form().ifPresent(form -> forms.put(form.id(), with(form, checks)));
    }
    return forms;
  }

  private static Form with(Form form, List<Check> checks) {
    return new Form(
        form.id(),
        form.words(),
        form.register(),
        form.rhythm(),
        form.yearToDate(),
        form.dueDays(),
        form.from(),
        form.source(),
        form.items(),
        checks);
  }

  private void form(Spot id, YamlMap entry) {
    Written.kebab(id, problems);
    @Nullable Spot before = declared.putIfAbsent(id.text(), id);
    if (before != null) {
      problems.add(
          "PL085",
          "the form `%s` is declared twice".formatted(id.text()),
          List.of(new Marked(id.span(), ""), new Marked(before.span(), "the other")),
          "a report is of one form",
          "keep one of the two, or give one another name");
    }
    Optional<Words> name = entry.needWords("name");
    Optional<Spot> register = entry.needSpot("register").filter(this::isRegister);
    Optional<Rhythm> rhythm = entry.needOneOf("rhythm", RHYTHMS);
    boolean yearToDate = entry.flag("year-to-date");
    Optional<Integer> due = entry.needInteger("due").filter(days -> inTime(days, entry));
    Optional<LocalDate> from = entry.needDay("from");
    Optional<String> source = entry.need("source");
    Optional<PriceBasis> prices =
        entry.find("prices").flatMap(spot -> Written.prices(spot, problems));
    SequencedMap<String, Item> items = items(id, entry, prices);
    Optional<YamlMap> checks = entry.map("checks");
    entry.nothingElse();
    Optional<Form> form = Optional.empty();
    if (name.isPresent()
        && register.isPresent()
        && rhythm.isPresent()
        && due.isPresent()
        && from.isPresent()
        && source.isPresent()) {
      form =
          Optional.of(
              new Form(
                  id.text(),
                  name.get(),
                  register.get().text(),
                  rhythm.get(),
                  yearToDate,
                  due.get(),
                  from.get(),
                  source.get(),
                  List.copyOf(items.values()),
                  List.of()));
    }
    unchecked.add(new Unchecked(id, form, items, checks));
  }

  private boolean isRegister(Spot register) {
    if (!registers.contains(register.text())) {
      problems.unknown(
          "PL081", "register", register, registers, "registers are declared in registers/");
      return false;
    }
    return true;
  }

  private boolean inTime(int days, YamlMap entry) {
    boolean inTime = days >= 1 && days <= LATEST_DUE;
    if (!inTime) {
      problems.add(
          "PL086",
          "a report cannot be due %d days after its period".formatted(days),
          entry.find("due").orElseThrow().span(),
          "a report is due 1 to %d days after the last day of its period".formatted(LATEST_DUE),
          "write the number of days, for example `due: 10`");
    }
    return inTime;
  }

  private SequencedMap<String, Item> items(Spot form, YamlMap entry, Optional<PriceBasis> prices) {
    var items = new LinkedHashMap<String, Item>();
    entry
        .needMap("items")
        .ifPresent(
            all -> {
              for (Spot id : all.keys()) {
                askedOnce(form, id);
                all.map(id.text())
                    .flatMap(one -> item(id, one, prices))
                    .ifPresent(item -> items.put(id.text(), item));
              }
              if (all.keys().isEmpty()) {
                problems.add(
                    "PL093",
                    "the form `%s` asks nothing".formatted(form.text()),
                    form.span(),
                    "a form is asked for the sake of its items",
                    "add an item, or remove the form");
              }
            });
    return items;
  }

  private void askedOnce(Spot form, Spot id) {
    Written.kebab(id, problems);
    @Nullable Spot before = itemPlaces.putIfAbsent(id.text(), id);
    formOfItem.putIfAbsent(id.text(), form.text());
    if (before != null) {
      problems.add(
          "PL094",
          "`%s` is asked twice".formatted(id.text()),
          List.of(new Marked(id.span(), ""), new Marked(before.span(), "asked here already")),
          "a cell is asked once in the whole plan",
          "keep it in one form, or give it another name where it is another thing");
    }
  }

  private Optional<Item> item(Spot id, YamlMap entry, Optional<PriceBasis> byForm) {
    Optional<Words> name = entry.needWords("name");
    Optional<Unit> unit = entry.needUnit("unit");
    Optional<PriceBasis> prices = Written.prices(entry, unit, byForm, problems);
    Optional<TimeShape> time = entry.needOneOf("time", TIMES);
    boolean required = entry.flag("required");
    boolean signed = entry.flag("signed");
    boolean prior = entry.flag("prior");
    entry.nothingElse();
    if (name.isEmpty() || unit.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    Unit priced = unit.get().at(prices.orElse(PriceBasis.OPEN));
    return Optional.of(
        new Item(id.text(), name.get(), priced, time.get(), required, signed, prior));
  }

  private List<Check> checks(Unchecked of) {
    var checks = new ArrayList<Check>();
    var tests = new RowTestReader(of.id().text(), of.items(), formOfItem, problems);
    of.checks()
        .ifPresent(
            all -> {
              for (Spot id : all.keys()) {
                all.map(id.text()).flatMap(one -> check(id, one, tests)).ifPresent(checks::add);
              }
            });
    return checks;
  }

  private Optional<Check> check(Spot id, YamlMap entry, RowTestReader tests) {
    Written.kebab(id, problems);
    Optional<Boolean> hard = entry.needOneOf("level", LEVELS);
    Optional<Spot> given = entry.find("given");
    Optional<RowTest> when = given.flatMap(tests::read);
    Optional<RowTest> test = entry.needSpot("test").flatMap(tests::read);
    Optional<Words> says = entry.needWords("says");
    entry.nothingElse();
    if (hard.isEmpty()
        || test.isEmpty()
        || says.isEmpty()
        || given.isPresent() != when.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Check(id.text(), hard.get(), when, test.get(), says.get()));
  }
}
