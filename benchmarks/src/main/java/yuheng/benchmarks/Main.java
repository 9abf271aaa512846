package yuheng.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/// The entry of `./yuheng bench NAME`.
final class Main {
  static final int OK = 0;
  static final int WRONG_COMMAND = 2;
  static final int COULD_NOT_RUN = 3;

  private Main() {}

  /// Runs one bench and ends with its exit code.
  public static void main(String[] arguments) throws InterruptedException {
    int code = run(arguments, System.out, System.err);
    if (code != OK) {
      System.exit(code);
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
    Optional<Bench> bench = arguments.length == 1 ? Bench.find(arguments[0]) : Optional.empty();
    if (bench.isEmpty()) {
      err.println("usage: ./yuheng bench NAME, where NAME is one of");
      Bench.ALL.forEach(one -> err.printf("  %-10s %s%n", one.name(), one.what()));
      return WRONG_COMMAND;
    }
    try {
      bench.get().run(new Report(bench.get().name(), out, err));
      return OK;
    } catch (IOException broken) {
      err.println("bench %s: could not run: %s".formatted(arguments[0], broken.getMessage()));
      return COULD_NOT_RUN;
    }
  }
}
