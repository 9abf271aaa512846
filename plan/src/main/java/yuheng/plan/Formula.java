package yuheng.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// A checked formula over published series. If one exists, its units and times agree; it is typed
/// here and evaluated elsewhere.
public sealed interface Formula {
  /// The unit of the value this formula comes to.
  Unit unit();

  /// How that value lives in time.
  TimeShape time();

  /// As the author would write it again.
  String written();

  /// A number written in the plan.
  record Constant(Quantity value) implements Formula {
    @Override
    public Unit unit() {
      return value.unit();
    }

    @Override
    public TimeShape time() {
      return TimeShape.RATE;
    }

    @Override
    public String written() {
      return value.toString();
    }
  }

  /// A published series about one scope.
  record Published(Series series, String scope) implements Formula {
    @Override
    public Unit unit() {
      return series.unit();
    }

    @Override
    public TimeShape time() {
      return series.time();
    }

    @Override
    public String written() {
      return scope.equals(Plan.WHOLE)
          ? series.id()
          : "(%s where scope = %s)".formatted(series.id(), scope);
    }
  }

  /// `left + right`, or `left - right`.
  record Sum(Formula left, Formula right, boolean minus) implements Formula {
    @Override
    public Unit unit() {
      boolean twoPercentages = minus && left.unit().equals(Unit.PERCENT);
      return twoPercentages && right.unit().hasTheDimensionOf(Unit.PERCENT)
          ? Unit.PERCENTAGE_POINT
          : left.unit();
    }

    @Override
    public TimeShape time() {
      return left instanceof Constant ? right.time() : left.time();
    }

    @Override
    public String written() {
      return left.written() + (minus ? " - " : " + ") + factor(right);
    }
  }

  /// `left * right`.
  record Product(Formula left, Formula right) implements Formula {
    @Override
    public Unit unit() {
      return left.unit().times(right.unit());
    }

    @Override
    public TimeShape time() {
      return left.time() == TimeShape.RATE ? right.time() : left.time();
    }

    @Override
    public String written() {
      return factor(left) + " * " + divisor(right);
    }
  }

  /// `over / under`.
  record Ratio(Formula over, Formula under) implements Formula {
    @Override
    public Unit unit() {
      return over.unit().per(under.unit());
    }

    @Override
    public TimeShape time() {
      return under instanceof Constant ? over.time() : TimeShape.RATE;
    }

    @Override
    public String written() {
      return factor(over) + " / " + divisor(under);
    }
  }

  /// `yoy(of)`: growth on the same period a year before, in percent (同比).
  record Growth(Formula of) implements Formula {
    @Override
    public Unit unit() {
      return Unit.PERCENT;
    }

    @Override
    public TimeShape time() {
      return TimeShape.RATE;
    }

    @Override
    public String written() {
      return "yoy(" + of.written() + ")";
    }
  }

  /// `ytd(of)`: from January to the last month of the period (累计).
  record YearToDate(Formula of) implements Formula {
    @Override
    public Unit unit() {
      return of.unit();
    }

    @Override
    public TimeShape time() {
      return TimeShape.FLOW;
    }

    @Override
    public String written() {
      return "ytd(" + of.written() + ")";
    }
  }

  /// `total(of, years)`: the years' figures added up; missing unless every year is there.
  record Total(Formula of, Period years) implements Formula {
    @Override
    public Unit unit() {
      return of.unit();
    }

    @Override
    public TimeShape time() {
      return TimeShape.CUMULATIVE;
    }

    @Override
    public String written() {
      return "total(" + of.written() + ", " + years + ")";
    }
  }

  /// The series read, in the order written.
  default Stream<Published> published() {
    return parts().flatMap(part -> part instanceof Published p ? Stream.of(p) : part.published());
  }

  private Stream<Formula> parts() {
    return switch (this) {
      case Constant _ -> Stream.of();
      case Published self -> Stream.of(self);
      case Sum(var left, var right, _) -> Stream.of(left, right);
      case Product(var left, var right) -> Stream.of(left, right);
      case Ratio(var over, var under) -> Stream.of(over, under);
      case Growth(var of) -> Stream.of(of);
      case YearToDate(var of) -> Stream.of(of);
      case Total(var of, _) -> Stream.of(of);
    };
  }

  /// Nothing is computed: the value is a published figure as printed.
  default boolean isOneFigure() {
    return this instanceof Published;
  }

  /// The coverages of the series read.
  default List<String> coverages() {
    return published().map(p -> p.series().coverage()).distinct().toList();
  }

  /// Zero of this formula's unit.
  default Quantity zero() {
    return new Quantity(BigDecimal.ZERO, unit());
  }

  private static String divisor(Formula formula) {
    return formula instanceof Product || formula instanceof Ratio
        ? "(" + formula.written() + ")"
        : factor(formula);
  }

  private static String factor(Formula formula) {
    return formula instanceof Sum ? "(" + formula.written() + ")" : formula.written();
  }
}
