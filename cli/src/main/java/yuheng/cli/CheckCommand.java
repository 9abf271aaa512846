package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.plan.AnchorCheck;
import yuheng.plan.AnchorCheck.Broken;
import yuheng.plan.Proof;
import yuheng.terms.Language;
import yuheng.terms.Problem;

/// `check`: everything that is wrong with a package, and whether its numbers stand in the official
/// text.
@Command(
    name = "check",
    description = "Tells everything that is wrong with a plan package. 检查一个规划包。",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "official text to hold the numbers to")
  private @Nullable Path text;

  @Option(names = "--format", paramLabel = "text|json", description = "how to print it")
  private Format format = Format.TEXT;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the findings")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = Opened.open(plan);
    Optional<AnchorCheck> anchors = Optional.empty();
    if (text != null && opened.reading().plan().isPresent()) {
      if (!Files.isReadable(text)) {
        throw new WrongInput("There is no readable file %s to hold the plan to.".formatted(text));
      }
      anchors = Optional.of(AnchorCheck.judge(opened.plan(), Files.readAllBytes(text)));
    }
    switch (format) {
      case TEXT -> print(out, opened, anchors);
      case JSON -> out.println(Json.one(json(opened, anchors)));
    }
    boolean fits =
        opened.problems().isEmpty()
            && !Proof.of(opened.plan()).contradicts()
            && anchors.map(a -> a.broken().isEmpty() && a.sameDocument()).orElse(true);
    return fits ? Main.OK : Main.WRONG_INPUT;
  }

  private void print(PrintWriter out, Opened opened, Optional<AnchorCheck> anchors) {
    opened.print(out);
    if (!opened.problems().isEmpty()) {
      out.printf("%d problem(s) in %s%n", opened.problems().size(), plan);
      return;
    }
    out.printf(
        "%s: %d targets, %d indicators, %d series, %d figures; no problem%n",
        opened.plan().id(),
        opened.plan().targets().size(),
        opened.plan().indicators().size(),
        opened.plan().series().size(),
        opened.numbers().all().size());
    ProofText.print(Proof.of(opened.plan()), language, out);
    for (Problem hint : opened.reading().hints()) {
      out.printf("hint %s  %s%n  mend: %s%n", hint.code(), hint.what(), hint.mend());
    }
    anchors.ifPresent(check -> print(out, check));
  }

  private static void print(PrintWriter out, AnchorCheck check) {
    for (Broken broken : check.broken()) {
      Anchored anchor = Anchored.of(broken);
      out.printf(
          "broken anchor %s (%d–%d): expected «%s», found «%s» in «%s»%s%n",
          broken.target().id(),
          anchor.start,
          anchor.end,
          anchor.quote,
          broken.found(),
          broken.context(),
          broken.elsewhere().map(at -> "; the quote now stands at " + at).orElse(""));
    }
    if (!check.sameDocument()) {
      out.printf(
          "the text is not the one the plan was written for (other checksum); %d anchor(s) still"
              + " hold%n",
          check.held());
    }
    out.printf("anchors: %d hold, %d broken%n", check.held(), check.broken().size());
  }

  private record Anchored(int start, int end, String quote) {
    static Anchored of(Broken broken) {
      var anchor = broken.target().text().orElseThrow();
      return new Anchored(anchor.start(), anchor.end(), anchor.quote());
    }
  }

  private static Map<String, Object> json(Opened opened, Optional<AnchorCheck> anchors) {
    var json = new LinkedHashMap<String, Object>();
    json.put("problems", opened.problems().stream().map(CheckCommand::json).toList());
    json.put("hints", opened.reading().hints().stream().map(CheckCommand::json).toList());
    ProofText.json(opened.reading().plan().map(Proof::of), json);
    anchors.ifPresent(
        check -> {
          var broken = new ArrayList<Map<String, Object>>();
          for (Broken one : check.broken()) {
            Anchored anchor = Anchored.of(one);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("target", one.target().id());
            entry.put("start", anchor.start);
            entry.put("end", anchor.end);
            entry.put("quote", anchor.quote);
            entry.put("found", one.found());
            one.elsewhere().ifPresent(at -> entry.put("elsewhere", at));
            broken.add(entry);
          }
          var judged = new LinkedHashMap<String, Object>();
          judged.put("held", check.held());
          judged.put("broken", broken);
          judged.put("same_document", check.sameDocument());
          json.put("anchors", judged);
        });
    return json;
  }

  static Map<String, Object> json(Problem problem) {
    var json = new LinkedHashMap<String, Object>();
    json.put("code", problem.code());
    json.put("what", problem.what());
    json.put("where", problem.where().stream().map(CheckCommand::json).toList());
    json.put("why", problem.why());
    json.put("mend", problem.mend());
    return json;
  }

  private static Map<String, Object> json(Problem.Marked mark) {
    var json = new LinkedHashMap<String, Object>();
    json.put("file", mark.span().file());
    json.put("line", mark.span().line());
    json.put("column", mark.span().start());
    json.put("end", mark.span().end());
    json.put("label", mark.label());
    if (mark.span().cell()) {
      json.put("cell", mark.span().address());
    }
    return json;
  }
}
