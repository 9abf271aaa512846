package yuheng.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.reports.RegisterChange.Add;

/// Everything that was said of one unit. What is true of a day is what was said from the latest day
/// up to it; of two changes from the same day, the one heard later.
final class History {
  private static final Comparator<RegisterEntry> BY_DAY =
      Comparator.comparing((RegisterEntry entry) -> entry.change().from())
          .thenComparingLong(RegisterEntry::entry);

  private final Add added;
  private final List<RegisterEntry> heard;
  private final List<RegisterEntry> byDay;

  private History(Add added, List<RegisterEntry> heard) {
    this.added = added;
    this.heard = heard;
    this.byDay = heard.stream().sorted(BY_DAY).toList();
  }

  static History of(RegisterEntry first) {
    return new History((Add) first.change(), List.of(first));
  }

  History and(RegisterEntry entry) {
    var all = new ArrayList<>(heard);
    all.add(entry);
    return new History(added, List.copyOf(all));
  }

  long number() {
    return heard.getFirst().unit();
  }

  String register() {
    return added.register();
  }

  /// First day.
  LocalDate from() {
    return added.from();
  }

  /// In the order in which they were heard.
  List<RegisterEntry> entries() {
    return heard;
  }

  /// First day on which it is not there any more, as known today.
  Optional<LocalDate> end() {
    return byDay.stream()
        .filter(entry -> ends(entry.change()))
        .map(entry -> entry.change().from())
        .findFirst();
  }

  /// It ended on the day on which it began, so that it never was.
  boolean neverWas() {
    return end().filter(day -> !day.isAfter(from())).isPresent();
  }

  private static boolean ends(RegisterChange change) {
    return switch (change) {
      case RegisterChange.Merge _, RegisterChange.Split _, RegisterChange.Close _ -> true;
      case Add _, RegisterChange.Change _, RegisterChange.Recode _ -> false;
    };
  }

  /// The unit on a day, as known at a moment; empty when it began later or was not known.
  Optional<RegisterUnit> on(LocalDate day, Instant known) {
    if (day.isBefore(from()) || heard.getFirst().heard().isAfter(known)) {
      return Optional.empty();
    }
    Map<String, String> attributes = new HashMap<>();
    var codes = new ArrayList<String>();
    Optional<LocalDate> until = Optional.empty();
    Optional<Long> into = Optional.empty();
    for (RegisterEntry entry : byDay) {
      if (entry.heard().isAfter(known)) {
        continue;
      }
      boolean begun = !entry.change().from().isAfter(day);
      switch (entry.change()) {
        case Add(_, var code, var first, _) -> {
          codes.add(code);
          set(attributes, first);
        }
        case RegisterChange.Change(_, var changed, _) -> {
          if (begun) {
            set(attributes, changed);
          }
        }
        case RegisterChange.Recode(_, var code, _) -> codes.add(begun ? 0 : codes.size(), code);
        case RegisterChange.Merge(_, long other, var from) -> {
          until = Optional.of(from);
          into = Optional.of(other);
        }
        case RegisterChange.Split(_, var others, var from) -> {
          until = Optional.of(from);
          into = Optional.of(others.getFirst());
        }
        case RegisterChange.Close(_, _, var from) -> until = Optional.of(from);
      }
    }
    return Optional.of(
        new RegisterUnit(
            number(),
            register(),
            List.copyOf(new LinkedHashSet<>(codes)),
            attributes,
            from(),
            until,
            into));
  }

  /// An empty text takes an attribute away.
  private static void set(Map<String, String> attributes, Map<String, String> to) {
    to.forEach(
        (attribute, value) -> {
          if (value.isEmpty()) {
            attributes.remove(attribute);
          } else {
            attributes.put(attribute, value);
          }
        });
  }

  /// The last day on which something can be asked of it: today, or its last.
  RegisterUnit lately(LocalDate today) {
    LocalDate last = end().map(day -> day.minusDays(1)).filter(today::isAfter).orElse(today);
    LocalDate day = last.isBefore(from()) ? from() : last;
    return on(day, Instant.MAX).orElseThrow();
  }
}
