package yuheng.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import yuheng.facts.Figure;
import yuheng.terms.Words;

/// Puts a sentence together: words with slots, and the numbers for them.
final class Phrase {
  private final String id;
  private final StringBuilder zh = new StringBuilder();
  private final StringBuilder en = new StringBuilder();
  private final SequencedMap<String, Bound> bound = new LinkedHashMap<>();
  private final SortedSet<String> weighed = new TreeSet<>();

  Phrase(String id) {
    this.id = id;
  }

  /// Adds words.
  Phrase say(String moreZh, String moreEn) {
    zh.append(moreZh);
    en.append(moreEn);
    return this;
  }

  Phrase say(Words words) {
    return say(words.zh(), words.en());
  }

  /// Adds a number, with words before and after it in each language.
  Phrase number(Bound number) {
    String slot = slot(bound.size());
    bound.put(slot, number);
    return say("{" + slot + "}", "{" + slot + "}");
  }

  /// a, b, … z, a1, b1, …
  private static String slot(int place) {
    String letter = Character.toString('a' + place % 26);
    return place < 26 ? letter : letter + place / 26;
  }

  /// These figures chose the words.
  Phrase weighed(Collection<Figure> figures) {
    figures.forEach(figure -> weighed.add(figure.id()));
    return this;
  }

  Sentence sentence() {
    String english = en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1);
    return new Sentence(id, new Words(zh.toString(), english), bound, weighed, Optional.empty());
  }
}
