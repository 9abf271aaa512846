package yuheng.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import yuheng.plan.Relation.Acknowledged;
import yuheng.plan.Relation.Auxiliary;

/// What `relations.yaml` says: all that the proof of a plan may use.
///
/// @param all in the order of the file
/// @param auxiliaries quantities that no target names, by their own names
/// @param acknowledged findings that somebody has decided to live with
public record Relations(
    List<Relation> all,
    SequencedMap<String, Auxiliary> auxiliaries,
    List<Acknowledged> acknowledged) {
  public Relations {
    all = List.copyOf(all);
    auxiliaries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(auxiliaries));
    acknowledged = List.copyOf(acknowledged);
  }
}
