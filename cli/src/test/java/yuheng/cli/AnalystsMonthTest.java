package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.delivery.Bulletin;
import yuheng.delivery.BulletinDesk;
import yuheng.delivery.BulletinRecord;
import yuheng.delivery.BulletinRecord.Stage;
import yuheng.delivery.Duties;
import yuheng.delivery.Outcome;
import yuheng.delivery.Sentence;
import yuheng.facts.Breakdowns;
import yuheng.facts.District;
import yuheng.facts.Journal;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.terms.Language;
import yuheng.testing.Golden;
import yuheng.testing.TakenOut;
import yuheng.testing.Viewers;

/// An analyst's month, September 2012, by commands and one journal: figures in, two revisions, two
/// breakdowns, a ranking, three duties, a bulletin signed and frozen, its files.
///
/// The figures of the month are the published ones. Revisions, weights and district figures are
/// made up for the test and say so in their source: nobody published them.
class AnalystsMonthTest {
  private static final Path CHONGQING = Golden.home().resolve("plans/chongqing-2012");
  private static final String MADE_UP = "测试用虚构数 不是公布数";
  private static final YearMonth SEPTEMBER = YearMonth.of(2012, 9);
  private static final BigDecimal YUAN = new BigDecimal("100000000");

  @TempDir private Path folder;
  private TakenOut month;
  private Path store;

  @SuppressWarnings("NullAway.Init") // JUnit takes the month out
  AnalystsMonthTest() {}

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void takeTheMonthOut() {
    month = TakenOut.of(CHONGQING, "2012-09", folder.resolve("plan"));
    store = folder.resolve("journal.db");
    Journal.open(store).close();
  }

