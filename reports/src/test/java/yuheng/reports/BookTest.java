package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yuheng.reports.Town.key;
import static yuheng.reports.Town.report;
import static yuheng.reports.Town.row;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;
import yuheng.facts.Role;
import yuheng.terms.Period;

/// What a unit hands in stays as it said it.
class BookTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("book.db");
  }

  @Test
  void aReportGoesFromHandedInToAcceptedAndIsThereAfterReopening() {
    Version before;
    var clock = new Town.TownClock();
    try (var town = new Town(file(), clock)) {
      var firms = town.firms(1);
      var heard = new ArrayList<Version>();
      town.book.onAccepted(heard::add);
      ReportKey september = key(firms.unit(), "2012-09");
      var receipt = town.receipt(firms.owner(), report(september, row(100, 90), 0));
      assertThat(receipt.number()).isEqualTo(1);
      Access office = town.office(Role.DISTRICT, "district:500107");
      assertThat(town.book.giveBack(office, receipt.entry(), "销售产值与库存不符"))
          .isInstanceOfSatisfying(
              Decided.Kept.class,
              kept -> assertThat(kept.version().state()).isEqualTo(Version.State.RETURNED));
      var second = town.receipt(firms.owner(), report(september, row(100, 80), 1));
      assertThat(town.book.accept(office, receipt.entry(), ""))
          .as("not the last")
          .isInstanceOf(Decided.Refused.class);
      assertThat(town.book.accept(office, second.entry(), "")).isInstanceOf(Decided.Kept.class);
      assertThat(town.book.giveBack(office, second.entry(), "again"))
          .as("decided already")
          .isInstanceOf(Decided.Refused.class);
      List<Version> versions = town.book.versions(firms.owner(), september);
      assertThat(versions)
          .extracting(Version::state)
          .containsExactly(Version.State.RETURNED, Version.State.ACCEPTED);
      assertThat(versions).extracting(Version::number).containsExactly(1, 2);
      before = versions.getLast();
      assertThat(before.cells()).isEqualTo(row(100, 80));
      assertThat(before.hash()).isEqualTo(second.hash());
      assertThat(heard).containsExactly(before);
      assertThat(town.book.acceptedSince(0, 10)).containsExactly(before);
      assertThat(town.book.acceptedSince(town.book.lastEntry(), 10)).isEmpty();
      assertThat(town.book.last(firms.owner(), "output", Period.of("2012-09")))
          .containsExactly(before);
    }
    try (var town = new Town(file(), clock)) {
      Access owner = town.accounts.access(before.by()).orElseThrow();
      assertThat(town.book.versions(owner, before.key())).endsWith(before);
      assertThat(town.book.verify()).isEmpty();
      assertThat(town.journal.verify()).isEmpty();
    }
  }

  @Test
  void nobodyReplacesAVersionThatHeHasNotSeen() {
    try (var town = new Town(file())) {
      var firms = town.firms(1);
      ReportKey september = key(firms.unit(), "2012-09");
      town.receipt(firms.owner(), report(september, row(100, 90), 0));
      var blind = new Submission(september, row(100, 91), Map.of(), 0, "other");
      assertThat(town.book.submit(firms.owner(), blind))
          .isInstanceOfSatisfying(
              Answer.Overtaken.class,
              late -> assertThat(late.since().cells()).isEqualTo(row(100, 90)));
      var ahead = new Submission(september, row(100, 91), Map.of(), 2, "ahead");
      assertThat(town.book.submit(firms.owner(), ahead)).isInstanceOf(Answer.Refused.class);
      assertThat(town.book.versions(firms.owner(), september)).hasSize(1);
    }
  }

  @Test
  void theSameTextTwiceIsOneReportAlsoAfterARestartAndFromManyThreads() {
    var clock = new Town.TownClock();
    String owner;
    ReportKey september;
    Answer.Receipt first;
    Submission said;
    try (var town = new Town(file(), clock)) {
      var firms = town.firms(1);
      owner = firms.owner().account();
      september = key(firms.unit(), "2012-09");
      said = report(september, row(100, 90), 0);
      var receipts =
          IntStream.range(0, 16)
              .parallel()
              .mapToObj(_ -> town.receipt(firms.owner(), said))
              .distinct()
              .toList();
      assertThat(receipts).hasSize(1);
      first = receipts.getFirst();
      var otherwise = new Submission(september, row(100, 91), Map.of(), 1, said.idempotency());
      assertThat(town.book.submit(firms.owner(), otherwise)).isInstanceOf(Answer.Refused.class);
    }
    try (var town = new Town(file(), clock)) {
      Access again = town.accounts.access(owner).orElseThrow();
      assertThat(town.receipt(again, said)).isEqualTo(first);
      assertThat(town.book.versions(again, september)).hasSize(1);
    }
  }

  @Test
  void twoProcessesOnOneFileKeepOneOrderAndWholeChains() {
    try (var one = new Town(file());
        var other = ReportBook.open(Town.SCHEME, file(), one.clock)) {
      var firms = one.firms(4);
      IntStream.range(0, 120)
          .parallel()
          .forEach(
              i -> {
                ReportBook book = i % 2 == 0 ? one.book : other;
                ReportKey key =
                    key(firms.units().get(i % 4), "20%02d-%02d".formatted(11, 2 + i / 4 % 11));
                Access by = firms.owners().get(i % 4);
                Answer answer = new Answer.NotYours(new yuheng.terms.Words("-", "-"));
                while (!(answer instanceof Answer.Receipt)) {
                  int seen = book.versions(by, key).size();
                  answer =
                      book.submit(
                          by, new Submission(key, row(1_000, i), Map.of(), seen, i + " " + seen));
                }
              });
      assertThat(one.book.verify()).isEmpty();
      assertThat(other.lastEntry()).isEqualTo(one.book.lastEntry());
      assertThat(other.units(firms.line(), "enterprise", Town.FIRST, Instant.MAX)).hasSize(4);
      long versions =
          firms.units().stream()
              .mapToLong(
                  unit ->
                      IntStream.rangeClosed(2, 12)
                          .map(
                              month ->
                                  other
                                      .versions(
                                          firms.owners().get(firms.units().indexOf(unit)),
                                          key(unit, "2011-%02d".formatted(month)))
                                      .size())
                          .sum())
              .sum();
      assertThat(versions).isEqualTo(120);
    }
  }

  @Test
  void aDayIsBoundWhenTheNextOneSaysSomethingOrWhenAsked() {
    try (var town = new Town(file())) {
      var firms = town.firms(2);
      town.receipt(firms.owner(), report(key(firms.unit(), "2012-09"), row(1, 1), 0));
      LocalDate first = LocalDate.of(2012, 10, 8);
      assertThat(town.book.root(first)).isEmpty();
      assertThat(town.book.seal()).isEmpty();
      town.clock.set("2012-10-09T00:00:00Z");
      town.receipt(firms.owner(), report(key(firms.unit(), "2012-08"), row(1, 1), 0));
      DayRoot root = town.book.root(first).orElseThrow();
      assertThat(root.units()).as("two firms and the house").isEqualTo(3);
      town.clock.set("2012-10-12T00:00:00Z");
      assertThat(town.book.root(LocalDate.of(2012, 10, 10))).isEmpty();
      DayRoot next = town.book.root(LocalDate.of(2012, 10, 9)).orElseThrow();
      assertThat(next.before()).isEqualTo(root.root());
      town.clock.set("2012-10-09T12:00:00Z");
      var late = town.receipt(firms.owner(), report(key(firms.unit(), "2012-07"), row(1, 1), 0));
      assertThat(late.heard())
          .as("a clock that goes back says nothing of a day that is bound")
          .isEqualTo(Instant.parse("2012-10-10T00:00:00Z"));
      assertThat(town.book.verify()).isEmpty();
    }
  }

  @Test
  void whoHasNotReportedIsKnownAsOfAnyMoment() {
    try (var town = new Town(file())) {
      var firms = town.firms(2);
      Period september = Period.of("2012-09");
      Instant before = town.clock.instant();
      town.clock.set("2012-10-09T00:00:00Z");
      town.receipt(firms.owner(), report(key(firms.unit(), "2012-09"), row(1, 1), 0));
      assertThat(town.book.missing(firms.line(), "output", september, before)).hasSize(2);
      assertThat(town.book.missing(firms.line(), "output", september, town.clock.instant()))
          .extracting(RegisterUnit::number)
          .containsExactly(firms.units().getLast());
    }
  }

  @Test
  void whatIsTypedIsKeptAsTypedUntilItIsHandedIn() {
    try (var town = new Town(file())) {
      var firms = town.firms(1);
      ReportKey september = key(firms.unit(), "2012-09");
      Map<String, String> typed = Map.of("gross", " 1,2x ", "sales", "");
      town.book.keepDraft(firms.owner(), september, typed);
      assertThat(town.book.draft(firms.owner(), september)).isEqualTo(typed);
      assertThat(town.book.draft(firms.line(), september)).isEmpty();
      assertThatThrownBy(() -> town.book.keepDraft(firms.line(), september, typed))
          .isInstanceOf(ReportBook.NotYours.class);
      town.receipt(firms.owner(), report(september, row(1, 1), 0));
      assertThat(town.book.draft(firms.owner(), september)).isEmpty();
    }
  }

  @Test
  void theFirstVersionAfterAResetIsMarkedAndNoOther() {
    try (var town = new Town(file())) {
      var firms = town.firms(1);
      String name = firms.owner().account();
      town.receipt(firms.owner(), report(key(firms.unit(), "2012-07"), row(1, 1), 0));
      town.activation.reset(firms.root(), name);
      town.activation.renew(town.letters.getLast().code(), "new");
      town.accounts.password(name, name, "own", false);
      Access again = town.accounts.access(name).orElseThrow();
      town.receipt(again, report(key(firms.unit(), "2012-08"), row(1, 1), 0));
      town.receipt(again, report(key(firms.unit(), "2012-09"), row(1, 1), 0));
      assertThat(List.of("2012-07", "2012-08", "2012-09"))
          .extracting(
              period ->
                  town.book.versions(again, key(firms.unit(), period)).getFirst().afterReset())
          .containsExactly(false, true, false);
    }
  }

  @Test
  void aFormMayGainAndMoveItemsAndOldVersionsAreReadRight() {
    var clock = new Town.TownClock();
    String owner;
    ReportKey september;
    try (var town = new Town(file(), clock)) {
      var firms = town.firms(1);
      owner = firms.owner().account();
      september = key(firms.unit(), "2012-09");
      town.receipt(firms.owner(), report(september, row(100, 90), 0));
      var form = Town.output();
      var items = new ArrayList<>(form.items().reversed());
      items.addFirst(more(form));
      var grown =
          new yuheng.plan.Form(
              form.id(),
              form.words(),
              form.register(),
              form.rhythm(),
              form.yearToDate(),
              form.dueDays(),
              form.from(),
              form.source(),
              items,
              form.checks());
      var scheme =
          Scheme.of(
              List.copyOf(Town.SCHEME.registers().values()), List.of(grown), Town.SCHEME.lists());
      try (var later = ReportBook.open(scheme, file(), clock)) {
        CellRow old = later.versions(firms.owner(), september).getFirst().cells();
        assertThat(old).hasToString("[–, 90, 100]");
        CellRow all = CellRow.of(grown).now(0, 7).now(1, 91).now(2, 101).row();
        assertThat(later.submit(firms.owner(), report(september, all, 1)))
            .isInstanceOf(Answer.Receipt.class);
        assertThat(later.verify()).isEmpty();
      }
    }
    try (var town = new Town(file(), clock)) {
      Access again = town.accounts.access(owner).orElseThrow();
      assertThat(town.book.versions(again, september))
          .extracting(Version::cells)
          .containsExactly(row(100, 90), row(101, 91));
    }
  }

  private static yuheng.plan.Form.Item more(yuheng.plan.Form form) {
    var first = form.items().getFirst();
    return new yuheng.plan.Form.Item(
        "stock", first.words(), first.unit(), first.time(), false, false, false);
  }
}
