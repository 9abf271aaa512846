package yuheng.plan;

import java.util.List;
import java.util.Optional;
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

  /// A quantity that targets force upon one that has none (隐含量).
  ///
  /// @param formula over targets
  /// @param at targets taken at their number, whatever their sense
  /// @param compared a further formula, over targets and `implied`
  record Implies(
      String id,
      Words why,
      Words name,
      Unit unit,
      Formula formula,
      List<String> at,
      Optional<Compared> compared)
      implements Relation {
    public Implies {
      at = List.copyOf(at);
    }
  }

  /// What an implied quantity is held against.
  record Compared(Words name, Unit unit, Formula formula) {}

  /// A change over several years as a change per year, compounded (年均).
  record PerYear(String id, Words why, String target, int years, boolean falls)
      implements Relation {}

  /// A finding that somebody has seen and decided to live with (已知悉).
  record Acknowledged(String finding, String by, String on, Words why) {}
}
