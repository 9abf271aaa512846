package yuheng.benchmarks;

import java.io.PrintStream;
import java.util.Optional;

/// Where a bench says what it measured: figures on one stream, talk on another.
record Report(String bench, PrintStream figures, PrintStream talk) {
  /// Reports a figure.
  void figure(String name, double value, String unit, String what) {
    figures.println(Figure.own(bench, name, value, unit, what).json());
    figures.flush();
  }

  /// Reports a ratio to somebody else's figure.
  void against(String name, double value, String ours, String peer, String what) {
    Figure own = Figure.own(bench, name, value, "x", what);
    figures.println(
        new Figure(bench, name, own.value(), "x", ours, Optional.of(peer), what).json());
    figures.flush();
  }

  /// Tells whoever watches what is going on.
  void say(String line) {
    talk.println(bench + ": " + line);
  }
}
