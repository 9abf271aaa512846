package yuheng.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes ids of Chinese names from a small list of general terms of economic plans. A name whose
/// letters are mostly not in the list has no id: it is not guessed from its sound.
final class Glossary {
  private static final Map<String, String> TERMS =
      TermLists.longestFirst(TermLists.read("glossary.txt"));
  private static final int MOST_WORDS = 6;
  private static final double LEAST_KNOWN = 0.85;

  private Glossary() {}

  /// A kebab-case id that says what the name says.
  static Optional<String> id(String name) {
    var words = new ArrayList<String>();
    int known = 0;
    int letters = 0;
    int at = 0;
    while (at < name.length()) {
      Optional<Map.Entry<String, String>> term = termAt(name, at);
      if (term.isPresent()) {
        add(words, term.get().getValue());
        known += term.get().getKey().length();
        letters += term.get().getKey().length();
        at += term.get().getKey().length();
      } else {
        letters += Character.isLetterOrDigit(name.charAt(at)) ? 1 : 0;
        at++;
      }
    }
    boolean enough = letters > 0 && known >= LEAST_KNOWN * letters;
    return enough && !words.isEmpty() && words.size() <= MOST_WORDS
        ? Optional.of(String.join("-", words))
        : Optional.empty();
  }

  private static void add(List<String> words, String term) {
    if (!term.isEmpty() && (words.isEmpty() || !words.getLast().equals(term))) {
      words.add(term);
    }
  }

  private static Optional<Map.Entry<String, String>> termAt(String name, int at) {
    return TERMS.entrySet().stream().filter(term -> name.startsWith(term.getKey(), at)).findFirst();
  }

  /// An id in English words: `gross-output` as `Gross output`.
  static String words(String id) {
    String words = id.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
