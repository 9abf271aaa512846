package yuheng.draft;

import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Why a decision cannot be, in both languages.
final class DecisionWords {
  private DecisionWords() {}

  static Words noDecision(int number) {
    return new Words(
        "没有第%d号裁定可以撤销。".formatted(number), "There is no decision %d to undo.".formatted(number));
  }

  static Words noProposal(String key) {
    return new Words(
        "草案里没有“%s”这一处。".formatted(key), "The draft has nothing at “%s”.".formatted(key));
  }

  static Words noRelation(String id) {
    return new Words("草案里没有关系“%s”。".formatted(id), "The draft has no relation “%s”.".formatted(id));
  }

  static Words noDefinition(String plan, String indicator) {
    return new Words(
        "已有的规划包里没有指标%s（%s）。".formatted(indicator, plan),
        "No package at hand defines %s (%s).".formatted(indicator, plan));
  }

  static Words unitDoesNotFit(Unit own, Unit other) {
    return new Words(
        "单位不同类：这里是“%s”，那个指标是“%s”。先改数值和单位，或换一个指标。".formatted(own, other),
        "The units are of different kinds: %s here, %s there. Change the number first, or take another indicator."
            .formatted(own, other));
  }

  static Words idTaken(String id) {
    return new Words(
        "代号%s已经有了，换一个。".formatted(id), "The id %s is taken; choose another.".formatted(id));
  }

  static Words notKebab(String id) {
    return new Words(
        "代号“%s”只能用小写字母、数字和单个连字符。".formatted(id),
        "An id has small letters, digits and single hyphens only: “%s”.".formatted(id));
  }

  static Words noName() {
    return new Words("名称不能空。", "A name cannot be blank.");
  }

  static Words notWritable(Quantity value) {
    return new Words(
        "“%s”写不成规划包里的数量，换一个单位。".formatted(value),
        "“%s” cannot be written in a package; use another unit.".formatted(value));
  }

  static Words noPlace(int start, int end) {
    return new Words(
        "正文里没有%d到%d这一段。".formatted(start, end),
        "The text has no place %d to %d.".formatted(start, end));
  }

  static Words sayAll() {
    return new Words(
        "程序在这里没有读出数量：请把名称、数值和单位都填上，并只选一行之内的文字。",
        "The grammar finds no quantity here: say the name, the number and its unit, and select"
            + " within one line.");
  }

  static Words overlaps(String quote) {
    return new Words(
        "“%s”与已有的一处重叠，一处只能有一个目标。".formatted(quote),
        "“%s” overlaps another proposal; a place has one target.".formatted(quote));
  }

  static Words headWrong() {
    return new Words(
        "代号只能用小写字母、数字和连字符；规划期是整年；期末年份不能早于规划期。",
        "An id has small letters, digits and hyphens; the span is whole years; the horizon is not"
            + " before its end.");
  }
}
