package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Figure.Authority;
import yuheng.facts.Figure.HeardBasis;
import yuheng.facts.Figure.Origin;
import yuheng.plan.Plan;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.testing.Golden;

/// Figures are taken whole or not at all, and a revision stands beside what it revises.
class IntakeTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final Plan CHONGQING =
      Plan.read(Golden.home().resolve("plans/chongqing-2012")).plan().orElseThrow();
  private static final String HEAD = "数列,范围,所属期,数值,单位,同比增速,发布日期,发布机构,来源,备注";

  @TempDir private Path folder;

  private Journal journal() {
    return Journal.open(folder.resolve("journal.db"));
  }

  private static OfficialFigures known(Journal journal) {
    return OfficialFigures.load(CHONGQING, journal).figures().orElseThrow();
  }

  private static FigureTable csv(String... rows) {
    return FigureTable.read(
        "figures.csv", (HEAD + "\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
  }

  private static Intake intake(Journal journal, FigureTable... tables) {
    return Intake.of(CHONGQING, known(journal), TODAY, List.of(tables));
  }

  private static Intake reasoned(Intake intake) {
    return intake.because(_ -> Optional.of("与公报核对无误"));
  }

  @Test
  void aFigureEnteredSaysWhoWhenAndFromWhere() {
    try (Journal journal = journal()) {
      Intake intake =
          intake(
              journal,
              csv("规模以上工业总产值,全市,2012年1-9月,\"9,623.5\",亿元,18.5,2012年10月25日,统计部门,市统计局月报,口径同前"));
      assertThat(intake.faults()).isEmpty();
      assertThat(intake.open()).isEmpty();
      Act act = intake.take(journal, "li", "import").orElseThrow();
      assertThat(journal.last()).isEqualTo(1);

      Figure figure = known(journal).all().getLast();
      assertThat(figure.series().id()).isEqualTo("gross-output-above-scale");
      assertThat(figure.scope()).isEqualTo("city");
      assertThat(figure.about()).isEqualTo(Period.of("2012-01..2012-09"));
      assertThat(figure.value().digits()).isEqualTo("9623.5");
      assertThat(figure.growth()).contains(new BigDecimal("18.5"));
      assertThat(figure.heard()).isEqualTo("2012-10-25");
      assertThat(figure.basis()).isEqualTo(HeardBasis.STATED);
      assertThat(figure.entered()).isEqualTo(TODAY);
      assertThat(figure.authority()).isEqualTo(Authority.STATISTICS);
      assertThat(figure.source()).isEqualTo("市统计局月报");
      assertThat(figure.note()).contains("口径同前");
      assertThat(figure.origin())
          .isEqualTo(new Origin.Entered(1, 0, act.at(), "li", Optional.empty()));
    }
  }

  @Test
  void twoRevisionsAreTwoNewVintagesBesideTheOldOnes() {
    try (Journal journal = journal()) {
      long before = vintages(journal);
      for (String row :
          List.of(
              "gross-output-above-scale,city,2012-01..2012-09,9635,亿元,18.5,2012-11-20,statistics,月报10月,",
              "gross-output-above-scale,city,2012-01..2012-09,9631,亿元,18.5,2012-12-20,statistics,月报11月,")) {
        assertThat(intake(journal, csv(row)).take(journal, "li", "import")).isPresent();
      }
      assertThat(vintages(journal)).isEqualTo(before + 2);
      assertThat(preferredOn(journal, "2012-11-01")).isEqualTo("9621");
      assertThat(preferredOn(journal, "2012-11-30")).isEqualTo("9635");
      assertThat(preferredOn(journal, "2012-12-31")).isEqualTo("9631");
      assertThat(journal.verify()).isEmpty();
    }
  }

  private static long vintages(Journal journal) {
    return known(journal)
        .vintages("gross-output-above-scale", "city")
        .filter(figure -> figure.about().equals(Period.of("2012-01..2012-09")))
        .count();
  }

  private static String preferredOn(Journal journal, String day) {
    return known(journal).knownOn("gross-output-above-scale", "city", LocalDate.parse(day)).stream()
        .filter(figure -> figure.about().equals(Period.of("2012-01..2012-09")))
        .max(Figure.PREFERENCE)
        .orElseThrow()
        .value()
        .digits();
  }

  @Test
  void aFigureWithoutAKnownDayIsHeardOnTheDayItWasEntered() {
    try (Journal journal = journal()) {
      intake(journal, csv("gdp,city,2012-01..2012-09,7950,亿元,,,,某报,"))
          .because(_ -> Optional.of("核对过"))
          .take(journal, "li", "enter");
      Figure figure = known(journal).all().getLast();
      assertThat(figure.heard()).isEqualTo(TODAY);
      assertThat(figure.basis()).isEqualTo(HeardBasis.UNKNOWN);
      assertThat(known(journal).knownOn("gdp", "city", TODAY.minusDays(1))).doesNotContain(figure);
    }
  }

  @Test
  void whatIsHereAlreadyIsRefusedInTheFileInTheJournalAndInTheTableItself() {
    try (Journal journal = journal()) {
      String row =
          "gross-output-above-scale,city,2012-01..2012-09,%s,亿元,18.5,2012-10-22,government,%s,";
      String source = "http://paper.ce.cn/jjrb/html/2012-10/22/content_131903.htm";
      assertThat(
              intake(journal, csv(row.formatted("96210000", source).replace(",亿元", ",万元")))
                  .faults())
          .singleElement()
          .satisfies(
              fault -> {
                assertThat(fault.code()).isEqualTo("FA125");
                assertThat(fault.what().en()).contains("data/official.csv:92");
              });
      intake(journal, csv(row.formatted("9622", "月报"))).take(journal, "li", "import");
      assertThat(intake(journal, csv(row.formatted("9622.0", "月报"))).faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.what().en()).contains("journal:1"));
      assertThat(
              intake(journal, csv(row.formatted("9624", "月报"), row.formatted("9624", "月报")))
                  .faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.what().en()).contains("figures.csv:2:"));
    }
  }

  @Test
  void aDoubtKeepsEverythingOutUntilItHasItsReason() {
    try (Journal journal = journal()) {
      FigureTable table =
          csv(
              "gross-output-above-scale,city,2012-01..2012-09,962.1,亿元,18.5,2012-10-25,statistics,月报,");
      Intake open = intake(journal, table);
      assertThat(open.faults()).isEmpty();
      assertThat(open.open().getFirst().doubts())
          .extracting(Fault::code)
          .contains("FA132", "FA135");
      assertThatThrownBy(() -> open.take(journal, "li", "import"))
          .isInstanceOf(IllegalStateException.class);
      assertThat(journal.last()).isZero();

      reasoned(open).take(journal, "li", "import");
      Said said = journal.acts("figure").getFirst().said().getFirst();
      assertThat(said.text("reason")).isEqualTo("与公报核对无误");
      assertThat(said.text("doubts")).contains("FA132").contains("FA135");
    }
  }

  @Test
  void whoeverWasOvertakenChecksAgain() {
    try (Journal journal = journal()) {
      Intake mine =
          intake(journal, csv("gdp,city,2012-01..2012-09,7950,亿元,,2012-10-25,statistics,月报甲,"));
      Intake theirs =
          intake(journal, csv("gdp,city,2012-01..2012-09,7950,亿元,,2012-10-25,statistics,月报乙,"));
      assertThat(reasoned(theirs).take(journal, "wang", "import")).isPresent();
      assertThat(reasoned(mine).take(journal, "li", "import")).isEmpty();
      assertThat(journal.last()).isEqualTo(1);
    }
  }

  @Test
  void figuresGrowWithTheJournalAndStayTheSameWithoutNews() {
    try (Journal journal = journal()) {
      OfficialFigures first = known(journal);
      assertThat(first.upTo(journal)).isSameAs(first);
      journal.append("li", "comment", List.of(new Said("comment", "d", new TreeMap<>())));
      reasoned(intake(journal, csv("gdp,city,2012-01..2012-09,7950,亿元,,2012-10-25,,月报,")))
          .take(journal, "li", "import");
      OfficialFigures then = first.upTo(journal);
      assertThat(then.all()).hasSize(first.all().size() + 1);
      assertThat(then.all()).isEqualTo(known(journal).all());
      assertThat(then.upTo(journal)).isSameAs(then);
    }
  }

  @Test
  void theExampleOfTheTemplateIsNotRead() {
    try (Journal journal = journal()) {
      FigureTable empty = FigureTable.read("t.xlsx", FigureTemplate.of(CHONGQING, known(journal)));
      assertThat(empty.faults()).isEmpty();
      assertThat(empty.size()).isZero();
    }
  }

  @Test
  void workbooksPastedCellsAndCsvSayTheSame() {
    try (Journal journal = journal()) {
      var rows = new ArrayList<List<String>>();
      rows.add(List.of("重庆市工业月度数据"));
      rows.add(List.of("来源 source", "数值 value", "单位", "period", "series", "发布日期", "同比", "地区"));
      rows.add(
          List.of(
              "月报", "9623.5", "亿元", "{day 41153}", "规模以上工业总产值", "{day 41207}", "{% 0.185}", "渝中区"));
      FigureTable book = FigureTable.read("b.xlsx", HandMadeWorkbook.of("九月", rows).bytes());
      FigureTable pasted =
          FigureTable.pasted(
              """
              来源\t数值\t单位\t时期\t数列\t发布日期\t同比\t地区
              月报\t9,623.5\t亿元\t2012年9月\t规模以上工业总产值\t2012/10/25\t18.5%\t渝中区
              """);
      List<Figure> fromBook = figures(intake(journal, book));
      assertThat(fromBook).hasSize(1).isEqualTo(figures(intake(journal, pasted)));
      assertThat(fromBook.getFirst().about()).isEqualTo(Period.of("2012-09"));
      assertThat(fromBook.getFirst().heard()).isEqualTo("2012-10-25");
      assertThat(fromBook.getFirst().growth()).contains(new BigDecimal("18.5"));
      assertThat(fromBook.getFirst().scope()).isEqualTo("500103");
      assertThat(fromBook.getFirst().value())
          .isEqualTo(Quantity.of("9623.5亿元").at(fromBook.getFirst().series().unit().prices()));
    }
  }

  private static List<Figure> figures(Intake intake) {
    assertThat(intake.faults()).isEmpty();
    return intake.offered().stream().map(Offered::figure).toList();
  }
}
