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
import yuheng.terms.Words;

/// What came of reading an analyst's words for a sentence: numbers stand in their brackets, once
/// each, as they were.
sealed interface SentenceEdit {
  /// The longest sentence that is taken, in characters.
  int LONGEST = 2_000;

  /// Words with slots.
  record Read(String template) implements SentenceEdit {}

  /// Numbers were dropped, altered or doubled.
  record Wrong(List<Fault> faults) implements SentenceEdit {}

  /// `〔a：9621亿元〕`
  Pattern BRACKETS = Pattern.compile("〔([^〕：:]*)[：:]([^〕]*)〕");

  static SentenceEdit read(Sentence sentence, Language language, String text) {
    Map<String, String> due = new LinkedHashMap<>();
    for (Run run : sentence.runs(language)) {
      if (run instanceof Run.Tied(String shown, String slot, _)) {
        due.put(slot, shown);
      }
    }
    var faults = new ArrayList<Fault>();
    var met = new TreeSet<String>();
    var template = new StringBuilder();
    Matcher found = BRACKETS.matcher(text.strip().replaceAll("\\s*\\R\\s*", ""));
    while (found.find()) {
      String slot = found.group(1).strip();
      @Nullable String shown = due.get(slot);
      if (shown == null) {
        faults.add(
            fault(
                new Words("这一句里没有数`%s`", "there is no number `%s` in this sentence").filled(slot),
                new Words("每个数连同括号保留一次", "Leave each number in its brackets once")));
      } else if (!met.add(slot)) {
        faults.add(
            fault(
                new Words("数`%s`写了两次", "the number `%s` stands twice").filled(shown),
                new Words("每个数连同括号保留一次", "Leave each number in its brackets once")));
      } else if (!shown.equals(found.group(2).strip())) {
        faults.add(
            fault(
                new Words("`%s`被改成了`%s`", "`%s` was changed to `%s`")
                    .filled(shown, found.group(2).strip()),
                new Words(
                        "请恢复为〔%s：%s〕；公布数错了就去录入对的数",
                        "Leave it as 〔%s：%s〕; if the figure is wrong, enter the right one")
                    .filled(slot, shown)));
      }
      found.appendReplacement(template, Matcher.quoteReplacement("{" + slot + "}"));
    }
    found.appendTail(template);
    due.forEach(
        (slot, shown) -> {
          if (!met.contains(slot)) {
            faults.add(
                fault(
                    new Words("少了数`%s`", "the number `%s` is missing").filled(shown),
                    new Words("请把〔%s：%s〕放回去", "Put 〔%s：%s〕 back").filled(slot, shown)));
          }
        });
    if (template.length() > LONGEST || template.toString().isBlank()) {
      faults.add(
          fault(
              new Words("一句话须有 1 至 2000 字", "a sentence has 1 to 2000 characters"),
              new Words("请改短，或恢复原句", "Shorten it, or take the generated one back")));
    }
    return faults.isEmpty() ? new Read(template.toString()) : new Wrong(faults);
  }

  private static Fault fault(Words what, Words mend) {
    return new Fault(
        "BU001",
        what,
        new Words(
            "文字可以改，绑定的数不能改：它是公布的数",
            "words can be changed, a bound number cannot: it is what was published"),
        mend);
  }
}
