package yuheng.plan;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yuheng.plan.Form.Item;
import yuheng.plan.RowExpression.Absolute;
import yuheng.plan.RowExpression.Cell;
import yuheng.plan.RowExpression.Literal;
import yuheng.plan.RowExpression.Sum;
import yuheng.plan.RowExpression.Times;
import yuheng.plan.RowTest.Comparison;

/// What values an expression can take, whatever is reported: it is brought to a sum of multiples of
/// cells, of which those that are not signed are never negative.
///
/// @param least empty when there is none
/// @param most empty when there is none
record RowRange(Optional<BigInteger> least, Optional<BigInteger> most) {
  /// The range of an expression over these items. What it says of a range is true; a range may
  /// still be narrower than it says.
  static RowRange of(RowExpression expression, Map<String, Item> items) {
    return new Reader(items).linear(expression).range();
  }

  boolean always(Comparison comparison) {
    return switch (comparison) {
      case LESS -> most.map(m -> m.signum() < 0).orElse(false);
      case AT_MOST -> most.map(m -> m.signum() <= 0).orElse(false);
      case EQUAL -> isNought();
      case NOT -> always(Comparison.LESS) || always(Comparison.MORE);
      case AT_LEAST -> least.map(l -> l.signum() >= 0).orElse(false);
      case MORE -> least.map(l -> l.signum() > 0).orElse(false);
    };
  }

  boolean never(Comparison comparison) {
    return switch (comparison) {
      case LESS -> always(Comparison.AT_LEAST);
      case AT_MOST -> always(Comparison.MORE);
      case EQUAL -> always(Comparison.NOT);
      case NOT -> always(Comparison.EQUAL);
      case AT_LEAST -> always(Comparison.LESS);
      case MORE -> always(Comparison.AT_MOST);
    };
  }

  private boolean isNought() {
    return least.equals(Optional.of(BigInteger.ZERO)) && most.equals(least);
  }

  /// Multiples of atoms and a constant. An atom is written as it would be in a test.
  private record Linear(
      TreeMap<String, BigInteger> multiples, Map<String, Boolean> signed, BigInteger constant) {
    RowRange range() {
      boolean falls =
          multiples.entrySet().stream()
              .anyMatch(e -> signed.getOrDefault(e.getKey(), false) || e.getValue().signum() < 0);
      boolean rises =
          multiples.entrySet().stream()
              .anyMatch(e -> signed.getOrDefault(e.getKey(), false) || e.getValue().signum() > 0);
      return new RowRange(
          falls ? Optional.empty() : Optional.of(constant),
          rises ? Optional.empty() : Optional.of(constant));
    }

    Linear times(BigInteger factor) {
      var scaled = new TreeMap<String, BigInteger>();
      if (factor.signum() != 0) {
        multiples.forEach((atom, multiple) -> scaled.put(atom, multiple.multiply(factor)));
      }
      return new Linear(scaled, signed, constant.multiply(factor));
    }

    Linear plus(Linear that) {
      var sum = new TreeMap<>(multiples);
      that.multiples.forEach((atom, multiple) -> sum.merge(atom, multiple, BigInteger::add));
      sum.values().removeIf(multiple -> multiple.signum() == 0);
      return new Linear(sum, signed, constant.add(that.constant));
    }

    /// The same with its first multiple positive: what has the same absolute value has the same
    /// name.
    Linear turned() {
      int sign = multiples.isEmpty() ? 1 : multiples.firstEntry().getValue().signum();
      return times(BigInteger.valueOf(sign));
    }
  }

  private static final class Reader {
    private final Map<String, Item> items;
    private final Map<String, Boolean> signed = new TreeMap<>();

    Reader(Map<String, Item> items) {
      this.items = items;
    }

    Linear linear(RowExpression expression) {
      return switch (expression) {
        case Literal(long value) -> new Linear(new TreeMap<>(), signed, BigInteger.valueOf(value));
        case Cell cell -> {
          Item item = items.get(cell.item());
          yield atom(cell.written(), item == null || item.signed());
        }
        case Sum(var left, var right, boolean minus) ->
            linear(left)
                .plus(linear(right).times(minus ? BigInteger.ONE.negate() : BigInteger.ONE));
        case Times(long factor, var of) -> linear(of).times(BigInteger.valueOf(factor));
        case Absolute(var of) -> absolute(linear(of));
      };
    }

    private Linear absolute(Linear of) {
      RowRange range = of.range();
      if (range.always(Comparison.AT_LEAST)) {
        return of;
      }
      if (range.always(Comparison.AT_MOST)) {
        return of.times(BigInteger.ONE.negate());
      }
      Linear turned = of.turned();
      return atom("abs(" + turned.multiples() + turned.constant() + ")", false);
    }

    private Linear atom(String name, boolean isSigned) {
      signed.put(name, isSigned);
      return new Linear(new TreeMap<>(Map.of(name, BigInteger.ONE)), signed, BigInteger.ZERO);
    }
  }
}
