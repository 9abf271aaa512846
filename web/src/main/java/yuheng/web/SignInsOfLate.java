package yuheng.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.ActFilter;
import yuheng.facts.Journal;
import yuheng.facts.Said;

/// The sign-ins that a journal has of the last while, so that a restart lets nobody guess anew.
/// What was guessed for names that no account has counts for its address only: those names are not
/// kept.
final class SignInsOfLate {
  private static final int MOST = 20_000;

  private SignInsOfLate() {}

  static void tell(Journal journal, Clock clock, Lockout lockout) {
    Instant from = clock.instant().minus(Lockout.WINDOW.multipliedBy(2));
    List<Act> acts =
        journal.find(ActFilter.since(Accounts.SIGN_IN, from), Long.MAX_VALUE, MOST).reversed();
    for (Act act : acts) {
      for (Said said : act.said()) {
        String outcome = said.find("outcome").orElse("");
        String name = said.subject().equals(Accounts.NOBODY) ? "" : said.subject();
        if (outcome.equals("failed") || outcome.equals("locked")) {
          lockout.wrongAt(name, said.find("from").orElse(""), act.at());
        } else if (outcome.equals("in")) {
          lockout.right(name);
        }
      }
    }
  }
}
