package yuheng.plan;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Relation.Auxiliary;
import yuheng.plan.Relation.Bounds;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.RatioOf;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Language;

/// Writes relations out with the plan's numbers in them, so that a person can check them by hand.
final class Pencil {
  private final Plan plan;

  Pencil(Plan plan) {
    this.plan = plan;
  }

  String addition(SumsTo sum, Language language) {
    var text = new StringBuilder();
    Rational total = Rational.ZERO;
    boolean numbers = true;
    for (Part part : sum.parts()) {
      @Nullable Target target = plan.targets().get(part.target());
      text.append(text.isEmpty() ? "" : part.taken() ? " − " : " + ")
          .append(written(part.target(), language));
      if (target == null) {
        numbers = false;
      } else {
        Rational value = LinearModel.base(target.value());
        total = part.taken() ? total.minus(value) : total.plus(value);
      }
    }
    return numbers
        ? text
            + " = "
            + Shown.in(total, Objects.requireNonNull(plan.targets().get(sum.whole())))
                .show(language)
        : text + " = " + written(sum.whole(), language);
  }

  /// A target's number, or the name of an auxiliary quantity.
  String written(String name, Language language) {
    @Nullable Target target = plan.targets().get(name);
    if (target != null) {
      return target.value().show(language);
    }
    @Nullable Auxiliary auxiliary = plan.relations().auxiliaries().get(name);
    return auxiliary == null ? name : auxiliary.name().in(language);
  }

  String named(String name, Language language) {
    @Nullable Target target = plan.targets().get(name);
    return target == null ? written(name, language) : target.indicator().name().in(language);
  }

  String equation(Relation relation, Language language) {
    return switch (relation) {
      case SumsTo sum ->
          sum.parts().stream()
                  .map(part -> (part.taken() ? "− " : "") + written(part.target(), language))
                  .collect(Collectors.joining(" + "))
                  .replace("+ −", "−")
              + (sum.more() ? " ≤ " : " = ")
              + written(sum.whole(), language);
      case RatioOf ratio -> {
        Target target = Objects.requireNonNull(plan.targets().get(ratio.ratio()));
        yield written(ratio.over(), language)
            + " ÷ "
            + written(ratio.under(), language)
            + " "
            + sign(target.sense())
            + " "
            + target.value().show(language);
      }
      case Bounds bounds -> {
        String of =
            written(bounds.quantity(), language)
                + bounds.per().map(per -> " ÷ " + written(per, language)).orElse("");
        yield Stream.concat(
                bounds.atLeast().stream().map(q -> of + " ≥ " + q.show(language)),
                bounds.atMost().stream().map(q -> of + " ≤ " + q.show(language)))
            .collect(Collectors.joining(", "));
      }
      case Relation.Counts _, Relation.Implies _, Relation.PerYear _ -> relation.why().in(language);
    };
  }

  private static String sign(Sense sense) {
    return switch (sense) {
      case AT_LEAST -> "≥";
      case MORE_THAN -> ">";
      case AT_MOST -> "≤";
      case ABOUT -> "≈";
      case EXACTLY -> "=";
    };
  }
}
