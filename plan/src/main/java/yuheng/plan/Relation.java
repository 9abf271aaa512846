package yuheng.plan;

import java.util.List;
import java.util.Optional;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// What a plan says its numbers have to do with each other (关系); the proof uses nothing else.
public sealed interface Relation {
  /// Its name, as in `relations.yaml`.
  String id();

  /// Why it holds, for people.
  Words why();

  /// A whole is the sum of its parts (合计).
  ///
  /// @param parts targets; a part may be taken away
  /// @param more further parts exist that no target names
  /// @param at targets taken at their number, whatever their sense
  /// @param reading it holds only under this reading of the text
  /// @param insteadOf the relation that it stands for under that reading
  record SumsTo(
      String id,
      Words why,
      String whole,
      List<Part> parts,
      boolean more,
      List<String> at,
      Optional<Words> reading,
      Optional<String> insteadOf)
      implements Relation {
    public SumsTo {
      parts = List.copyOf(parts);
      at = List.copyOf(at);
    }
  }

  /// A part of a sum.
  record Part(String target, boolean taken) {}

  /// Things that the text names, against the number it commits to (点名).
  record Counts(String id, Words why, String number, List<Words> named) implements Relation {
    public Counts {
      named = List.copyOf(named);
    }
  }

  /// A target is the quotient of two quantities (比率): `over` = ratio × `under`.
  ///
  /// @param over a target or an auxiliary quantity
  /// @param under likewise; more than zero
  /// @param ratio the target that commits to the quotient
  record RatioOf(String id, Words why, String over, String under, String ratio)
      implements Relation {}

  /// What the world allows a quantity to be, whatever the strategy says (客观约束): physics, law, a
  /// published figure.
  ///
  /// @param quantity a target or an auxiliary quantity
  /// @param per another one that the bounds are counted for each unit of
  /// @param source who says so
  record Bounds(
      String id,
      Words why,
      String quantity,
      Optional<String> per,
      Optional<Quantity> atLeast,
      Optional<Quantity> atMost,
      String source)
      implements Relation {}

  /// A quantity that targets force upon one that has none (隐含量).
  ///
  /// @param formula over targets
  /// @param at targets taken at their number, whatever their sense
  /// @param compared a further formula, over targets and `implied`
  /// @param reading it holds only under this reading of the text
  record Implies(
      String id,
      Words why,
      Words name,
      Unit unit,
      Formula formula,
      List<String> at,
      Optional<Compared> compared,
      Optional<Words> reading)
      implements Relation {
    public Implies {
      at = List.copyOf(at);
    }
  }

  /// What an implied quantity is held against.
  record Compared(Words name, Unit unit, Formula formula) {}

  /// What a change or a way over several years is for one year, compounded (年均).
  ///
  /// @param kind what the target's number says of the years
  /// @param from the year before the first, where the kind needs it
  /// @param source who says so
  record PerYear(
      String id,
      Words why,
      String target,
      int years,
      Kind kind,
      Optional<Quantity> from,
      Optional<String> source)
      implements Relation {
    /// What the number says of the years.
    enum Kind {
      /// It is lower by so much at the end: (1 − r)ⁿ = 1 − number.
      FALLS,
      /// It is higher by so much at the end: (1 + r)ⁿ = 1 + number.
      RISES,
      /// It is the level of the last year: from × (1 + r)ⁿ = number.
      REACHES,
      /// It is the total of all the years: from × ((1 + r) + … + (1 + r)ⁿ) = number.
      TOTALS
    }
  }

  /// A quantity that no target names and relations speak of (辅助量); the proof gives its range.
  record Auxiliary(String id, Words name, Unit unit) {}

  /// A finding that somebody has seen and decided to live with (已知悉).
  record Acknowledged(String finding, String by, String on, Words why) {}
}
