package yuheng.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.plan.Plan;
import yuheng.terms.Problem;

/// The published figures of a plan package and of its journal, and the package's lists: districts,
/// codes, and the classes of its pillars.
public final class OfficialFigures {
  private static final int ACTS_AT_ONCE = 1_000;

  private final Plan plan;
  private final List<Figure> all;
  private final Map<String, Figure> byId;
  private final Map<Key, List<Figure>> bySeries;
  private final PackageLists lists;

  /// A series about one scope.
  private record Key(String series, String scope) {}

  private final long lastAct;

  OfficialFigures(Plan plan, List<Figure> all, PackageLists lists, long lastAct) {
    this.plan = plan;
    this.lastAct = lastAct;
    this.all = List.copyOf(all);
    this.byId = new LinkedHashMap<>();
    this.bySeries = new LinkedHashMap<>();
    this.lists = lists;
    for (Figure figure : all) {
      byId.put(figure.id(), figure);
      bySeries
          .computeIfAbsent(new Key(figure.series().id(), figure.scope()), _ -> new ArrayList<>())
          .add(figure);
    }
  }

  /// The same figures, after acts that speak of other things.
  private OfficialFigures(OfficialFigures same, long lastAct) {
    this.plan = same.plan;
    this.all = same.all;
    this.byId = same.byId;
    this.bySeries = same.bySeries;
    this.lists = same.lists;
    this.lastAct = lastAct;
  }

  /// What came of loading.
  ///
  /// @param figures present only when there is no problem
  public record Loaded(Optional<OfficialFigures> figures, List<Problem> problems) {
    public Loaded {
      problems = problems.stream().sorted().toList();
    }
  }

  /// Reads the figures and code lists of a package: all of them, or everything that is wrong.
  public static Loaded load(Plan plan) {
    return new FigureReader(plan).load();
  }

  /// The same together with the figures that people entered in a journal.
  public static Loaded load(Plan plan, Journal journal) {
    Loaded file = load(plan);
    if (file.figures().isEmpty()) {
      return file;
    }
    var problems = new ArrayList<Problem>();
    OfficialFigures figures =
        file.figures().get().with(journal.acts(JournalFigures.KIND), journal.last(), problems);
    return problems.isEmpty()
        ? new Loaded(Optional.of(figures), List.of())
        : new Loaded(Optional.empty(), problems);
  }

  /// These and what a journal says since; these themselves when nothing was said since.
  ///
  /// @throws IllegalStateException if a figure does not fit the plan, which [#load(Plan, Journal)]
  ///   would have told
  public OfficialFigures upTo(Journal journal) {
    long end = journal.last();
    if (end == lastAct) {
      return this;
    }
    var acts = new ArrayList<Act>();
    for (long from = lastAct; from < end; from += ACTS_AT_ONCE) {
      journal.since(from, (int) Math.min(ACTS_AT_ONCE, end - from)).stream()
          .filter(
              act -> act.said().stream().anyMatch(one -> one.kind().equals(JournalFigures.KIND)))
          .forEach(acts::add);
    }
    if (acts.isEmpty()) {
      return new OfficialFigures(this, end);
    }
    var problems = new ArrayList<Problem>();
    OfficialFigures now = with(acts, end, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.getFirst().what());
    }
    return now;
  }

  private OfficialFigures with(List<Act> acts, long end, List<Problem> problems) {
    List<Figure> more =
        JournalFigures.read(plan, FigureReader.scopes(plan, lists.districts()), acts, problems);
    return new OfficialFigures(
        plan, Stream.concat(all.stream(), more.stream()).toList(), lists, end);
  }

  /// Number of the last act of the journal that was looked at; 0 without a journal.
  public long lastAct() {
    return lastAct;
  }

  /// Every figure, in the order of the file, then of the journal.
  public List<Figure> all() {
    return all;
  }

  /// Every vintage of a series about a scope that was heard by a day, in the order they came.
  public List<Figure> knownOn(String series, String scope, LocalDate day) {
    return vintages(series, scope).filter(figure -> !figure.heard().isAfter(day)).toList();
  }

  /// Every vintage of a series about a scope.
  public Stream<Figure> vintages(String series, String scope) {
    return bySeries.getOrDefault(new Key(series, scope), List.of()).stream();
  }

  /// The figure with an id.
  public Optional<Figure> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The day by which everything here was heard and entered.
  public LocalDate lastHeard() {
    return all.stream()
        .flatMap(figure -> Stream.of(figure.heard(), figure.entered()))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  /// Districts of all times by code, in the order of the code list.
  public SequencedMap<String, District> districts() {
    return lists.districts();
  }

  PackageLists lists() {
    return lists;
  }

  /// The code list of that name: one of `data/lists`, or `districts`.
  public Optional<CodeList> codes(String list) {
    return Optional.ofNullable(lists.codes().get(list));
  }

  /// To which pillars the classes of industry belong.
  public PillarShares pillars() {
    return lists.pillars();
  }
}
