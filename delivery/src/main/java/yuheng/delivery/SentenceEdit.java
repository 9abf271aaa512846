package yuheng.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuheng.delivery.Sentence.Run;
import yuheng.terms.Language;
import yuheng.terms.Problem;

/// What came of reading an analyst's words for a sentence: numbers stand in their brackets, once
/// each, as they were.
sealed interface SentenceEdit {
  /// The longest sentence that is taken, in characters.
  int LONGEST = 2_000;

  /// Words with slots.
  record Read(String template) implements SentenceEdit {}

  /// Numbers were dropped, altered or doubled.
  record Wrong(List<Problem> problems) implements SentenceEdit {}

  /// `〔a：9621亿元〕`
  Pattern BRACKETS = Pattern.compile("〔([^〕：:]*)[：:]([^〕]*)〕");

  static SentenceEdit read(Sentence sentence, Language language, String text, String place) {
    Map<String, String> due = new LinkedHashMap<>();
    for (Run run : sentence.runs(language)) {
      if (run instanceof Run.Tied(String shown, String slot, _)) {
        due.put(slot, shown);
      }
    }
    var problems = new ArrayList<Problem>();
    var met = new TreeSet<String>();
    var template = new StringBuilder();
    Matcher found = BRACKETS.matcher(text.strip().replaceAll("\\s*\\R\\s*", ""));
    while (found.find()) {
      String slot = found.group(1).strip();
      @Nullable String shown = due.get(slot);
      if (shown == null || !met.add(slot)) {
        problems.add(
            problem(
                place,
                shown == null
                    ? "there is no number `%s` in this sentence".formatted(slot)
                    : "the number `%s` stands twice".formatted(slot),
                "leave each number in its brackets once"));
      } else if (!shown.equals(found.group(2).strip())) {
        problems.add(
            problem(
                place,
                "`%s` was changed to `%s`".formatted(shown, found.group(2).strip()),
                "leave it as 〔%s：%s〕; if the figure is wrong, enter the right one".formatted(slot, shown)));
      }
      found.appendReplacement(template, Matcher.quoteReplacement("{" + slot + "}"));
    }
    found.appendTail(template);
    due.forEach(
        (slot, shown) -> {
          if (!met.contains(slot)) {
            problems.add(
                problem(
                    place,
                    "the number `%s` is missing".formatted(shown),
                    "put 〔%s：%s〕 back".formatted(slot, shown)));
          }
        });
    if (template.length() > LONGEST || template.toString().isBlank()) {
      problems.add(problem(place, "a sentence has 1 to 2000 characters", "shorten it"));
    }
    return problems.isEmpty() ? new Read(template.toString()) : new Wrong(problems);
  }

  private static Problem problem(String place, String what, String mend) {
    return Outcome.problem(
        "BU001",
        place,
        what,
        "words can be changed, a bound number cannot: it is what was published",
        mend);
  }
}
