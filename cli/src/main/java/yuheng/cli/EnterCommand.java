package yuheng.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.FigureTable;

/// `enter`: one published figure, checked and put into the journal.
@Command(
    name = "enter",
    description = "Enters one published figure. 录入一个公布数。",
    mixinStandardHelpOptions = true)
final class EnterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Option(
      names = "--series",
      required = true,
      paramLabel = "NAME",
      description = "id or name of the series")
  private String series;

  @Option(
      names = "--scope",
      paramLabel = "NAME",
      description = "what it is about: code or name (default: the whole)")
  private @Nullable String scope;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "2012-09",
      description = "the period it is about, as people write it")
  private String period;

  @Option(names = "--value", required = true, paramLabel = "9621", description = "as printed")
  private String value;

  @Option(names = "--unit", paramLabel = "亿元", description = "unit, if not behind the value")
  private @Nullable String unit;

  @Option(names = "--growth", paramLabel = "18.5", description = "printed growth in percent")
  private @Nullable String growth;

  @Option(names = "--coverage", paramLabel = "NAME", description = "what the figure covers")
  private @Nullable String coverage;

  @Option(
      names = "--heard",
      paramLabel = "DATE",
      description = "the day it was published (default: unknown, today counts)")
  private @Nullable String heard;

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      description = "statistics, government or press (default: government)")
  private @Nullable String authority;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "TEXT",
      description = "an address, or title and page")
  private String source;

  @Option(names = "--note", paramLabel = "TEXT", description = "what else there is to say")
  private @Nullable String note;

  @Mixin private Taking taking;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  EnterCommand() {}

  @Override
  public Integer call() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("series", series);
    fields.put("period", period);
    fields.put("value", value);
    fields.put("source", source);
    Taking.put(fields, "scope", scope);
    Taking.put(fields, "unit", unit);
    Taking.put(fields, "growth", growth);
    Taking.put(fields, "coverage", coverage);
    Taking.put(fields, "heard", heard);
    Taking.put(fields, "authority", authority);
    Taking.put(fields, "note", note);
    Opened opened = Opened.whole(plan, spec.commandLine().getErr());
    return taking.take(
        opened.plan(),
        List.of(FigureTable.entered(fields)),
        "enter",
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
  }
}
