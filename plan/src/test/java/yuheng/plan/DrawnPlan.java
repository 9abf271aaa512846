package yuheng.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import yuheng.plan.DrawnPlan.Said.Bound;
import yuheng.plan.DrawnPlan.Said.Ratio;
import yuheng.plan.DrawnPlan.Said.Sum;

/// A plan package with drawn targets and relations, as its author would write it.
///
/// @param targets amounts in 万吨, or quotients in %
record DrawnPlan(List<Wanted> targets, List<String> auxiliaries, List<Said> relations) {
  /// A target; quotients are given in percent.
  record Wanted(String id, Sense sense, int number, boolean quotient) {}

  /// A relation.
  sealed interface Said {
    record Sum(String whole, List<String> parts, boolean more) implements Said {}

    record Ratio(String over, String under, String ratio) implements Said {}

    record Bound(String quantity, boolean most, int number) implements Said {}
  }

  static DrawnPlan draw(RandomGenerator random, int size) {
    var targets = new ArrayList<Wanted>();
    var amounts = new ArrayList<String>();
    int count = 3 + random.nextInt(size / 2 + 2);
    for (int i = 0; i < count; i++) {
      targets.add(new Wanted("amount-" + i, sense(random), 1 + random.nextInt(60), false));
      amounts.add("amount-" + i);
    }
    var auxiliaries = new ArrayList<String>();
    for (int i = 0; i < random.nextInt(3); i++) {
      auxiliaries.add("other-" + i);
      amounts.add("other-" + i);
    }
    var relations = new ArrayList<Said>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<String> some = some(random, amounts, 2 + random.nextInt(3));
      relations.add(new Sum(some.getFirst(), some.subList(1, some.size()), random.nextInt(3) == 0));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      List<String> two = some(random, amounts, 2);
      targets.add(new Wanted("quotient-" + i, sense(random), 5 + random.nextInt(95), true));
      relations.add(new Ratio(two.get(0), two.get(1), "quotient-" + i));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      relations.add(
          new Bound(
              amounts.get(random.nextInt(amounts.size())),
              random.nextBoolean(),
              1 + random.nextInt(100)));
    }
    return new DrawnPlan(targets, auxiliaries, relations);
  }

  private static Sense sense(RandomGenerator random) {
    Sense often = random.nextInt(3) == 0 ? Sense.AT_MOST : Sense.AT_LEAST;
    return random.nextBoolean() ? often : List.of(Sense.values()).get(random.nextInt(5));
  }

  private static List<String> some(RandomGenerator random, List<String> all, int count) {
    var left = new ArrayList<>(all);
    var some = new ArrayList<String>();
    for (int i = 0; i < count && !left.isEmpty(); i++) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }

  /// Writes the package and reads it back.
  Reading read(Path folder) {
    try {
      Files.createDirectories(folder.resolve("indicators"));
      for (var file : files().entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return Plan.read(folder);
  }

  private java.util.Map<String, String> files() {
    return java.util.Map.of(
        "plan.yaml",
        """
        id: drawn
        title: {zh: 抽样, en: Drawn}
        issuer: {zh: 示例, en: Example}
        issued: 2012-01-01
        span: 2011..2015
        coverages:
          all: {zh: 全部, en: all}
        """,
        "series.yaml",
        """
        series:
          nothing:
            name: {zh: 无, en: none}
            unit: 个
            time: stock
            coverage: all
        """,
        "indicators/all.yaml",
        "indicators:\n" + each(DrawnPlan::indicator),
        "targets.yaml",
        "targets:\n" + each(DrawnPlan::entry),
        "plan.md",
        "# 抽样\n\n### （一）目标\n\n" + each(DrawnPlan::chinese),
        "plan.en.md",
        "# Drawn\n\n### (1) Goals\n\n" + each(DrawnPlan::english),
        "relations.yaml",
        auxiliariesText() + "relations:\n" + relationsText());
  }

  private String each(java.util.function.Function<Wanted, String> text) {
    return targets.stream().map(text).collect(Collectors.joining());
  }

  private static String indicator(Wanted wanted) {
    return """
      %s:  # drawn
        name: {zh: 量, en: amount}
        unit: "%s"
        time: flow
        better: higher
        coverage: all
        definition: 示例
        source: 示例
        trust: M
        needs: 示例
    """
        .formatted(wanted.id, wanted.quotient ? "%" : "万吨");
  }

  private static String entry(Wanted wanted) {
    boolean silent = wanted.sense == Sense.EXACTLY;
    return "  %s:\n    period: 2015\n%s"
        .formatted(wanted.id, silent ? "    sense: exactly\n    reading: 示例\n" : "");
  }

  private static String chinese(Wanted wanted) {
    String link =
        "[%d%s](target:%s)".formatted(wanted.number, wanted.quotient ? "%" : "万吨", wanted.id);
    return "甲"
        + switch (wanted.sense) {
          case AT_LEAST, EXACTLY -> "达到" + link;
          case AT_MOST -> "不超过" + link;
          case MORE_THAN -> "超过" + link;
          case ABOUT -> link + "左右";
        }
        + "。\n";
  }

  private static String english(Wanted wanted) {
    String link =
        "[%d%s](target:%s)".formatted(wanted.number, wanted.quotient ? "%" : "万吨", wanted.id);
    return "It is "
        + switch (wanted.sense) {
          case AT_LEAST, EXACTLY -> "";
          case AT_MOST -> "no more than ";
          case MORE_THAN -> "more than ";
          case ABOUT -> "about ";
        }
        + link
        + ".\n";
  }

  private String auxiliariesText() {
    if (auxiliaries.isEmpty()) {
      return "# no auxiliaries\n";
    }
    return auxiliaries.stream()
        .map(id -> "  " + id + ": {name: {zh: 另量, en: other}, unit: 万吨}\n")
        .collect(Collectors.joining("", "auxiliaries:\n", ""));
  }

  private String relationsText() {
    var text = new StringBuilder();
    for (int i = 0; i < relations.size(); i++) {
      text.append("  r%d:\n    why: {zh: 示例, en:   example}   # why\n".formatted(i))
          .append(
              switch (relations.get(i)) {
                case Sum(var whole, var parts, var more) ->
                    "    sums-to: {whole: %s, parts: [%s], remainder: %s}\n"
                        .formatted(whole, String.join(", ", parts), more ? "some" : "none");
                case Ratio(var over, var under, var ratio) ->
                    "    ratio-of:\n      over: %s\n      under: %s\n      ratio: %s\n"
                        .formatted(over, under, ratio);
                case Bound(var quantity, var most, var number) ->
                    "    bounds: {quantity: %s, %s: %d万吨, source: 示例}\n"
                        .formatted(quantity, most ? "at-most" : "at-least", number);
              });
    }
    return text.toString();
  }
}
