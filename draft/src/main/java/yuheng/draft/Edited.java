package yuheng.draft;

import java.util.List;
import java.util.Optional;
import yuheng.draft.Proposal.Likeness;
import yuheng.draft.Proposal.Measure;
import yuheng.plan.Sense;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// A proposal being changed, part by part.
final class Edited {
  private Proposal now;

  private Edited(Proposal now) {
    this.now = now;
  }

  static Edited of(Proposal proposal) {
    return new Edited(proposal);
  }

  Proposal proposal() {
    return now;
  }

  Edited id(String id) {
    return with(id, now.indicator(), now.value(), now.sense(), now.period());
  }

  Edited indicator(Measure indicator) {
    return with(now.id(), indicator, now.value(), now.sense(), now.period());
  }

  Edited value(Quantity value) {
    return with(now.id(), now.indicator(), value, now.sense(), now.period());
  }

  Edited sense(Sense sense) {
    return with(now.id(), now.indicator(), now.value(), sense, now.period());
  }

  Edited period(Period period) {
    return with(now.id(), now.indicator(), now.value(), now.sense(), period);
  }

  Edited key(String key) {
    return change(key, now.definition(), now.doubts());
  }

  Edited definition(Optional<Likeness> definition) {
    return change(now.key(), definition, now.doubts());
  }

  Edited doubts(List<Doubt> doubts) {
    return change(now.key(), now.definition(), doubts);
  }

  private Edited with(String id, Measure indicator, Quantity value, Sense sense, Period period) {
    now =
        new Proposal(
            now.key(),
            id,
            now.text(),
            now.article(),
            indicator,
            value,
            sense,
            period,
            now.baseline(),
            now.definition(),
            now.near(),
            now.doubts(),
            now.mention());
    return this;
  }

  private Edited change(String key, Optional<Likeness> definition, List<Doubt> doubts) {
    now =
        new Proposal(
            key,
            now.id(),
            now.text(),
            now.article(),
            now.indicator(),
            now.value(),
            now.sense(),
            now.period(),
            now.baseline(),
            definition,
            now.near(),
            doubts,
            now.mention());
    return this;
  }
}
