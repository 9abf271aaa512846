package yuheng.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// Collects what is wrong, so that an author hears all of it at once.
final class Problems {
  /// Problems of a file as a whole.
  private static final Set<String> UNREAD = Set.of("PL001", "PL002", "PL003");

  /// Problems that compare one file with another.
  private static final Set<String> REFERENCES =
      Set.of(
          "PL020", "PL021", "PL028", "PL030", "PL031", "PL032", "PL041", "PL044", "PL070", "PL077",
          "PL081", "PL087");

  private final Set<String> unread = new HashSet<>();
  private final Shape.Files shapes;
  private final Map<String, Span> places = new HashMap<>();
  private final List<Problem> found = new ArrayList<>();

  /// What the reader asks the files for.
  Shape.Files shapes() {
    return shapes;
  }

  /// Notes where something was declared, for those who speak of it later.
  void stands(String what, Span where) {
    places.putIfAbsent(what, where);
  }

  /// Where something was declared; the top of `plan.yaml` for what was declared nowhere.
  Span place(String what) {
    return places.getOrDefault(what, Span.at("plan.yaml", 1, 1));
  }

  Problems() {
    this(new Shape.Files());
  }

  /// @param shapes where to note down what the reader asks for
  Problems(Shape.Files shapes) {
    this.shapes = shapes;
  }

  void add(String code, String what, Span where, String why, String mend) {
    add(code, what, List.of(new Marked(where, "")), why, mend);
  }

  void add(String code, String what, List<Marked> where, String why, String mend) {
    found.add(new Problem(code, what, where, why, mend));
  }

  void notUtf8(String file) {
    unread(file);
    add(
        "PL002",
        "`%s` is not UTF-8".formatted(file),
        Span.at(file, 1, 1),
        "all files of a package are UTF-8",
        "save it as UTF-8 without changing its words");
  }

  /// A name that is not one of those known; suggests the nearest.
  void unknown(String code, String kind, Spot name, Collection<String> known, String why) {
    Optional<String> nearest = Nearest.to(name.text(), known);
    String mend =
        nearest
            .map(near -> "did you mean `%s`?".formatted(near))
            .orElseGet(
                () ->
                    known.isEmpty()
                        ? "declare it first; none is declared yet"
                        : "use one of: " + String.join(", ", known.stream().sorted().toList()));
    add(code, "there is no %s `%s`".formatted(kind, name.text()), name.span(), why, mend);
  }

  /// A file could not be read: what others say of its contents is no longer a problem of theirs.
  void unread(String file) {
    unread.add(file);
  }

  /// All problems but those that only follow from a file that could not be read.
  List<Problem> all() {
    return unread.isEmpty()
        ? List.copyOf(found)
        : found.stream().filter(one -> UNREAD.contains(one.code()) || !follows(one)).toList();
  }

  private boolean follows(Problem problem) {
    return REFERENCES.contains(problem.code()) || unread.contains(problem.place().file());
  }

  int count() {
    return found.size();
  }

  /// Some text and where it stands.
  record Spot(String text, Span span) {}
}
