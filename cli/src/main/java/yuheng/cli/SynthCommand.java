package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.synth.Calibration;
import yuheng.synth.CityFiles;
import yuheng.synth.SyntheticCity;
import yuheng.synth.Wishes;
import yuheng.terms.Language;

/// `synth`: an invented city whose reports add up to the published figures.
@Command(
    name = "synth",
    description =
        "Makes an invented city whose reports add up to the published figures. 造一座合计数对准公布数的合成城市。",
    mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
  private static final List<Boolean> RIGHT =
      List.of(false, false, false, true, true, false, true, false, false);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Option(
      names = "--enterprises",
      paramLabel = "N",
      description = "how many enterprises; published counts are brought to N, totals are not")
  private int enterprises = 10_000;

  @Option(names = "--months", paramLabel = "M", description = "how many months are reported")
  private int months = 60;

  @Option(names = "--seed", paramLabel = "S", description = "other seeds make other cities")
  private long seed = 1;

  @Option(names = "--from", paramLabel = "YYYY-MM", description = "the first month")
  private YearMonth from = YearMonth.of(2011, 1);

  @Option(
      names = "--known-on",
      paramLabel = "DAY",
      description = "figures heard later have no influence")
  private @Nullable LocalDate knownOn;

  @Option(
      names = "--mischief",
      description = "some reports late, revised, in a wrong unit, or with other prior figures")
  private boolean mischief;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to write it")
  private Path out;

  @Option(names = "--json", description = "print the calibration as JSON on standard output too")
  private boolean json;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the table")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  SynthCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Opened opened = Opened.whole(plan, err);
    Calibration calibration;
    try {
      var city =
          SyntheticCity.of(
              opened.plan(),
              opened.numbers(),
              new Wishes(
                  enterprises,
                  months,
                  seed,
                  from,
                  knownOn == null ? opened.numbers().lastHeard() : knownOn,
                  mischief ? Wishes.Mischief.SOME : Wishes.Mischief.NONE));
      calibration = CityFiles.write(city, out);
    } catch (IllegalArgumentException unfit) {
      throw new WrongInput(String.valueOf(unfit.getMessage()));
    }
    err.print(table(calibration));
    err.flush();
    if (json) {
      PrintWriter to = spec.commandLine().getOut();
      to.println(Json.lines(calibration.lines().stream().map(SynthCommand::row).toList()));
      to.flush();
    }
    return Main.OK;
  }

  private String table(Calibration calibration) {
    boolean zh = language == Language.ZH;
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        zh
            ? List.of("数列", "范围", "时期", "公布数", "合成数", "单位", "偏差%", "听闻日", "用途")
            : List.of(
                "series",
                "scope",
                "period",
                "published",
                "synthetic",
                "unit",
                "deviation %",
                "heard",
                "use"));
    for (Calibration.Line line : calibration.lines()) {
      rows.add(
          List.of(
              line.series(),
              line.scope(),
              line.about().toString(),
              line.published().toPlainString(),
              line.synthetic().toPlainString(),
              zh ? line.unit().symbol() : line.unit().toString(),
              line.deviation().toPlainString(),
              line.heard().toString(),
              line.use().words().in(language)));
    }
    var text = new StringBuilder();
    TextColumns.print(rows, RIGHT, text);
    calibration.assumptions().forEach(one -> text.append(one.in(language)).append('\n'));
    return text.append(
            zh
                ? "以上企业和报表都是合成的，不是统计数。\n"
                : "The enterprises and reports are synthetic; they are not statistics.\n")
        .toString();
  }

  private static Map<String, Object> row(Calibration.Line line) {
    var row = new LinkedHashMap<String, Object>();
    row.put("series", line.series());
    row.put("scope", line.scope());
    row.put("period", line.about().toString());
    row.put("published", line.published().toPlainString());
    row.put("synthetic", line.synthetic().toPlainString());
    row.put("unit", line.unit().symbol());
    row.put("deviation_percent", line.deviation().toPlainString());
    row.put("heard", line.heard().toString());
    row.put("source", line.source());
    row.put("figure", line.figure());
    row.put("use", line.use().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
