package yuheng.web;

import java.util.List;
import java.util.stream.Collectors;
import yuheng.terms.Problem;

/// A problem as the pages tell it.
record ProblemLine(String code, String what, String where, String why, String mend) {
  static ProblemLine of(Problem problem) {
    return new ProblemLine(
        problem.code(),
        problem.what(),
        problem.where().stream()
            .map(mark -> mark.span().toString())
            .distinct()
            .collect(Collectors.joining(", ")),
        problem.why(),
        problem.mend());
  }

  static List<ProblemLine> of(List<Problem> problems) {
    return problems.stream().map(ProblemLine::of).toList();
  }
}
