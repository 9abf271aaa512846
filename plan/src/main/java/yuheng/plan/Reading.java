package yuheng.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Problem;
import yuheng.terms.Span;

/// What came of reading a package.
///
/// @param plan present only when there is no problem
/// @param problems sorted by place
/// @param hints what fits together but could be better (lint); empty while there are problems
/// @param folder the package; the places of problems are relative to it
public record Reading(Optional<Plan> plan, List<Problem> problems, List<Problem> hints, Path folder)
    implements Problem.SourceLines {
  public Reading {
    hints = List.copyOf(hints);
    problems = problems.stream().sorted().distinct().toList();
  }

  @Override
  public String line(Span span) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(span.file()));
      return span.line() <= lines.size() ? lines.get(span.line() - 1) : "";
    } catch (IOException unreadable) {
      return ""; // the problem itself says what is wrong with the file
    }
  }
}
