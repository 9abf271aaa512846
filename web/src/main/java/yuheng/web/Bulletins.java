package yuheng.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import yuheng.delivery.Bulletin;
import yuheng.delivery.BulletinDesk;
import yuheng.delivery.BulletinFile;
import yuheng.delivery.BulletinRecord;
import yuheng.delivery.Duties;
import yuheng.delivery.Duty;
import yuheng.facts.Breakdowns;
import yuheng.facts.Journal;
import yuheng.indicators.Question;
import yuheng.terms.Language;

/// The bulletins of a plan, with a desk to work on them where there is a journal.
final class Bulletins implements AutoCloseable {
  private final ExecutorService writing =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bulletin files").factory());
  private final Shown shown;
  private final Optional<Journal> journal;

  Bulletins(Shown shown, ObjectProvider<Journal> journal) {
    this.shown = shown;
    this.journal = Optional.ofNullable(journal.getIfAvailable());
  }

  private Bulletin write(Question question) {
    List<Duty> duties =
        journal.map(kept -> new Duties(kept, shown.plan()).upTo(question.asOf())).orElse(List.of());
    Breakdowns breakdowns =
        journal
            .map(kept -> Breakdowns.of(shown.plan(), kept))
            .orElseGet(() -> Breakdowns.of(shown.plan()));
    return Bulletin.of(shown.plan(), shown.figures(), breakdowns, question, duties);
  }

  Optional<BulletinDesk> desk() {
    return journal.map(
        kept -> new BulletinDesk(kept, day -> month -> write(new Question(month, day))));
  }

  /// The bulletin of a month written in an address.
  ///
  /// @throws NoSuchElementException if it is no month of the strategy
  BulletinRecord find(String month, Asked asked) {
    YearMonth read = month(month);
    return desk()
        .map(desk -> desk.find(read, asked.knownOn()))
        .orElseGet(() -> BulletinRecord.generated(write(new Question(read, asked.knownOn()))));
  }

  BulletinFile file(BulletinRecord record, Language language, BulletinFile.Kind kind) {
    return desk()
        .map(desk -> desk.file(record, language, kind))
        .orElseGet(() -> BulletinFile.write(record.bulletin(), language, kind));
  }

  /// Has the files of a bulletin that was just signed made and kept, without waiting for them.
  void keepFiles(String month, Asked asked) {
    BulletinDesk desk = desk().orElseThrow();
    BulletinRecord signed = find(month, asked);
    writing.execute(() -> desk.keepFiles(signed));
  }

  /// Whether a file of a frozen bulletin is kept already.
  boolean keeps(BulletinRecord record, Language language, BulletinFile.Kind kind) {
    return desk().filter(desk -> desk.keeps(record, language, kind)).isPresent();
  }

  /// Waits for files that are being made.
  @Override
  public void close() {
    writing.close();
  }

  /// Months that have a bulletin in the journal, and the one asked about.
  List<YearMonth> months() {
    return desk().map(BulletinDesk::months).orElse(List.of());
  }

  private YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      int year = month.getYear();
      if (year < shown.plan().span().start().getYear() || year > shown.plan().horizon()) {
        throw new NoSuchElementException(text);
      }
      return month;
    } catch (DateTimeException notOne) {
      throw new NoSuchElementException(text, notOne);
    }
  }
}
