package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.draft.Doubt;
import yuheng.draft.Draft;
import yuheng.draft.DraftPackage;
import yuheng.draft.Known;
import yuheng.draft.PolicyDocument;
import yuheng.draft.Proposal;
import yuheng.draft.ProposedRelation;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.prose.GuideRow;
import yuheng.prose.Mention;
import yuheng.terms.Language;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// `draft`: a policy document becomes a draft of a plan package.
@Command(
    name = "draft",
    description =
        "Draws up a plan package from a policy document (.txt, .md, .docx, .pdf, .html)."
            + " 从政策文件起草规划包。",
    mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {
  private enum Format {
    MD,
    JSONL
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the document")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "md|jsonl",
      description = "print the prose with its links, or one committed quantity a line")
  private @Nullable Format format;

  @Option(names = "--out", paramLabel = "DIR", description = "write the package into this folder")
  private @Nullable Path out;

  @Option(
      names = "--known",
      paramLabel = "PLAN",
      description = "a package whose indicators may be meant; may be given several times")
  private List<Path> known = new ArrayList<>();

  @Option(names = "--explain", description = "say on stderr which rules took what for what")
  private boolean explain;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the talk on stderr")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  DraftCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PolicyDocument.Opened opened = PolicyDocument.read(file);
    opened.problems().forEach(problem -> err.println(problem.render(_ -> "")));
    if (opened.document().isEmpty()) {
      return Main.WRONG_INPUT;
    }
    PolicyDocument document = opened.document().get();
    document.remarks().forEach(remark -> err.println(remark.in(language)));
    if (format == Format.JSONL) {
      printRows(document);
    }
    if (format != Format.JSONL || out != null) {
      Draft draft = Draft.of(document.text(), definitions(err));
      DraftPackage written = DraftPackage.of(draft);
      if (out != null) {
        write(written, out);
      }
      if (format == Format.MD || (format == null && out == null)) {
        spec.commandLine().getOut().print(written.prose());
        spec.commandLine().getOut().flush();
      }
      tell(draft, err);
    }
    if (explain) {
      document.text().commitments().forEach(mention -> explain(document, mention, err));
    }
    return Main.OK;
  }

  private void printRows(PolicyDocument document) {
    String stem = document.name().replaceFirst("\\.[^.]*$", "");
    PrintWriter to = spec.commandLine().getOut();
    int number = 0;
    for (Mention mention : document.text().commitments()) {
      number++;
      to.print(GuideRow.line("%s-%03d".formatted(stem, number), mention) + "\n");
    }
    to.flush();
  }

  private Known definitions(PrintWriter err) {
    var plans = new ArrayList<Plan>();
    for (Path folder : known) {
      Reading reading = Plan.read(folder);
      Optional<Plan> plan = reading.plan();
      if (plan.isEmpty()) {
        for (Problem problem : reading.problems()) {
          err.println(problem.render(reading));
        }
        throw new WrongInput("%s is no plan package without problems.".formatted(folder));
      }
      plans.add(plan.get());
    }
    return Known.of(plans);
  }

  private static void write(DraftPackage written, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new WrongInput(
              "The folder %s is not empty; a draft overwrites nothing. Name a new one."
                  .formatted(folder));
        }
      }
    }
    written.write(folder);
  }

  private void tell(Draft draft, PrintWriter err) {
    long sure = draft.proposals().stream().filter(Proposal::isSure).count();
    Words told =
        new Words(
                "%d条目标建议，其中%d条有存疑；%d条关系建议。", "%d proposals, %d of them with doubts; %d relations.")
            .filled(
                draft.proposals().size(),
                draft.proposals().size() - sure,
                draft.relations().size());
    err.println(told.in(language));
    draft.head().doubts().forEach(doubt -> err.println("  " + doubt.words().in(language)));
    for (Proposal proposal : draft.proposals()) {
      for (Doubt doubt : proposal.doubts()) {
        err.printf(
            "  %s %s «%s» %s: %s%n",
            proposal.key(),
            proposal.id(),
            proposal.text().quote(),
            doubt.about().words().in(language),
            doubt.words().in(language));
      }
    }
    for (ProposedRelation relation : draft.relations()) {
      err.printf("  %s: %s%n", relation.id(), relation.arithmetic().in(language));
    }
  }

  private static void explain(PolicyDocument document, Mention mention, PrintWriter err) {
    int[] points = document.text().text().codePoints().toArray();
    err.printf("%d-%d «%s» %s%n", mention.start(), mention.end(), mention.raw(), mention.subject());
    for (Mention.Ground ground : mention.because()) {
      int from = Math.clamp(ground.start(), 0, points.length);
      int to = Math.clamp(ground.end(), from, points.length);
      err.printf("    %s: «%s»%n", ground.rule(), new String(points, from, to - from));
    }
    mention.doubts().forEach(doubt -> err.printf("    ? %s%n", doubt));
  }
}
