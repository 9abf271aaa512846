package yuheng.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import yuheng.prose.Mention;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// The quantities of mentions in the units of plan packages.
final class Amounts {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("CNY", "元"),
          Map.entry("USD", "美元"),
          Map.entry("%", "%"),
          Map.entry("pp", "个百分点"),
          Map.entry("t", "吨"),
          Map.entry("tce", "吨标准煤"),
          Map.entry("kWh", "度"),
          Map.entry("W", "瓦"),
          Map.entry("m3", "立方米"),
          Map.entry("m2", "平方米"),
          Map.entry("km2", "平方公里"),
          Map.entry("ha", "公顷"),
          Map.entry("mu", "亩"),
          Map.entry("m", "米"),
          Map.entry("km", "公里"),
          Map.entry("count", "个"),
          Map.entry("unit", "台"),
          Map.entry("person", "人"),
          Map.entry("household", "户"),
          Map.entry("TEU", "标箱"),
          Map.entry("steam_t", "蒸吨"),
          Map.entry("weight_case", "重量箱"),
          Map.entry("year", "年"),
          Map.entry("day", "天"),
          Map.entry("1", ""));

  private Amounts() {}

  /// The quantity of a mention as the plan would write it: as the text does where that is whole,
  /// else in the unit that the grammar restored. Empty when no unit of ours means it.
  static Optional<Quantity> of(Mention mention) {
    Optional<Unit> base = unit(mention.unit());
    Optional<Quantity> exact = base.map(unit -> new Quantity(mention.value(), unit));
    if (exact.isEmpty()) {
      return Quantity.read(mention.raw()).filter(Amounts::isWritable);
    }
    Optional<Quantity> written = Quantity.read(mention.raw()).filter(raw -> same(raw, exact.get()));
    return written
        .or(() -> Unit.read(mention.written()).flatMap(unit -> in(exact.get(), unit)))
        .or(() -> exact)
        .filter(Amounts::isWritable);
  }

  /// The same amount of the same kind, whatever the units; things that are counted one by one are
  /// of one kind.
  static boolean equal(Quantity left, Quantity right) {
    boolean sameKind = left.unit().hasTheDimensionOf(right.unit());
    return sameKind
        && left.amount()
                .multiply(left.unit().scale())
                .compareTo(right.amount().multiply(right.unit().scale()))
            == 0;
  }

  /// It can be written and read back as the same.
  static boolean isWritable(Quantity quantity) {
    return Quantity.read(quantity.toString()).filter(back -> equal(back, quantity)).isPresent()
        && (quantity.unit().symbol().isEmpty()
            || Unit.read(quantity.unit().symbol())
                .filter(unit -> unit.hasTheDimensionOf(quantity.unit()))
                .isPresent());
  }

  /// Equal, where 30家 and 30个 are the same.
  private static boolean same(Quantity left, Quantity right) {
    boolean counted = left.unit().counts() && right.unit().counts();
    return equal(left, right)
        || (counted
            && left.amount()
                    .multiply(left.unit().scale())
                    .compareTo(right.amount().multiply(right.unit().scale()))
                == 0);
  }

  private static Optional<Quantity> in(Quantity quantity, Unit unit) {
    if (unit.counts() && quantity.unit().counts() && !unit.symbol().isEmpty()) {
      BigDecimal base = quantity.amount().multiply(quantity.unit().scale());
      return Optional.of(new Quantity(base.divide(unit.scale(), MathContext.DECIMAL128), unit));
    }
    return unit.measuresTheSameAs(quantity.unit())
        ? Optional.of(quantity.in(unit)).filter(back -> equal(back, quantity))
        : Optional.empty();
  }

  /// The unit that a code of the grammar means: `CNY/(person*year)` is 元/人·年.
  static Optional<Unit> unit(String code) {
    String[] sides = code.split("/", 2);
    Optional<Unit> over = product(sides[0]);
    return sides.length == 1
        ? over
        : over.flatMap(top -> product(sides[1].replaceAll("[()]", "")).map(top::per));
  }

  private static Optional<Unit> product(String code) {
    Optional<Unit> product = Optional.of(Unit.ONE);
    for (String factor : code.split("\\*", -1)) {
      Optional<Unit> unit =
          Optional.ofNullable(CODES.get(factor)).flatMap(Unit::read).or(() -> Unit.read(factor));
      product = product.flatMap(left -> unit.map(left::times));
    }
    return product;
  }
}
