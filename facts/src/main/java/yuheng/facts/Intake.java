package yuheng.facts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Plan;
import yuheng.terms.Period;

/// Figures that somebody brings (收数): read and checked whole, then taken whole or not at all.
///
/// Faults refuse everything; doubts ask for a reason, figure by figure. What is taken is one act of
/// the journal. A revision is a new vintage beside the old ones.
public final class Intake {
  private static final String KIND = "intake";
  private static final String SUBJECT = "figures";

  private final Map<String, String> brought;
  private final List<Offered> offered;
  private final List<Fault> faults;
  private final long seen;

  private Intake(
      Map<String, String> brought, List<Offered> offered, List<Fault> faults, long seen) {
    this.brought = brought;
    this.offered = List.copyOf(offered);
    this.faults = faults.stream().sorted().toList();
    this.seen = seen;
  }

  /// Reads and checks tables together.
  ///
  /// @param known what is here already
  /// @param today the day of entry
  public static Intake of(
      Plan plan, OfficialFigures known, LocalDate today, List<FigureTable> tables) {
    var faults = new ArrayList<Fault>();
    var offered = new ArrayList<Offered>();
    var brought = new LinkedHashMap<String, String>();
    var reader = new RowReader(plan, new PlanNames(plan, known), today, faults);
    for (FigureTable table : tables) {
      faults.addAll(table.faults());
      table.rows().forEach(row -> reader.read(row, offered.size()).ifPresent(offered::add));
      brought.merge(table.name(), table.digest(), (one, other) -> one + " " + other);
    }
    holdNew(known, offered, faults);
    if (!faults.isEmpty()) {
      return new Intake(brought, List.of(), faults, known.lastAct());
    }
    var doubts = new Doubts(plan, known, offered.stream().map(Offered::figure).toList());
    List<Offered> checked =
        offered.stream()
            .map(
                one -> {
                  var all = new ArrayList<>(one.doubts());
                  all.addAll(doubts.of(one));
                  return new Offered(
                      one.figure(), one.place(), doubts.before(one.figure()), all, one.reason());
                })
            .toList();
    return new Intake(brought, checked, faults, known.lastAct());
  }

  /// What makes two figures the same: another day on which the same was heard adds nothing.
  private record Same(String series, String scope, Period about, String value, String source) {
    static Same of(Figure figure) {
      return new Same(
          figure.series().id(),
          figure.scope(),
          figure.about(),
          figure.value().in(figure.series().unit()).digits(),
          figure.source());
    }
  }

  private static void holdNew(OfficialFigures known, List<Offered> offered, List<Fault> faults) {
    var at = new HashMap<Same, String>();
    for (Figure figure : known.all()) {
      at.putIfAbsent(Same.of(figure), where(figure));
    }
    for (Offered one : offered) {
      @Nullable String before = at.putIfAbsent(Same.of(one.figure()), one.place().toString());
      if (before != null) {
        faults.add(CellFaults.known(before, one.place()));
      }
    }
  }

  private static String where(Figure figure) {
    return switch (figure.origin()) {
      case Figure.Origin.InFile(int line) -> "data/official.csv:" + line;
      case Figure.Origin.Entered entered -> "journal:" + entered.act();
      case Figure.Origin.Offered _ -> figure.id();
    };
  }

  /// Everything that is wrong; while there is anything, nothing is offered.
  public List<Fault> faults() {
    return faults;
  }

  /// The figures, in the order they were brought.
  public List<Offered> offered() {
    return offered;
  }

  /// The figures whose doubts still wait for a reason.
  public List<Offered> open() {
    return offered.stream().filter(Offered::isOpen).toList();
  }

  /// The same with reasons.
  ///
  /// @param reasons of a doubted figure; where it gives none, that of the table stands
  public Intake because(Function<Offered, Optional<String>> reasons) {
    return new Intake(
        brought,
        offered.stream()
            .map(
                one ->
                    one.doubts().isEmpty() ? one : reasons.apply(one).map(one::because).orElse(one))
            .toList(),
        faults,
        seen);
  }

  /// Takes all of it as one act.
  ///
  /// @param by the account
  /// @param what it was for: `import`, `enter`
  /// @return empty when somebody else brought figures since these were checked; then nothing was
  ///   taken, and they are to be checked again
  /// @throws IllegalStateException if there are faults, open doubts, or no figures
  public Optional<Act> take(Journal journal, String by, String what) {
    if (!faults.isEmpty() || !open().isEmpty() || offered.isEmpty()) {
      throw new IllegalStateException("not fit to be taken: " + brought.keySet());
    }
    var said = new ArrayList<Said>();
    var fields = new HashMap<String, String>();
    fields.put("figures", Integer.toString(offered.size()));
    fields.put(
        "files",
        brought.entrySet().stream()
            .map(file -> file.getKey() + " sha256:" + file.getValue())
            .collect(Collectors.joining("\n")));
    said.add(new Said(KIND, SUBJECT, fields));
    offered.forEach(one -> said.add(JournalFigures.said(one)));
    return switch (journal.appendUnlessOvertaken(by, what, said, KIND, SUBJECT, seen)) {
      case Journal.Kept.Appended(Act act) -> Optional.of(act);
      case Journal.Kept.Overtaken _ -> Optional.empty();
    };
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
