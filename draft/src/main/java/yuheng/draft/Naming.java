package yuheng.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuheng.draft.Proposal.Measure;
import yuheng.terms.Words;

/// Gives ids: one measure for the same name, kind of unit and time shape; a target has the id of
/// its measure, with the year behind it where another target has that already. Ids that are there
/// stay.
final class Naming {
  /// The id of a measure or a target that has none yet.
  static final String NONE = "";

  private final Map<String, Measure> measures = new HashMap<>();
  private final Set<String> measureIds = new HashSet<>();
  private final Set<String> targetIds = new HashSet<>();

  private Naming() {}

  static List<Proposal> named(List<Proposal> proposals) {
    var naming = new Naming();
    for (Proposal each : proposals) {
      naming.targetIds.add(each.id());
      if (!each.indicator().id().equals(NONE)) {
        naming.measureIds.add(each.indicator().id());
        naming.measures.putIfAbsent(kind(each), each.indicator());
      }
    }
    var named = new ArrayList<Proposal>();
    for (Proposal each : proposals) {
      Measure measure = naming.measure(each, named.size() + 1);
      String id = each.id().equals(NONE) ? naming.target(each, measure) : each.id();
      named.add(Edited.of(each).id(id).indicator(measure).proposal());
    }
    return named;
  }

  private static String kind(Proposal proposal) {
    Measure measure = proposal.indicator();
    return String.join(
        "|",
        Likening.plain(measure.name().zh()),
        measure.unit().dimension().toString(),
        measure.unit().prices().toString(),
        measure.time().toString(),
        proposal.definition().map(each -> each.definition().indicator().id()).orElse(""));
  }

  private Measure measure(Proposal proposal, int number) {
    Measure own = proposal.indicator();
    if (!own.id().equals(NONE)) {
      return own;
    }
    String kind = kind(proposal);
    @Nullable Measure same = measures.get(kind);
    if (same != null) {
      return same;
    }
    String wanted =
        proposal
            .definition()
            .map(each -> each.definition().indicator().id())
            .or(() -> Glossary.id(own.name().zh()))
            .orElse("target-" + number);
    String id = unique(wanted, measureIds);
    Words name = own.name();
    boolean translated = !name.en().equals(name.zh()) || !Glossary.id(name.zh()).isPresent();
    var measure =
        new Measure(
            id,
            translated ? name : new Words(name.zh(), Glossary.words(wanted)),
            own.unit(),
            own.time(),
            own.lowerIsBetter());
    measures.put(kind, measure);
    return measure;
  }

  private String target(Proposal proposal, Measure measure) {
    if (targetIds.add(measure.id())) {
      return measure.id();
    }
    return unique(measure.id() + "-" + proposal.period().lastDay().getYear(), targetIds);
  }

  private static String unique(String wanted, Set<String> taken) {
    String id = wanted;
    for (int more = 2; !taken.add(id); more++) {
      id = wanted + "-" + more;
    }
    return id;
  }
}
