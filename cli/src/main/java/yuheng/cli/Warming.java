package yuheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yuheng.indicators.Question;
import yuheng.web.YuhengServer;

/// What the launcher runs once after a build, so that the JVM can keep what starting takes: the
/// commands people wait for, and a server that is started and closed.
final class Warming {
  private static final String MONTH = "2012-09";

  private Warming() {}

  /// Runs them.
  ///
  /// @param arguments a plan package, and an empty folder to write in
  public static void main(String[] arguments) throws IOException {
    String plan = arguments[0];
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<String> when = List.of("--as-of", MONTH, "--store", folder.resolve("none.db").toString());
    run("check", plan, List.of());
    run("measure", plan, when);
    for (String kind : List.of("docx", "pdf")) {
      var more = new ArrayList<>(when);
      more.addAll(List.of("--out", folder.resolve("sample." + kind).toString()));
      run("bulletin", plan, more);
    }
    Opened opened = Opened.open(Path.of(plan));
    Question question = opened.question(MONTH, null);
    YuhengServer.start(opened.plan(), opened.numbers(), question, 0, YuhengServer.Stores.none())
        .close();
  }

  private static void run(String command, String plan, List<String> options) {
    var arguments = new ArrayList<>(List.of(command, plan));
    arguments.addAll(options);
    Main.run(arguments.toArray(String[]::new), System.out, System.err);
  }
}
