package yuheng.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Span;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A YAML mapping being read: each key is asked for by name and kind, and what was never asked for
/// is a problem. Hides the YAML library.
final class YamlMap {
  private final String file;
  private final Problems problems;
  private final Span place;
  private final SequencedMap<String, Tuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Shape shape;

  private record Tuple(Spot key, Node value) {}

  private YamlMap(String file, Problems problems, Span place, Shape shape) {
    this.shape = shape;
    this.file = file;
    this.problems = problems;
    this.place = place;
  }

  /// The file's root; a file that is no mapping is told as a problem and read as an empty one.
  static YamlMap root(String file, Optional<Node> root, Problems problems) {
    var empty = new YamlMap(file, problems, Span.at(file, 1, 1), problems.shapes().of(file));
    return root.map(node -> empty.mapping(node, "the file", empty.shape))
        .orElse(Optional.of(empty))
        .orElse(empty);
  }

  private Optional<YamlMap> mapping(Node node, String what, Shape below) {
    if (!(node instanceof MappingNode mapping)) {
      wrongKind(node, what, "a mapping of keys to values");
      return Optional.empty();
    }
    var map = new YamlMap(file, problems, span(node), below);
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        wrongKind(tuple.getKeyNode(), "a key", "a plain word");
        continue;
      }
      var spot = new Spot(key.getValue(), span(key));
      Tuple before = map.entries.putIfAbsent(key.getValue(), new Tuple(spot, tuple.getValueNode()));
      if (before != null) {
        problems.add(
            "PL007",
            "`%s` is given twice".formatted(key.getValue()),
            spot.span(),
            "a key has one value",
            "keep one of the two; the first stands on line " + before.key.span().line());
      }
    }
    return Optional.of(map);
  }

  private Span span(Node node) {
    Mark start = node.getStartMark().orElseThrow();
    int column = start.getColumn() + 1;
    int end =
        node.getEndMark()
            .filter(mark -> mark.getLine() == start.getLine())
            .map(mark -> mark.getColumn() + 1)
            .orElse(column + 1);
    return new Span(file, start.getLine() + 1, column, Math.max(end, column + 1));
  }

  private void wrongKind(Node node, String what, String wanted) {
    problems.add(
        "PL006",
        "%s should be %s".formatted(what, wanted),
        span(node),
        "each key has one kind of value",
        "see the format of this file in docs/book/reference/plan-package.md");
  }

  /// Where this mapping starts.
  Span place() {
    return place;
  }

  /// The keys, in order.
  List<Spot> keys() {
    shape.anyKey();
    return entries.values().stream().map(Tuple::key).toList();
  }

  private Optional<Node> node(String key) {
    asked.add(key);
    shape.asked(key);
    return Optional.ofNullable(entries.get(key)).map(Tuple::value);
  }

  private <T> Optional<T> required(String key, Optional<T> value) {
    shape.needed(key);
    if (!entries.containsKey(key)) {
      problems.add(
          "PL005",
          "`%s` is missing here".formatted(key),
          place,
          "the format requires it",
          "add a line `%s: …`".formatted(key));
    }
    return value;
  }

  /// Words that must be there.
  Optional<String> need(String key) {
    return required(key, find(key).map(Spot::text));
  }

  /// Words that must be there, with their place.
  Optional<Spot> needSpot(String key) {
    return required(key, find(key));
  }

  /// Words that may be there, with their place.
  Optional<Spot> find(String key) {
    return node(key).flatMap(node -> scalar(node, "`" + key + "`"));
  }

  private Optional<Spot> scalar(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      int shift = scalar.isPlain() ? 0 : 1; // behind the opening quote
      Span whole = span(node);
      return Optional.of(
          new Spot(
              scalar.getValue().strip(),
              new Span(
                  file,
                  whole.line(),
                  whole.start() + shift,
                  Math.max(whole.end(), whole.start() + shift + 1))));
    }
    wrongKind(node, what, "a single value");
    return Optional.empty();
  }

  /// A mapping below a key; empty when it isn't there.
  Optional<YamlMap> map(String key) {
    Shape below = shape.below(key);
    return node(key).flatMap(node -> mapping(node, "`" + key + "`", below));
  }

  /// A mapping below a key that must be there.
  Optional<YamlMap> needMap(String key) {
    return required(key, map(key));
  }

  /// The mappings of a list below a key.
  List<YamlMap> maps(String key) {
    Shape item = shape.listOf(key);
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode sequence)) {
      wrongKind(node.get(), "`" + key + "`", "a list");
      return List.of();
    }
    var maps = new ArrayList<YamlMap>();
    for (Node one : sequence.getValue()) {
      mapping(one, "an item of `" + key + "`", item).ifPresent(maps::add);
    }
    return maps;
  }

  /// The single values of a list below a key.
  List<Spot> texts(String key) {
    shape.texts(key);
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode sequence)) {
      wrongKind(node.get(), "`" + key + "`", "a list");
      return List.of();
    }
    return sequence.getValue().stream()
        .flatMap(item -> scalar(item, "an item of `" + key + "`").stream())
        .toList();
  }

  /// Words in both languages below a key that must be there.
  Optional<Words> needWords(String key) {
    return required(key, words(key));
  }

  /// Words in both languages; a single value stands for both.
  Optional<Words> words(String key) {
    shape.words(key);
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof ScalarNode) {
      return scalar(node.get(), "`" + key + "`").map(spot -> Words.same(spot.text()));
    }
    Optional<YamlMap> both = mapping(node.get(), "`" + key + "`", new Shape());
    Optional<Words> words = both.flatMap(YamlMap::wordsHere);
    both.ifPresent(map -> map.nothingElse("zh", "en"));
    return words;
  }

  /// This mapping's own `zh` and `en`.
  Optional<Words> wordsHere() {
    Optional<Spot> zh = find("zh");
    Optional<Spot> en = find("en");
    if (zh.isPresent() != en.isPresent()) {
      String missing = zh.isPresent() ? "en" : "zh";
      problems.add(
          "PL008",
          "the words are given in one language only; `%s` is missing".formatted(missing),
          place,
          "what people read is given in Chinese and in English",
          "add `%s: …`".formatted(missing));
    }
    return zh.flatMap(z -> en.map(e -> new Words(z.text(), e.text())));
  }

  /// A day below a key.
  Optional<LocalDate> day(String key) {
    shape.text(key, "date");
    return find(key)
        .flatMap(
            spot -> {
              try {
                return Optional.of(LocalDate.parse(spot.text()));
              } catch (DateTimeParseException notOne) {
                problems.add(
                    "PL010",
                    "`%s` is not a day".formatted(spot.text()),
                    spot.span(),
                    "days are written year-month-day",
                    "write it like 2012-08-18");
                return Optional.empty();
              }
            });
  }

  /// A day below a key that must be there.
  Optional<LocalDate> needDay(String key) {
    return required(key, day(key));
  }

  /// A period below a key that must be there.
  Optional<Period> needPeriod(String key) {
    return required(key, period(key));
  }

  /// A period below a key.
  Optional<Period> period(String key) {
    return find(key).flatMap(spot -> Written.period(spot, problems));
  }

  /// A quantity below a key.
  Optional<Quantity> quantity(String key) {
    return find(key).flatMap(spot -> Written.quantity(spot, problems));
  }

  /// A unit below a key that must be there.
  Optional<Unit> needUnit(String key) {
    Optional<Spot> spot = needSpot(key);
    return spot.flatMap(
        s -> {
          Optional<Unit> unit = Unit.read(s.text());
          if (unit.isEmpty()) {
            problems.unknown(
                "PL013", "unit", s, Unit.known(), "a number is a number of something known");
          }
          return unit;
        });
  }

  /// A whole number below a key.
  Optional<Integer> integer(String key) {
    shape.integer(key);
    return find(key)
        .flatMap(
            spot -> {
              if (spot.text().matches("\\d{1,9}")) {
                return Optional.of(Integer.valueOf(spot.text()));
              }
              problems.add(
                  "PL015",
                  "`%s` is not a whole number".formatted(spot.text()),
                  spot.span(),
                  "offsets, years and decimals are counted in whole numbers",
                  "write digits only");
              return Optional.empty();
            });
  }

  /// Whether a key says `true`; one that is not there says `false`.
  boolean flag(String key) {
    shape.yesNo(key);
    Optional<Spot> spot = find(key);
    Map<String, Boolean> codes = Map.of("true", true, "false", false);
    spot.filter(s -> !codes.containsKey(s.text()))
        .ifPresent(s -> unknownCode(key, s, codes.keySet()));
    return spot.map(s -> s.text().equals("true")).orElse(false);
  }

  /// A whole number below a key that must be there.
  Optional<Integer> needInteger(String key) {
    return required(key, integer(key));
  }

  /// One of a few codes below a key.
  <T> Optional<T> oneOf(String key, Map<String, T> codes) {
    shape.oneOf(key, codes.keySet());
    return find(key)
        .flatMap(
            spot -> {
              @Nullable T value = codes.get(spot.text());
              if (value == null) {
                unknownCode(key, spot, codes.keySet());
              }
              return Optional.ofNullable(value);
            });
  }

  /// One of a few codes below a key that must be there.
  <T> Optional<T> needOneOf(String key, Map<String, T> codes) {
    return required(key, oneOf(key, codes));
  }

  /// Some of a few codes, as a list below a key; those that are none of them are told.
  <T> List<T> someOf(String key, Map<String, T> codes) {
    var known = new ArrayList<T>();
    for (Spot spot : texts(key)) {
      @Nullable T value = codes.get(spot.text());
      if (value == null) {
        unknownCode(key, spot, codes.keySet());
      } else {
        known.add(value);
      }
    }
    return known;
  }

  private void unknownCode(String key, Spot spot, Set<String> codes) {
    problems.unknown(
        "PL014",
        "value for `%s` called".formatted(key),
        spot,
        codes,
        "`%s` is one of a closed list".formatted(key));
  }

  /// Tells every key that was never asked for.
  void nothingElse(String... alsoKnown) {
    shape.nothingElse();
    asked.addAll(List.of(alsoKnown));
    entries.forEach(
        (key, tuple) -> {
          if (!asked.contains(key)) {
            problems.unknown(
                "PL004", "key", tuple.key, asked, "a key nobody reads is most likely misspelled");
          }
        });
  }
}
