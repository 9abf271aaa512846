package yuheng.reports;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yuheng.facts.Access;
import yuheng.facts.Journal;
import yuheng.plan.Form;
import yuheng.reports.Answer.Remark;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// Takes what units hand in, within the transaction that keeps it.
final class Submissions {
  private static final int LONGEST_TOKEN = 200;
  private static final int LONGEST_REASON = 500;

  private final Scheme scheme;
  private final Ledger ledger;
  private final Map<String, FormChecks> checks = new HashMap<>();

  Submissions(Scheme scheme, Ledger ledger) {
    this.scheme = scheme;
    this.ledger = ledger;
  }

  Answer take(Access by, Submission said) throws SQLException {
    ReportKey key = said.key();
    if (!by.speaksFor(key.unit())) {
      return new Answer.NotYours(
          new Words("只有该企业自己的账号才能为它上报。", "Only an account of the unit itself reports for it."));
    }
    if (said.idempotency().isBlank() || said.idempotency().length() > LONGEST_TOKEN) {
      return refused("idempotency", "请求号须为 1 至 200 个字符。", "Its own text has 1 to 200 characters.");
    }
    byte[] token = Arrays.copyOf(new Digest().add(said.idempotency()).end(), 16);
    Optional<Entry> same = ledger.table().byToken(key.unit(), token);
    if (same.isPresent()) {
      return again(said, same.get());
    }
    Optional<Answer> wrong = wrongReport(key);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Optional<Entry> last = ledger.table().lastVersion(key);
    int number = last.map(Bodies::number).orElse(0);
    if (said.seen() < number) {
      return new Answer.Overtaken(shown(last.orElseThrow()));
    }
    if (said.seen() > number) {
      return refused("seen", "所依据的版本不存在。", "There is no version of the number that it replaces.");
    }
    return check(by, said, token, number + 1);
  }

  private static Answer refused(String check, String zh, String en) {
    return new Answer.Refused(List.of(new Remark(check, List.of(), new Words(zh, en))));
  }

  private Answer again(Submission said, Entry first) throws SQLException {
    Version kept = shown(first);
    return kept.key().equals(said.key()) && kept.cells().equals(said.cells())
        ? receipt(kept)
        : refused("idempotency", "该请求号已用于另一份报表。", "The same text came with another report before.");
  }

  private Version shown(Entry entry) throws SQLException {
    Optional<Entry> decision =
        ledger.table().about(entry.number()).stream()
            .filter(one -> one.kind() == Entry.Kind.DECISION)
            .findFirst();
    return Bodies.version(entry, decision, ledger.known().layouts());
  }

  private static Answer.Receipt receipt(Version kept) {
    return new Answer.Receipt(kept.entry(), kept.key(), kept.number(), kept.heard(), kept.hash());
  }

  private Optional<Answer> wrongReport(ReportKey key) {
    Optional<Form> form = scheme.form(key.form());
    Period period = key.period();
    if (form.isEmpty()
        || !form.get().closing(YearMonth.from(period.lastDay())).equals(Optional.of(period))) {
      return Optional.of(
          refused("period", "该报表没有这一报告期。", "The form is not reported for this period."));
    }
    if (period.lastDay().isAfter(ledger.today())) {
      return Optional.of(refused("period", "报告期尚未结束。", "The period is not over."));
    }
    boolean stands =
        ledger
            .known()
            .registry()
            .find(key.unit())
            .filter(unit -> unit.register().equals(form.get().register()))
            .flatMap(unit -> unit.on(period.lastDay(), Instant.MAX))
            .filter(unit -> unit.standsOn(period.lastDay()))
            .isPresent();
    return stands
        ? Optional.empty()
        : Optional.of(
            refused(
                "unit-gone",
                "报告期最后一日该单位不在册。",
                "The unit is not on the register on the period's last day."));
  }

  private Answer check(Access by, Submission said, byte[] token, int number) throws SQLException {
    Form form = scheme.form(said.key().form()).orElseThrow();
    var tested =
        new RowChecks(
            checks.computeIfAbsent(form.id(), _ -> new FormChecks(form)),
            said.cells(),
            () -> before(form, said.key()));
    List<Remark> faults = tested.faults();
    if (!faults.isEmpty()) {
      return new Answer.Refused(faults);
    }
    List<Remark> doubts = tested.doubts();
    List<Remark> unexplained =
        doubts.stream()
            .filter(doubt -> said.reasons().getOrDefault(doubt.check(), "").isBlank())
            .toList();
    if (!unexplained.isEmpty()) {
      return new Answer.Asked(unexplained);
    }
    Map<String, String> reasons = new TreeMap<>();
    for (Remark doubt : doubts) {
      String reason = said.reasons().getOrDefault(doubt.check(), "").strip();
      if (reason.length() > LONGEST_REASON) {
        return refused("reason", "说明不超过 500 字。", "A reason has at most 500 characters.");
      }
      reasons.put(doubt.check(), reason);
    }
    var explained =
        new Submission(said.key(), said.cells(), reasons, said.seen(), said.idempotency());
    return keep(by, explained, form, token, number);
  }

  private Answer keep(Access by, Submission said, Form form, byte[] token, int number)
      throws SQLException {
    ReportKey key = said.key();
    Optional<Long> layout = ledger.known().layouts().current(form.id());
    long items =
        layout.isPresent()
            ? layout.get()
            : ledger.addLayout(form.id(), Layouts.items(form)).number();
    boolean afterReset = by.resetSince() > 0 && lastReset(by, key.unit()) < by.resetSince();
    byte[] body = Bodies.of(said, items, number, by.resetSince(), afterReset);
    Entry entry = ledger.addVersion(by, key, token, body);
    Typed.remove(ledger.table(), key);
    return receipt(Bodies.version(entry, Optional.empty(), ledger.known().layouts()));
  }

  private long lastReset(Access by, long unit) throws SQLException {
    return ledger.table().versionsBy(unit, by.account()).stream()
        .findFirst()
        .map(Bodies::reset)
        .orElse(0L);
  }

  /// The last report before a period, of the same year where the form is year-to-date.
  private Optional<CellRow> before(Form form, ReportKey key) {
    YearMonth month = YearMonth.from(key.period().lastDay());
    YearMonth first = form.yearToDate() ? month.withMonth(1) : YearMonth.from(form.from());
    try {
      for (YearMonth earlier = month.minusMonths(1);
          !earlier.isBefore(first);
          earlier = earlier.minusMonths(1)) {
        Optional<Period> period = form.closing(earlier);
        if (period.isEmpty()) {
          continue;
        }
        Optional<Entry> entry =
            ledger.table().lastVersion(new ReportKey(key.unit(), key.form(), period.get()));
        if (entry.isPresent()) {
          return Optional.of(shown(entry.get()).cells());
        }
      }
      return Optional.empty();
    } catch (SQLException broken) {
      throw new Journal.Unavailable("Could not read the report before", broken);
    }
  }
}
