package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.testing.Golden;

/// What is taken along holds no formulas, and comes back as it was.
class ListingTest {
  private static final Plan PLAN =
      Plan.read(Golden.home().resolve("plans/chongqing-2012")).plan().orElseThrow();
  private static final OfficialFigures KNOWN = OfficialFigures.load(PLAN).figures().orElseThrow();
  private static final List<String> HEAD =
      Stream.of(Heading.values())
          .filter(one -> one != Heading.ENTERED && one != Heading.BASIS)
          .map(one -> one.words().zh())
          .toList();

  @Test
  void aCellThatASpreadsheetWouldRunGetsAnApostrophe() {
    for (String cell :
        List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1")) {
      assertThat(Listing.guarded(cell)).isEqualTo("'" + cell);
      assertThat(Listing.unguarded(Listing.guarded(cell))).isEqualTo(cell);
    }
    for (String cell : List.of("-3.5", "12", "2012-09", "'quoted'", "亿元")) {
      assertThat(Listing.guarded(cell)).isEqualTo(cell);
    }
    assertThat(Listing.guarded("−3.5")).as("a minus for machines").isEqualTo("-3.5");
    assertThat(Listing.guarded("21\u2009404.66")).isEqualTo("21404.66");
    var listing = new Listing("=x", List.of("=head"), List.of(List.of("=1+1")));
    assertThat(new String(listing.csv(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF'=head\r\n'=1+1\r\n");
    assertThat(listing.tsv()).isEqualTo("'=head\r\n'=1+1\r\n");
  }

  @Test
  void noRowsAndManyRowsAreTablesToo() {
    for (int rows : new int[] {0, 1, 5_000}) {
      var all = new ArrayList<List<String>>();
      for (int i = 0; i < rows; i++) {
        all.add(List.of("gdp", "2012", "" + (i + 1), "亿元", "源" + i));
      }
      var listing = new Listing("x", List.of("series", "period", "value", "unit", "source"), all);
      assertThat(FigureTable.read("x.xlsx", listing.xlsx()).size()).isEqualTo(rows);
      assertThat(FigureTable.read("x.csv", listing.csv()).size()).isEqualTo(rows);
      assertThat(FigureTable.pasted(listing.tsv()).size()).isEqualTo(rows);
    }
  }

  private static List<String> drawn(RandomGenerator random, int size) {
    var series = new ArrayList<Series>(PLAN.series().values());
    Series one = series.get(random.nextInt(series.size()));
    String[] periods = {"2013", "2014年1-9月", "2013-05", "2014年上半年", "2013年第三季度", "2011..2014"};
    String[] texts = {
      "=1+1", "'=x", "a,b", "\"quoted\"", "两\n行", "普通", "-文", "@某", "http://x.y/?a=b;c"
    };
    String amount =
        random.nextInt(100_000) + (random.nextBoolean() ? "" : "." + random.nextInt(1, 99));
    return List.of(
        random.nextBoolean() ? one.id() : one.name().zh(),
        random.nextBoolean() ? "全市" : "city",
        periods[random.nextInt(periods.length)],
        amount,
        one.unit().toString(),
        random.nextBoolean() ? "" : "-" + random.nextInt(20),
        "",
        random.nextBoolean() ? "" : "2015-0" + random.nextInt(1, 9) + "-11",
        random.nextBoolean() ? "" : "press",
        "源" + random.nextInt() + texts[random.nextInt(texts.length)],
        random.nextInt(size + 1) == 0 ? "" : texts[random.nextInt(texts.length)],
        "");
  }

  @Test
  void aTableOfFiguresWrittenAndReadAgainIsTheSame() {
    forAll(
        (random, size) -> {
          var rows = new ArrayList<List<String>>();
          for (int i = 0; i <= size; i++) {
            rows.add(drawn(random, size));
          }
          return new Listing("figures", HEAD, rows);
        },
        listing -> {
          List<Figure> csv = figures(FigureTable.read("x.csv", listing.csv()));
          assertThat(csv).hasSize(listing.rows().size());
          assertThat(figures(FigureTable.read("x.xlsx", listing.xlsx()))).isEqualTo(csv);
          assertThat(figures(FigureTable.pasted(listing.tsv()))).isEqualTo(csv);
          for (int i = 0; i < csv.size(); i++) {
            String source = listing.rows().get(i).get(HEAD.indexOf("来源"));
            assertThat(csv.get(i).source()).isEqualTo(source);
          }
        });
  }

  private static List<Figure> figures(FigureTable table) {
    Intake intake = Intake.of(PLAN, KNOWN, LocalDate.parse("2026-11-24"), List.of(table));
    assertThat(intake.faults()).isEmpty();
    return intake.offered().stream().map(Offered::figure).toList();
  }
}
