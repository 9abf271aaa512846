package yuheng.reports;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import yuheng.facts.Access;
import yuheng.terms.Words;

/// What offices say of versions, within the transaction that keeps it.
final class Offices {
  private static final int LONGEST = 2_000;

  private final Scheme scheme;
  private final Ledger ledger;

  Offices(Scheme scheme, Ledger ledger) {
    this.scheme = scheme;
    this.ledger = ledger;
  }

  Decided decide(
      Access by, long version, boolean accepted, String text, Consumer<Version> listeners)
      throws SQLException {
    Optional<Entry> found = find(version);
    Optional<RegisterUnit> unit = found.flatMap(this::unit);
    if (found.isEmpty() || unit.filter(one -> sees(by, one, found.get())).isEmpty()) {
      return refused("没有这个版本。", "There is no such version.");
    }
    Entry entry = found.get();
    if (!reach().decides(by, unit.get(), Bodies.key(entry).period().lastDay())) {
      return refused("您的角色不能接受或退回报表。", "Your role does not accept or return reports.");
    }
    if (text.length() > LONGEST || (!accepted && text.isBlank())) {
      return refused("退回须写明理由，不超过 2000 字。", "Say why it is returned, in at most 2000 characters.");
    }
    Optional<Entry> last = ledger.table().lastVersion(Bodies.key(entry));
    if (last.filter(one -> one.number() == version).isEmpty()) {
      return refused("企业已报送更新的版本。", "The unit has handed in a later version.");
    }
    if (ledger.table().about(version).stream().anyMatch(one -> one.kind() == Entry.Kind.DECISION)) {
      return refused("该版本已有裁定。", "The version is decided already.");
    }
    Entry decision =
        ledger.addAbout(
            entry, Entry.Kind.DECISION, by.account(), Bodies.of(accepted, text.strip()));
    Version shown = Bodies.version(entry, Optional.of(decision), ledger.known().layouts());
    if (accepted) {
      ledger.afterwards(() -> listeners.accept(shown));
    }
    return new Decided.Kept(shown);
  }

  Decided annotate(Access by, long version, String text) throws SQLException {
    Optional<Entry> found = find(version);
    Optional<RegisterUnit> unit = found.flatMap(this::unit);
    if (found.isEmpty() || unit.filter(one -> sees(by, one, found.get())).isEmpty()) {
      return refused("没有这个版本。", "There is no such version.");
    }
    if (!reach().annotates(by, unit.get(), Bodies.key(found.get()).period().lastDay())) {
      return refused("您的角色不能批注报表。", "Your role does not write notes beside reports.");
    }
    if (text.isBlank() || text.length() > LONGEST) {
      return refused("批注须为 1 至 2000 字。", "A note has 1 to 2000 characters.");
    }
    ledger.addAbout(
        found.get(), Entry.Kind.NOTE, by.account(), new Packed().add(text.strip()).bytes());
    List<Entry> about = ledger.table().about(version);
    return new Decided.Kept(
        Bodies.version(
            found.get(),
            about.stream().filter(one -> one.kind() == Entry.Kind.DECISION).findFirst(),
            ledger.known().layouts()));
  }

  private Optional<Entry> find(long version) throws SQLException {
    return ledger.table().find(version).filter(entry -> entry.kind() == Entry.Kind.VERSION);
  }

  private Optional<RegisterUnit> unit(Entry version) {
    return ledger
        .known()
        .registry()
        .find(version.unit())
        .flatMap(unit -> unit.on(Bodies.key(version).period().lastDay(), Instant.MAX));
  }

  private boolean sees(Access by, RegisterUnit unit, Entry version) {
    return reach().seesCells(by, unit, Bodies.key(version).period().lastDay());
  }

  private Reach reach() {
    return new Reach(scheme, ledger.known().registry());
  }

  private static Decided refused(String zh, String en) {
    return new Decided.Refused(new Words(zh, en));
  }
}
