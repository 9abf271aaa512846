package yuheng.web;

import org.springframework.beans.factory.ObjectProvider;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdowns;
import yuheng.facts.Journal;
import yuheng.indicators.Parts;
import yuheng.indicators.Proposals;
import yuheng.indicators.Rankings;
import yuheng.terms.Language;

/// How the targets of the plan shown come down, and where their parts stand: made anew for each
/// question, so that it sees every figure and every breakdown there is.
final class ComingDown {
  private final Shown shown;
  private final ObjectProvider<Journal> journal;

  ComingDown(Shown shown, ObjectProvider<Journal> journal) {
    this.shown = shown;
    this.journal = journal;
  }

  Breakdowns breakdowns() {
    Journal book = journal.getIfAvailable();
    return book == null ? Breakdowns.of(shown.plan()) : Breakdowns.of(shown.plan(), book);
  }

  Rankings rankings() {
    return new Rankings(shown.plan(), shown.figures(), breakdowns());
  }

  Proposals proposals() {
    return new Proposals(shown.plan(), shown.figures());
  }

  Parts parts() {
    return new Parts(shown.plan(), shown.figures());
  }

  /// The address of a breakdown.
  static String path(Breakdown.Key key) {
    return "/breakdowns/" + key;
  }

  /// What a breakdown is called: 工业总产值 · 区县 · 2012年.
  String name(Breakdown.Key key, Language language) {
    String target =
        shown
            .find(key.target())
            .map(one -> one.indicator().name().in(language))
            .orElse(key.target());
    return "%s · %s · %s"
        .formatted(target, key.dimension().words().in(language), key.period().words().in(language));
  }
}