  private static Ran main(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command on the copied plan with the journal; it must end well.
  private String run(String command, String... more) {
    var all = new ArrayList<>(List.of(command, month.plan().toString()));
    all.addAll(List.of(more));
    all.addAll(List.of("--store", store.toString()));
    Ran ran = main(all);
    assertThat(ran.code).as("%s: %s%s", all, ran.err, ran.out).isZero();
    return ran.out + ran.err;
  }

  private String standings() {
    return run("measure", "--as-of", "2012-09", "--format", "json");
  }

  @Test
  void fromTheImportOfTheMonthToFrozenFiles() throws IOException {
    theMonthIsImportedAndStandsAsInThePackage();
    twoFiguresAreRevised();
    grossOutputAndInvestmentComeDownTo38Districts();
    theDistrictsAreRanked();
    threeDutiesAreOpened();
    theBulletinIsSignedAndFrozen();
    itsFilesOpen();
  }

  private void theMonthIsImportedAndStandsAsInThePackage() throws IOException {
    assertThat(month.rows()).hasSizeGreaterThan(20);
    String before = standings();
    Path book = folder.resolve("september.xlsx");
    Path template = folder.resolve("template.xlsx");
    Ran made =
        main(List.of("template", month.plan().toString(), "figures", "--out", template.toString()));
    assertThat(made.code).as(made.err).isZero();
    Files.write(book, month.workbook(template));
    String taken = run("import", book.toString(), "--reason", "与公布页核对过", "--by", "li");
    assertThat(taken).contains("收下 %d 个数".formatted(month.rows().size()));
    assertThat(standings()).isNotEqualTo(before);
    assertThat(standings())
        .isEqualTo(
            main(List.of(
                    "measure",
                    CHONGQING.toString(),
                    "--as-of",
                    "2012-09",
                    "--format",
                    "json",
                    "--store",
                    emptyJournal()))
                .out);
  }

  private String emptyJournal() {
    Path empty = folder.resolve("empty.db");
    Journal.open(empty).close();
    return empty.toString();
  }

  private void twoFiguresAreRevised() {
    revise("gross-output-above-scale", "9635", "亿元", "--growth", "18.7");
    revise("industrial-va-growth", "16.3", "%");
    assertThat(grossOutput("2012-10-31")).contains("\"value\":\"9621\"");
    assertThat(grossOutput("2012-12-31")).contains("\"value\":\"9635\"");
  }

  private void revise(String series, String value, String unit, String... more) {
    run(
        "enter",
        Stream.concat(
                Stream.of(
                    "--series",
                    series,
                    "--period",
                    "2012年1-9月",
                    "--value",
                    value,
                    "--unit",
                    unit,
                    "--heard",
                    "2012-12-25",
                    "--reason",
                    MADE_UP,
                    "--source",
                    MADE_UP,
                    "--by",
                    "li"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String grossOutput(String knownOn) {
    return run(
        "measure",
        "--as-of",
        "2012-09",
        "--known-on",
        knownOn,
        "--indicator",
        "gross-output",
        "--format",
        "json");
  }

  private List<District> districts() {
    Plan plan = Plan.read(month.plan()).plan().orElseThrow();
    return OfficialFigures.load(plan).figures().orElseThrow().districts().values().stream()
        .filter(one -> one.standsOn(LocalDate.of(2012, 1, 1)))
        .toList();
  }

  private void grossOutputAndInvestmentComeDownTo38Districts() throws IOException {
    assertThat(districts()).hasSize(38);
    var lines = new ArrayList<>(List.of("区县,权数"));
    for (District one : districts()) {
      lines.add(one.name().zh() + "," + (7 + lines.size() * 13 % 29) + ".37");
    }
    Path weights = Files.write(folder.resolve("weights.csv"), lines);
    comesDown("gross-output", weights, "18199.19", "--counted-in", "gross-output-above-scale");
    comesDown("investment", weights, "3000");
  }

  private void comesDown(String target, Path weights, String whole, String... more) {
    run("breakdown", target, "--by", "year", "--method", "line", "--save");
    var arguments =
        Stream.concat(
                Stream.of(
                    target,
                    "--by",
                    "district",
                    "--year",
                    "2012",
                    "--weights",
                    weights.toString(),
                    "--weights-source",
                    MADE_UP,
                    "--format",
                    "csv",
                    "--save"),
                Stream.of(more))
            .toArray(String[]::new);
    List<BigDecimal> yuan =
        run("breakdown", arguments)
            .lines()
            .filter(line -> line.startsWith("500"))
            .map(line -> new BigDecimal(line.split(",", -1)[2]).multiply(YUAN))
            .toList();
    assertThat(yuan).hasSize(38).allMatch(one -> one.stripTrailingZeros().scale() <= 0);
    assertThat(yuan.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .as(target + " in yuan")
        .isEqualByComparingTo(new BigDecimal(whole).multiply(YUAN));
  }

  private void theDistrictsAreRanked() throws IOException {
    var lines = new ArrayList<>(List.of("数列,范围,所属期,数值,单位,发布日期,来源"));
    for (District one : districts().subList(0, 9)) {
      lines.add(
          "规模以上工业总产值,%s,2012年1-9月,%d.5,亿元,2012-10-25,%s"
              .formatted(one.code(), 60 + lines.size() * 37, MADE_UP));
    }
    Path table = Files.write(folder.resolve("districts.csv"), lines);
    run("import", table.toString(), "--reason", MADE_UP, "--by", "li");
    List<String> ranked =
        run(
                "measure",
                "--by",
                "district",
                "--indicator",
                "gross-output",
                "--as-of",
                "2012-09",
                "--format",
                "csv")
            .lines()
            .filter(line -> line.startsWith("gross-output,gross-output,districts,500"))
            .toList();
    assertThat(ranked).hasSize(38);
    assertThat(ranked.stream().map(line -> line.split(",", -1)[5]).limit(10))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "");
  }

  private void threeDutiesAreOpened() {
    String due = run("duties", "--as-of", "2012-09", "--open");
    assertThat(due).contains("opened 1", "市财政局");
    String list =
        run(
            "duties",
            "--as-of",
            "2012-09",
            "--for",
            "gross-output",
            "--for",
            "investment",
            "--owner",
            "economy",
            "--deadline",
            "2012-11-30",
            "--why",
            "区县进度不一",
            "--by",
            "li");
    assertThat(list.lines().filter(line -> line.contains("-2012-09"))).hasSize(3);
    assertThat(list).contains("市经济和信息化委员会");
  }

  private byte[] file(String name) throws IOException {
    Path file = folder.resolve(name);
    run("bulletin", "--as-of", "2012-09", "--out", file.toString());
    return Files.readAllBytes(file);
  }

  private Stream<String> kinds() {
    return Stream.of("bulletin.docx", "bulletin.pdf");
  }

  private List<byte[]> files() {
    return kinds()
        .map(
            name -> {
              try {
                return file(name);
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            })
        .toList();
  }

  private static BulletinDesk desk(Journal journal, Plan plan, OfficialFigures figures) {
    var duties = new Duties(journal, plan);
    return new BulletinDesk(
        journal,
        day ->
            of ->
                Bulletin.of(
                    plan,
                    figures,
                    Breakdowns.of(plan, journal),
                    new Question(of, day),
                    duties.upTo(of)));
  }

  private void theBulletinIsSignedAndFrozen() {
    List<byte[]> draft = files();
    Plan plan = Plan.read(month.plan()).plan().orElseThrow();
    try (Journal journal = Journal.open(store)) {
      OfficialFigures figures = OfficialFigures.load(plan, journal).figures().orElseThrow();
      BulletinDesk desk = desk(journal, plan, figures);
      BulletinRecord record = desk.find(SEPTEMBER, figures.lastHeard());
      Sentence headline = record.bulletin().sentences().findFirst().orElseThrow();
      String words = headline.editable(Language.ZH).replace("快速增长", "保持快速增长");
      done(desk.edit("li", record, headline.id(), Language.ZH, words));
      done(desk.submit("li", desk.find(SEPTEMBER, figures.lastHeard())));
      BulletinRecord read = desk.find(SEPTEMBER, figures.lastHeard());
      done(desk.sign("chief", read, read.digest()));
      assertThat(desk.find(SEPTEMBER, figures.lastHeard()).stage()).isEqualTo(Stage.FROZEN);
      assertThat(journal.verify()).isEmpty();
    }
    List<byte[]> signed = files();
    assertThat(signed.getFirst()).isNotEqualTo(draft.getFirst());
    revise("gross-output-above-scale", "9700", "亿元");
    revise("sales-ratio", "97.1", "%");
    assertThat(standings()).contains("\"value\":\"9700\"");
    List<byte[]> after = files();
    for (int i = 0; i < signed.size(); i++) {
      assertThat(after.get(i)).isEqualTo(signed.get(i));
    }
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  /// LibreOffice opens the .docx; the Chinese text of both files can be selected.
  private void itsFilesOpen() {
    String written = Viewers.selected(folder.resolve("bulletin.pdf"));
    Path opened = Viewers.asPdf(folder.resolve("bulletin.docx"), folder.resolve("opened"));
    String read = Viewers.selected(opened);
    for (String sentence :
        List.of(
            "2012年1—9月，规模以上工业总产值为9635亿元，同比保持快速增长",
            "2012年工业总产值任务18199.19亿元，分解到38个区县（建议方案：按给定权数，来源：" + MADE_UP + "）。",
            "有9个区县可与任务比较：",
            "督办台账共3项，未办结3项",
            "四、区县")) {
      assertThat(written).contains(sentence.replace(" ", ""));
      assertThat(read).contains(sentence.replace(" ", ""));
    }
    assertThat(written).contains("年度任务（建议方案）");
    assertThat(read).contains("年度任务（建议方案）");
  }
}
