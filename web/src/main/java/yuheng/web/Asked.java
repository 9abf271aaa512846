package yuheng.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;
import yuheng.indicators.Question;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// What an address asks: as of which month, known on which day, in which language; and who asks.
/// Every link of a page carries the question on, so that any view can be sent to someone.
record Asked(YearMonth asOf, LocalDate knownOn, Language language, Visitor visitor) {

  static Asked read(WebRequest request, Question otherwise) {
    return new Asked(
        month(request.getParameter("as-of"), otherwise.asOf()),
        day(request.getParameter("known-on"), otherwise.knownOn()),
        language(request),
        Visitor.of(request));
  }

  /// The question asked where an address asks none, or none that can be understood; its language is
  /// kept.
  static Asked plain(WebRequest request, Question otherwise) {
    return new Asked(otherwise.asOf(), otherwise.knownOn(), language(request), Visitor.of(request));
  }

  private static Language language(WebRequest request) {
    return "en".equals(request.getParameter("lang")) ? Language.EN : Language.ZH;
  }

  private static YearMonth month(@Nullable String text, YearMonth other) {
    if (text == null || text.isBlank()) {
      return other;
    }
    try {
      return YearMonth.parse(text.strip());
    } catch (DateTimeParseException notOne) {
      throw new BadQuestion(
          new Words(
              "“as-of=%s” 不是月份，请写成 2012-09。".formatted(text),
              "«as-of=%s» is not a month; write it like 2012-09.".formatted(text)));
    }
  }

  private static LocalDate day(@Nullable String text, LocalDate other) {
    if (text == null || text.isBlank()) {
      return other;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException notOne) {
      throw new BadQuestion(
          new Words(
              "“known-on=%s” 不是日期，请写成 2013-03-18。".formatted(text),
              "«known-on=%s» is not a day; write it like 2013-03-18.".formatted(text)));
    }
  }

  Question question() {
    return new Question(asOf, knownOn);
  }

  Asked in(Language other) {
    return new Asked(asOf, knownOn, other, visitor);
  }

  String lang() {
    return language == Language.EN ? "en" : "zh";
  }

  /// A word of the page.
  String t(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  String t(Words words) {
    return words.in(language);
  }

  /// So many of something: 3 个目标, 1 target, 3 targets.
  ///
  /// @param zh with its measure word
  String count(long number, String zh, String one, String many) {
    return t(number + " " + zh, number + " " + (number == 1 ? one : many));
  }

  /// What an address says under a name, without spaces around; empty when it says nothing.
  static String said(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /// An address of ours that asks the same.
  String href(String path) {
    return href(path, Map.of());
  }

  String href(String path, Map<String, String> more) {
    var query = new LinkedHashMap<String, String>();
    query.put("as-of", asOf.toString());
    query.put("known-on", knownOn.toString());
    query.put("lang", lang());
    query.putAll(more);
    int fragment = path.indexOf('#');
    String plain = fragment < 0 ? path : path.substring(0, fragment);
    return plain
        + query.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""))
        + (fragment < 0 ? "" : path.substring(fragment));
  }

  /// An address asks something that is no question.
  static final class BadQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Words words;

    BadQuestion(Words words) {
      super(words.en());
      this.words = words;
    }

    Words words() {
      return words;
    }
  }
}
