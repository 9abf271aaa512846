package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.terms.Problem;

/// A plan package opened for a command: the plan, its figures, or everything that is wrong.
record Opened(Reading reading, Optional<OfficialFigures> figures, List<Problem> problems) {

  static Opened open(Path folder) {
    Reading reading = Plan.read(folder);
    var problems = new ArrayList<>(reading.problems());
    Optional<OfficialFigures> figures = Optional.empty();
    if (reading.plan().isPresent()) {
      OfficialFigures.Loaded loaded = OfficialFigures.load(reading.plan().get());
      problems.addAll(loaded.problems());
      figures = loaded.figures();
    }
    return new Opened(reading, figures, List.copyOf(problems));
  }

  /// The plan of a package without problems; else the problems are printed.
  static Opened whole(Path folder, PrintWriter err) {
    Opened opened = open(folder);
    if (!opened.problems.isEmpty()) {
      opened.print(err);
      throw new WrongInput(
          "%d problem(s) in %s; nothing was computed.".formatted(opened.problems.size(), folder));
    }
    return opened;
  }

  Plan plan() {
    return reading.plan().orElseThrow();
  }

  OfficialFigures numbers() {
    return figures.orElseThrow();
  }

  void print(PrintWriter to) {
    for (Problem problem : problems) {
      to.println(problem.render(reading));
    }
  }

  /// The question asked by the options of a command; everything known so far when no day is given.
  Question question(@Nullable String asOf, @Nullable String knownOn) {
    return new Question(
        asOf == null ? YearMonth.from(plan().span().lastDay()) : month(asOf),
        knownOn == null ? numbers().lastHeard() : day(knownOn));
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException notOne) {
      throw new WrongInput("--as-of %s is not a month. Write it like 2012-09.".formatted(text));
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notOne) {
      throw new WrongInput("--known-on %s is not a day. Write it like 2013-03-18.".formatted(text));
    }
  }
}
