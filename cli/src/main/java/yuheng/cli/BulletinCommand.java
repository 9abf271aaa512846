package yuheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.delivery.Bulletin;
import yuheng.delivery.BulletinDesk;
import yuheng.delivery.BulletinFile;
import yuheng.delivery.BulletinFile.Kind;
import yuheng.delivery.BulletinRecord;
import yuheng.delivery.Duties;
import yuheng.facts.Breakdowns;
import yuheng.facts.Journal;
import yuheng.indicators.Question;
import yuheng.terms.Language;

/// `bulletin`: the monthly analysis as a file.
@Command(
    name = "bulletin",
    description = "Writes the monthly analysis as .docx or PDF. 生成月度分析。",
    mixinStandardHelpOptions = true)
final class BulletinCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Mixin private AskedOptions when;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "file to write, ending in .docx or .pdf")
  private Path out;

  @Mixin private StoreOption store;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the bulletin")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  BulletinCommand() {}

  @Override
  public Integer call() throws IOException {
    Kind kind =
        Kind.of(out.toString())
            .orElseThrow(
                () ->
                    new WrongInput(
                        "--out %s is neither .docx nor .pdf. Let the name end in one of them."
                            .formatted(out)));
    Opened opened = Opened.whole(plan, store, spec.commandLine().getErr());
    Question question = when.question(opened);
    switch (write(opened, question, kind)) {
      case BulletinFile.Written written -> Files.write(out, written.bytes());
      case BulletinFile.Impossible(var fault) -> throw new WrongInput(fault.tell(language));
    }
    spec.commandLine().getErr().println(out);
    return Main.OK;
  }

  private BulletinFile write(Opened opened, Question question, Kind kind) {
    if (!Files.exists(store.file(opened.plan()))) {
      return BulletinFile.write(
          Bulletin.of(
              opened.plan(), opened.numbers(), Breakdowns.of(opened.plan()), question, List.of()),
          language,
          kind);
    }
    try (Journal journal = store.open(opened.plan())) {
      var duties = new Duties(journal, opened.plan());
      Breakdowns breakdowns = Breakdowns.of(opened.plan(), journal);
      var desk =
          new BulletinDesk(
              journal,
              day ->
                  month ->
                      Bulletin.of(
                          opened.plan(),
                          opened.numbers(),
                          breakdowns,
                          new Question(month, day),
                          duties.upTo(month)));
      BulletinRecord record = desk.find(question.asOf(), question.knownOn());
      return desk.file(record, language, kind);
    }
  }
}
