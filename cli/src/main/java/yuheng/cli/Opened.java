package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Journal;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.terms.Problem;

/// A plan package opened for a command: the plan, its figures, or everything that is wrong.
record Opened(Reading reading, Optional<OfficialFigures> figures, List<Problem> problems) {

  static Opened open(Path folder) {
    return open(folder, OfficialFigures::load);
  }

  private static Opened open(Path folder, Function<Plan, OfficialFigures.Loaded> load) {
    Reading reading = Plan.read(folder);
    var problems = new ArrayList<>(reading.problems());
    Optional<OfficialFigures> figures = Optional.empty();
    if (reading.plan().isPresent()) {
      OfficialFigures.Loaded loaded = load.apply(reading.plan().get());
      problems.addAll(loaded.problems());
      figures = loaded.figures();
    }
    return new Opened(reading, figures, List.copyOf(problems));
  }

  /// The plan of a package without problems; else the problems are printed.
  static Opened whole(Path folder, PrintWriter err) {
    return open(folder).orTold(folder, err);
  }

  /// The same together with what people entered, if a journal is there.
  static Opened whole(Path folder, StoreOption store, PrintWriter err) {
    return open(folder, plan -> loaded(plan, store)).orTold(folder, err);
  }

  private static OfficialFigures.Loaded loaded(Plan plan, StoreOption store) {
    if (!Files.exists(store.file(plan))) {
      return OfficialFigures.load(plan);
    }
    try (Journal journal = store.open(plan)) {
      return OfficialFigures.load(plan, journal);
    }
  }

  private Opened orTold(Path folder, PrintWriter err) {
    if (!problems.isEmpty()) {
      print(err);
      throw new WrongInput(
          "%d problem(s) in %s; nothing was computed.".formatted(problems.size(), folder));
    }
    return this;
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
