package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuheng.plan.Problems.Spot;
import yuheng.terms.PriceBasis;
import yuheng.terms.Span;
import yuheng.terms.Unit;
import yuheng.terms.Words;

class FormulaReaderTest {
  private static final Map<String, Series> SERIES = new TreeMap<>();
  private static final Set<String> SCOPES = Set.of("city", "electronics");

  static {
    series("gdp", "亿元", TimeShape.FLOW);
    series("industrial-va", "万元", TimeShape.FLOW);
    series("electricity", "亿度", TimeShape.FLOW);
    series("share-a", "%", TimeShape.RATE);
    series("marks", "个", TimeShape.STOCK);
  }

  private static void series(String id, String unit, TimeShape time) {
    SERIES.put(
        id, new Series(id, Words.same(id), Unit.of(unit).at(PriceBasis.CURRENT), time, "all"));
  }

  private static Formula read(String text) {
    var problems = new Problems();
    var formula = FormulaReader.read(spot(text), SERIES, SCOPES, problems);
    assertThat(problems.all()).isEmpty();
    return formula.orElseThrow();
  }

  private static Spot spot(String text) {
    return new Spot(text, new Span("f.yaml", 3, 11, 11 + Math.max(1, text.length())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "industrial-va / gdp | % | RATE",
        "share(industrial-va, gdp) | % | RATE",
        "gdp / electricity | 元/度 | RATE",
        "gdp + industrial-va | 亿元 | FLOW",
        "sum(gdp, industrial-va, gdp) | 亿元 | FLOW",
        "yoy(gdp) | % | RATE",
        "ytd(gdp) | 亿元 | FLOW",
        "total(gdp, 2011..2015) | 亿元 | CUMULATIVE",
        "marks - 40个 | 个 | STOCK",
        "2 * gdp | 亿元 | FLOW",
        "share-a * gdp | 亿元 | FLOW",
        "share-a - share-a | 个百分点 | RATE"
      })
  void isTypedAsItIsRead(String written, String unit, TimeShape time) {
    Formula formula = read(written);
    assertThat(formula.unit().hasTheDimensionOf(Unit.of(unit))).isTrue();
    assertThat(formula.time()).isEqualTo(time);
  }

  @Test
  void productsBindCloserThanSums() {
    assertThat(read("gdp + 2 * gdp / 4")).isEqualTo(read("gdp + ((2 * gdp) / 4)"));
  }

  @Test
  void aScopeBehindTheLineIsThatOfEverySeriesWithoutItsOwn() {
    assertThat(
            read("(share-a where scope = electronics) * gdp where scope = city")
                .published()
                .map(Formula.Published::scope))
        .containsExactly("electronics", "city");
    assertThat(
            read("gdp / electricity where scope = electronics")
                .published()
                .map(Formula.Published::scope))
        .containsExactly("electronics", "electronics");
  }

  @Test
  void aPlaceInTheLineIsAPlaceInTheFile() {
    var problems = new Problems();
    FormulaReader.read(spot("gdp / gpd"), SERIES, SCOPES, problems);
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).isEqualTo(new Span("f.yaml", 3, 17, 20));
              assertThat(problem.mend()).isEqualTo("did you mean `gdp`?");
            });
  }

  @Test
  void bracketsWithoutEndAreToldNotFollowed() {
    var problems = new Problems();
    FormulaReader.read(spot("(".repeat(100_000) + "gdp"), SERIES, SCOPES, problems);
    assertThat(problems.all()).first().extracting(problem -> problem.code()).isEqualTo("PL040");
  }

  @Test
  void whatIsWrittenAgainMeansTheSame() {
    forAll(
        FormulaReaderTest::formula,
        text -> {
          Formula formula = read(text);
          assertThat(read(formula.written())).isEqualTo(formula);
        });
  }

  @Test
  void anyTextEndsInAFormulaOrInProblemsNeverInAnException() {
    List<String> pieces =
        List.of(
            "gdp",
            "sum",
            "(",
            ")",
            ",",
            "+",
            " - ",
            "*",
            "/",
            "where",
            " scope ",
            "=",
            "7个",
            "2011..2015",
            "%",
            "百",
            "total",
            "yoy(",
            "#",
            "  ",
            "-",
            "share");
    forAll(
        (random, size) -> {
          var text = new StringBuilder("g");
          for (int i = 0; i < 2 + size * 2; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
          }
          return text.toString();
        },
        text -> {
          var problems = new Problems();
          var formula = FormulaReader.read(spot(text), SERIES, SCOPES, problems);
          assertThat(formula.isPresent()).isEqualTo(problems.all().isEmpty());
        });
  }

  /// Money of one dimension throughout, so that every drawn formula has a type.
  private static String formula(RandomGenerator random, int size) {
    if (size <= 1) {
      return random.nextBoolean() ? "gdp" : "industrial-va";
    }
    String left = formula(random, size / 2);
    String right = formula(random, size - 1 - size / 2);
    return switch (random.nextInt(5)) {
      case 0 -> left + " + " + right;
      case 1 -> left + " - (" + right + ")";
      case 2 -> "(" + left + ") * 3";
      case 3 -> "(" + left + ") / 2";
      default -> "(" + left + " where scope = electronics)";
    };
  }
}
