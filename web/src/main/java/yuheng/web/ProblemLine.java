package yuheng.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yuheng.terms.Language;
import yuheng.terms.Problem;

/// A problem as the pages tell it.
record ProblemLine(String code, String what, String where, String why, String mend) {
  static ProblemLine of(Problem problem, Asked asked) {
    Optional<DocumentWords> chinese =
        Optional.of(problem)
            .filter(_ -> asked.language() == Language.ZH)
            .flatMap(DocumentWords::of);
    return new ProblemLine(
        problem.code(),
        chinese
            .map(words -> "《%s》%s".formatted(problem.place().file(), words.what()))
            .orElse(problem.what()),
        problem.where().stream()
            .map(mark -> mark.span().toString())
            .distinct()
            .collect(Collectors.joining(", ")),
        chinese.map(DocumentWords::why).orElse(problem.why()),
        chinese.map(DocumentWords::mend).orElse(problem.mend()));
  }

  static List<ProblemLine> of(List<Problem> problems, Asked asked) {
    return problems.stream().map(problem -> of(problem, asked)).toList();
  }
}
