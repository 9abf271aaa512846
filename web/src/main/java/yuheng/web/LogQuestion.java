package yuheng.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.ActFilter;

/// What is asked of the log; an empty text asks nothing.
///
/// @param words that stand anywhere in an act
/// @param by account that said it
/// @param what it was for, as a code
/// @param about account, figure, duty, unit that it is about
/// @param from first day, by the clock of the place
/// @param to last day
record LogQuestion(String words, String by, String what, String about, String from, String to) {
  static LogQuestion read(WebRequest request) {
    return new LogQuestion(
        Asked.said(request, "q"),
        Asked.said(request, "by"),
        Asked.said(request, "what"),
        Asked.said(request, "about"),
        Asked.said(request, "from"),
        Asked.said(request, "to"));
  }

  ActFilter filter() {
    return new ActFilter(
        some(by),
        some(what),
        Optional.empty(),
        some(about),
        day(from).map(LogQuestion::start),
        day(to).map(day -> start(day.plusDays(1))));
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  /// A day; what is none asks nothing, and the form shows it as it was typed.
  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  Map<String, String> more() {
    var more = new LinkedHashMap<String, String>();
    more.put("q", words);
    more.put("by", by);
    more.put("what", what);
    more.put("about", about);
    more.put("from", from);
    more.put("to", to);
    more.values().removeIf(String::isEmpty);
    return more;
  }

  boolean asksNothing() {
    return more().isEmpty();
  }
}
