package yuheng.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages that were made for everybody, kept so that who asks next need not wait (页架).
///
/// They lie there with what they were made of: the last act of the journal, and the day. With the
/// first question after either has changed the shelf is empty, so that nothing old is ever given.
/// It is bounded in memory; the page that was asked for longest ago goes first.
final class Shelf {
  private final long most;
  private final Map<String, ReadyPage> pages = new LinkedHashMap<>(64, 0.75f, true);
  private Made made = new Made(-1, LocalDate.MIN);
  private long bytes;

  /// @param most bytes of pages that are kept
  Shelf(long most) {
    this.most = most;
  }

  /// What a page was made of.
  ///
  /// @param lastAct number of the last act in the journal
  /// @param day today
  record Made(long lastAct, LocalDate day) {
    boolean isBefore(Made that) {
      return lastAct < that.lastAct || (lastAct == that.lastAct && day.isBefore(that.day));
    }
  }

  /// The page of an address made of the very same.
  synchronized Optional<ReadyPage> find(Made now, String address) {
    moveOn(now);
    @Nullable ReadyPage found = now.equals(made) ? pages.get(address) : null;
    return Optional.ofNullable(found);
  }

  /// Keeps a page, unless something was said since what it was made of.
  ///
  /// @param of what was there before the making began
  synchronized void put(Made of, String address, ReadyPage page) {
    moveOn(of);
    if (!of.equals(made) || page.bytes() > most / 8) {
      return;
    }
    @Nullable ReadyPage before = pages.put(address, page);
    bytes += page.bytes() - (before == null ? 0 : before.bytes());
    var oldest = pages.values().iterator();
    while (bytes > most) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  private void moveOn(Made now) {
    if (made.isBefore(now)) {
      made = now;
      pages.clear();
      bytes = 0;
    }
  }

  synchronized int size() {
    return pages.size();
  }
}
