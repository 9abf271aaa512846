package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuheng.plan.Form.Item;
import yuheng.plan.Problems.Spot;
import yuheng.plan.RowExpression.Absolute;
import yuheng.plan.RowExpression.Cell;
import yuheng.plan.RowExpression.From;
import yuheng.plan.RowExpression.Literal;
import yuheng.plan.RowExpression.Sum;
import yuheng.plan.RowExpression.Times;
import yuheng.plan.RowTest.Comparison;
import yuheng.terms.PriceBasis;
import yuheng.terms.Span;
import yuheng.terms.Unit;
import yuheng.terms.Words;

class RowTestReaderTest {
  private static final Map<String, Item> ITEMS = new TreeMap<>();
  private static final Map<String, String> FORMS = Map.of("staff", "employment");

  static {
    item("output", "千元", PriceBasis.CURRENT, false);
    item("sales", "千元", PriceBasis.CURRENT, false);
    item("profit", "千元", PriceBasis.CURRENT, true);
    item("output-2010", "千元", PriceBasis.constant(2010), false);
    item("turnover", "万元", PriceBasis.CURRENT, false);
    item("power", "千瓦时", PriceBasis.NONE, false);
  }

  private static void item(String id, String unit, PriceBasis prices, boolean signed) {
    ITEMS.put(
        id,
        new Item(
            id,
            Words.same(id),
            Unit.of(unit).at(prices),
            TimeShape.FLOW,
            false,
            signed,
            !id.equals("turnover")));
  }

  private static Optional<RowTest> read(String text, Problems problems) {
    return new RowTestReader("output", ITEMS, FORMS, problems).read(spot(text));
  }

  private static RowTest read(String text) {
    var problems = new Problems();
    Optional<RowTest> test = read(text, problems);
    assertThat(problems.all()).isEmpty();
    return test.orElseThrow();
  }

  private static List<String> codes(String text) {
    var problems = new Problems();
    assertThat(read(text, problems)).isEmpty();
    return problems.all().stream().map(problem -> problem.code()).toList();
  }

  private static Spot spot(String text) {
    return new Spot(text, new Span("f.yaml", 3, 11, 11 + Math.max(1, text.length())));
  }

  @Test
  void aTestIsTwoSidesAndHowTheyCompare() {
    assertThat(read("abs(profit - before(profit)) <= 2 * prior(sales)"))
        .isEqualTo(
            new RowTest(
                new Absolute(
                    new Sum(new Cell("profit", From.THIS), new Cell("profit", From.BEFORE), true)),
                Comparison.AT_MOST,
                new Times(2, new Cell("sales", From.PRIOR))));
  }

