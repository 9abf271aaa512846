package yuheng.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// One sentence of a bulletin: words with numbers bound into them.
///
/// @param id stable from month to month: `overview.gross-output`
/// @param template the words; `{a}` stands for the number bound as `a`
/// @param bound the numbers, by their place's name
/// @param weighed ids of figures that chose the words without being shown
/// @param edit an analyst's words for it, if any
public record Sentence(
    String id,
    Words template,
    SequencedMap<String, Bound> bound,
    SortedSet<String> weighed,
    Optional<Edit> edit) {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9]+)}");
  private static final Pattern NUMBER = Pattern.compile("[0-9０-９][0-9０-９.,，%％]*");

  public Sentence {
    bound = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bound));
    weighed = Collections.unmodifiableSortedSet(new TreeSet<>(weighed));
  }

  /// An analyst's words.
  ///
  /// @param language the other one stays as generated
  /// @param template with the same slots
  /// @param from the generated words that the analyst saw
  public record Edit(Language language, String template, String by, String from) {}

  /// A stretch of a sentence.
  public sealed interface Run {
    /// The words themselves.
    String text();

    /// Words.
    record Plain(String text) implements Run {}

    /// A number and what it is bound to.
    record Tied(String text, String slot, Bound bound) implements Run {}
  }

  Sentence edited(Edit by) {
    return new Sentence(id, template, bound, weighed, Optional.of(by));
  }

  /// The words with slots in a language, the analyst's where there are any.
  String words(Language language) {
    return edit.filter(one -> one.language() == language)
        .map(Edit::template)
        .orElse(template.in(language));
  }

  /// The sentence as it is set.
  public List<Run> runs(Language language) {
    var runs = new ArrayList<Run>();
    String words = words(language);
    Matcher slots = SLOT.matcher(words);
    int from = 0;
    while (slots.find()) {
      @Nullable Bound number = bound.get(slots.group(1));
      if (number != null) {
        if (slots.start() > from) {
          runs.add(new Run.Plain(words.substring(from, slots.start())));
        }
        runs.add(new Run.Tied(shown(number, language), slots.group(1), number));
        from = slots.end();
      }
    }
    if (from < words.length()) {
      runs.add(new Run.Plain(words.substring(from)));
    }
    return runs;
  }

  private static String shown(Bound number, Language language) {
    return number.shown().in(language);
  }

  /// The sentence as plain text.
  public String text(Language language) {
    var text = new StringBuilder();
    runs(language).forEach(run -> text.append(run.text()));
    return text.toString();
  }

  /// The sentence as it is edited: each number stands in its brackets, `〔a：9621亿元〕`.
  public String editable(Language language) {
    var text = new StringBuilder();
    for (Run run : runs(language)) {
      switch (run) {
        case Run.Plain plain -> text.append(plain.text());
        case Run.Tied number ->
            text.append('〔').append(number.slot()).append('：').append(number.text()).append('〕');
      }
    }
    return text.toString();
  }

  /// Figures whose values stand in the sentence.
  public SortedSet<String> shown() {
    var shown = new TreeSet<String>();
    bound.values().forEach(number -> shown.addAll(number.figures()));
    return shown;
  }

  /// Numbers that an analyst typed by hand, so that nothing vouches for them.
  public List<String> unbound(Language language) {
    return edit.filter(one -> one.language() == language)
        .map(one -> typed(one.template(), template.in(language)))
        .orElse(List.of());
  }

  /// The words that would be generated now are not those that the analyst changed.
  public boolean outdated() {
    return edit.filter(one -> !one.from().equals(template.in(one.language()))).isPresent();
  }

  private static List<String> typed(String edited, String generated) {
    Set<String> known = Set.copyOf(numbers(generated));
    return numbers(edited).stream().filter(one -> !known.contains(one)).toList();
  }

  private static List<String> numbers(String template) {
    return NUMBER
        .matcher(SLOT.matcher(template).replaceAll(" "))
        .results()
        .map(found -> found.group().replaceAll("[.,，]+$", ""))
        .toList();
  }
}
