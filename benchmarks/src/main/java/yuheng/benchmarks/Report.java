package yuheng.benchmarks;

import java.io.PrintStream;

/// Where a bench says what it measured: figures on one stream, talk on another.
record Report(String bench, PrintStream figures, PrintStream talk) {
  /// Reports a figure.
  void figure(String name, double value, String unit, String what) {
    figures.println(Figure.own(bench, name, value, unit, what).json());
    figures.flush();
  }

  /// Tells whoever watches what is going on.
  void say(String line) {
    talk.println(bench + ": " + line);
  }
}