  @Test
  void productsBindCloserThanSumsAndNumbersAreMultiplied() {
    assertThat(read("output + 2 * sales * 3 > 0")).isEqualTo(read("output + (6 * sales) > 0"));
    assertThat(read("(1 + 1) * sales != output")).isEqualTo(read("2 * sales != output"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "output <= power | PL091",
        "output <= output-2010 | PL091",
        "output <= turnover | PL091",
        "output + power <= sales | PL091",
        "output <= 5 | PL092",
        "output + 5 <= sales | PL092",
        "output <= prior(turnover) | PL089",
        "output <= staff | PL088",
        "output <= outptu | PL087",
        "output <= | PL080",
        "output sales | PL080",
        "output <= sales) | PL080",
        "output / sales <= 2 | PL080",
        "output * sales <= output | PL080",
        "(1 - 2) * output <= sales | PL080",
        "999999999 * 2 * output <= sales | PL080",
        "max(output) <= sales | PL080",
        "output <= output | PL090",
        "output >= 0 | PL090",
        "0 - output > 0 | PL090",
        "2 * output < output | PL090",
        "abs(output) = output | PL090",
        "abs(output - profit) != abs(profit - output) | PL090",
        "0 <= 0 | PL090",
      })
  void whatIsWrongIsTold(String written, String code) {
    assertThat(codes(written)).containsExactly(code);
  }

  @Test
  void severalMistakesOfOneLineAreToldAtOnce() {
    assertThat(codes("outptu + staff <= prior(turnover)"))
        .containsExactly("PL087", "PL088", "PL089");
  }

  @Test
  void nothingOfAnyUnitFits() {
    assertThat(read("profit < 0").right()).isEqualTo(new Literal(0));
    assertThat(read("0 <= power - prior(power)").left()).isEqualTo(new Literal(0));
  }

  @Test
  void aPlaceInTheLineIsAPlaceInTheFile() {
    var problems = new Problems();
    read("sales <= outptu", problems);
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).isEqualTo(new Span("f.yaml", 3, 20, 26));
              assertThat(problem.mend()).isEqualTo("did you mean `output`?");
            });
  }

  @Test
  void whatNobodyCouldReadIsToldNotFollowed() {
    assertThat(codes("(".repeat(100_000) + "output")).contains("PL080");
    assertThat(codes("(".repeat(60) + "output" + ")".repeat(60) + " <= sales")).contains("PL080");
  }

  @Test
  void whatIsWrittenAgainMeansTheSame() {
    forAll(
        RowTestReaderTest::test,
        text -> {
          var problems = new Problems();
          read(text, problems)
              .ifPresentOrElse(
                  test -> assertThat(read(test.written())).isEqualTo(test),
                  () ->
                      assertThat(problems.all())
                          .isNotEmpty()
                          .allMatch(problem -> problem.code().equals("PL090")));
        });
  }

  @Test
  void aTestThatIsToldToBeDecidedIsDecidedForEveryReport() {
    forAll(
        2_000,
        (random, size) -> new Drawn(test(random, size), random.nextLong()),
        drawn -> {
          RowTest test = untold(drawn.text());
          RowRange range = RowRange.of(new Sum(test.left(), test.right(), true), ITEMS);
          var random = new java.util.SplittableRandom(drawn.seed());
          for (int i = 0; i < 20; i++) {
            var cells = new HashMap<Cell, BigInteger>();
            test.cells()
                .forEach(
                    cell ->
                        cells.computeIfAbsent(
                            cell,
                            _ ->
                                BigInteger.valueOf(
                                    random.nextInt(cell.item().equals("profit") ? -4 : 0, 4))));
            boolean holds =
                test.comparison()
                    .holds(value(test.left(), cells).compareTo(value(test.right(), cells)));
            assertThat(holds ? range.never(test.comparison()) : range.always(test.comparison()))
                .isFalse();
          }
        });
  }

  private record Drawn(String text, long seed) {}

  /// The test, also if it is decided.
  private static RowTest untold(String text) {
    var widened = read(text + " + abs(profit)", new Problems());
    return widened
        .map(test -> new RowTest(test.left(), test.comparison(), ((Sum) test.right()).left()))
        .orElseGet(() -> read("output <= sales"));
  }

  private static BigInteger value(RowExpression of, Map<Cell, BigInteger> cells) {
    return switch (of) {
      case Literal(long value) -> BigInteger.valueOf(value);
      case Cell cell -> cells.getOrDefault(cell, BigInteger.ZERO);
      case Sum(var left, var right, boolean minus) ->
          minus
              ? value(left, cells).subtract(value(right, cells))
              : value(left, cells).add(value(right, cells));
      case Times(long factor, var inner) ->
          value(inner, cells).multiply(BigInteger.valueOf(factor));
      case Absolute(var inner) -> value(inner, cells).abs();
    };
  }

  @Test
  void anyTextEndsInATestOrInProblemsNeverInAnException() {
    List<String> pieces =
        List.of(
            "output",
            "profit",
            "staff",
            "abs(",
            "prior(",
            "before",
            "(",
            ")",
            "+",
            " - ",
            "-",
            "*",
            "/",
            "<",
            "<=",
            "=",
            "!=",
            "!",
            "9",
            "999999999999",
            "元",
            "  ",
            "\t",
            "#");
    forAll(
        (random, size) -> {
          var text = new StringBuilder("o");
          for (int i = 0; i < 2 + size * 2; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
          }
          return text.toString();
        },
        text -> {
          var problems = new Problems();
          assertThat(read(text, problems).isPresent()).isEqualTo(problems.all().isEmpty());
        });
  }

  /// Money of one unit throughout.
  private static String test(RandomGenerator random, int size) {
    String[] signs = {"<", "<=", "=", "!=", ">=", ">"};
    return expression(random, size)
        + " "
        + signs[random.nextInt(signs.length)]
        + " "
        + (random.nextInt(4) == 0 ? "0" : expression(random, size));
  }

  private static String expression(RandomGenerator random, int size) {
    if (size <= 1) {
      String item = List.of("output", "sales", "profit").get(random.nextInt(3));
      return List.of(item, "prior(" + item + ")", "before(" + item + ")").get(random.nextInt(3));
    }
    String left = expression(random, size / 2);
    String right = expression(random, size - 1 - size / 2);
    return switch (random.nextInt(5)) {
      case 0 -> left + " + " + right;
      case 1 -> left + " - (" + right + ")";
      case 2 -> "(" + left + ") * 3";
      case 3 -> "0 * (" + left + ") + " + right;
      default -> "abs(" + left + ")";
    };
  }
}
