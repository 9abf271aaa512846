package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.reports.Town.key;
import static yuheng.testing.ForAll.forAll;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.RowExpression;
import yuheng.plan.RowExpression.Absolute;
import yuheng.plan.RowExpression.Cell;
import yuheng.plan.RowExpression.From;
import yuheng.plan.RowExpression.Literal;
import yuheng.plan.RowExpression.Sum;
import yuheng.plan.RowExpression.Times;
import yuheng.terms.Period;

/// A filled form is held to its checks exactly.
class ChecksTest {
  @TempDir private Path folder;

  private static List<String> faults(CellRow row) {
    return new RowChecks(Town.output(), row, Optional::empty)
        .faults().stream().map(Answer.Remark::check).toList();
  }

  @Test
  void whatIsMissingNegativeOrNotAskedIsRefused() {
    var form = Town.output();
    assertThat(faults(CellRow.of(form).now(1, 5).row())).containsExactly("required");
    assertThat(faults(CellRow.of(form).now(0, 5).now(1, -1).row())).containsExactly("negative");
    assertThat(faults(CellRow.of(form).now(0, 5).prior(0, -1).row())).containsExactly("negative");
    var staff = Town.SCHEME.form("staff").orElseThrow();
    var signed = CellRow.of(staff).now(0, 5).now(1, -1).prior(0, 3).row();
    assertThat(new RowChecks(staff, signed, Optional::empty).faults())
        .extracting(Answer.Remark::check, Answer.Remark::items)
        .containsExactly(org.assertj.core.api.Assertions.tuple("not-asked", List.of("employees")));
    var longer =
        new yuheng.plan.Form(
            "output",
            form.words(),
            "enterprise",
            form.rhythm(),
            true,
            10,
            form.from(),
            "ours",
            form.items().subList(0, 1),
            List.of());
    assertThat(faults(CellRow.of(longer).now(0, 1).row())).containsExactly("not-asked");
  }

  @Test
  void nothingOverflows() {
    long most = Long.MAX_VALUE;
    assertThat(faults(CellRow.of(Town.output()).now(0, most / 2 + 1).now(1, most).row())).isEmpty();
    assertThat(faults(CellRow.of(Town.output()).now(0, most / 2).now(1, most).row()))
        .containsExactly("sales-in-gross");
  }

  /// An expression over the two items, and its value, or none where a cell has none.
  private record Drawn(RowExpression expression, Optional<BigInteger> value) {}

  @Test
  void anyExpressionIsWhatItsPartsSay() {
    var now = new long[2];
    forAll(
        2_000,
        (random, size) -> {
          now[0] = random.nextLong();
          now[1] = random.nextLong();
          return draw(random, size, now);
        },
        drawn -> {
          var row = CellRow.of(Town.output()).now(0, now[0]).now(1, now[1]).row();
          var checks = new RowChecks(Town.output(), row, Optional::empty);
          assertThat(checks.value(drawn.expression())).isEqualTo(drawn.value());
        });
  }

  private static Drawn draw(RandomGenerator random, int depth, long[] now) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
      case 0 -> {
        long value = random.nextLong();
        yield new Drawn(new Literal(value), Optional.of(BigInteger.valueOf(value)));
      }
      case 1 -> {
        int item = random.nextInt(2);
        String id = item == 0 ? "gross" : "sales";
        yield new Drawn(new Cell(id, From.THIS), Optional.of(BigInteger.valueOf(now[item])));
      }
      case 2 -> {
        From from = random.nextInt(8) == 0 ? From.PRIOR : From.THIS;
        yield new Drawn(
            new Cell("gross", from),
            from == From.THIS ? Optional.of(BigInteger.valueOf(now[0])) : Optional.empty());
      }
      case 3 -> {
        Drawn left = draw(random, depth - 1, now);
        Drawn right = draw(random, depth - 1, now);
        boolean minus = random.nextBoolean();
        yield new Drawn(
            new Sum(left.expression(), right.expression(), minus),
            left.value().flatMap(a -> right.value().map(b -> a.add(minus ? b.negate() : b))));
      }
      case 4 -> {
        Drawn of = draw(random, depth - 1, now);
        long factor = random.nextLong();
        yield new Drawn(
            new Times(factor, of.expression()),
            of.value().map(value -> BigInteger.valueOf(factor).multiply(value)));
      }
      default -> {
        Drawn of = draw(random, depth - 1, now);
        yield new Drawn(new Absolute(of.expression()), of.value().map(BigInteger::abs));
      }
    };
  }

  @Test
  void aSoftCheckAsksForAReasonAndKeepsItAlone() {
    try (var town = new Town(folder.resolve("book.db"))) {
      var firms = town.firms(1);
      ReportKey september = key(firms.unit(), "2012-09");
      CellRow jump = CellRow.of(Town.output()).now(0, 301).prior(0, 100).row();
      var bare = new Submission(september, jump, Map.of("jump", " "), 0, "1");
      assertThat(town.book.submit(firms.owner(), bare))
          .isInstanceOfSatisfying(
              Answer.Asked.class,
              asked -> assertThat(asked.doubts()).extracting("check").containsExactly("jump"));
      assertThat(town.book.versions(firms.owner(), september)).isEmpty();
      var said = new Submission(september, jump, Map.of("jump", "新线投产", "other", "x"), 0, "1");
      town.receipt(firms.owner(), said);
      assertThat(town.book.versions(firms.owner(), september).getFirst().reasons())
          .isEqualTo(Map.of("jump", "新线投产"));
      CellRow none = CellRow.of(Town.output()).now(0, 301).prior(0, 0).row();
      town.receipt(firms.owner(), new Submission(september, none, Map.of(), 1, "2"));
    }
  }

  @Test
  void beforeIsTheLastReportOfTheSameYear() {
    try (var town = new Town(folder.resolve("book.db"))) {
      var firms = town.firms(1);
      long unit = firms.unit();
      town.receipt(firms.owner(), Town.report(key(unit, "2011-12"), Town.row(900, 1), 0));
      town.receipt(firms.owner(), Town.report(key(unit, "2012-02"), Town.row(50, 1), 0));
      town.receipt(firms.owner(), Town.report(key(unit, "2012-02"), Town.row(80, 1), 1));
      assertThat(
              town.book.submit(
                  firms.owner(), Town.report(key(unit, "2012-05"), Town.row(79, 1), 0)))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              no -> assertThat(no.faults()).extracting("check").containsExactly("grows"));
      var both =
          town.book.submit(
              firms.owner(),
              List.of(
                  Town.report(key(unit, "2012-05"), Town.row(100, 1), 0),
                  Town.report(key(unit, "2012-06"), Town.row(99, 1), 0)));
      assertThat(both.getFirst()).isInstanceOf(Answer.Receipt.class);
      assertThat(both.getLast())
          .as("held to the one just before")
          .isInstanceOf(Answer.Refused.class);
    }
  }

  @Test
  void aPeriodThatIsNotTheFormsOrAUnitThatIsGoneIsRefused() {
    try (var town = new Town(folder.resolve("book.db"))) {
      var firms = town.firms(1);
      for (String period : List.of("2012-01", "2012Q3", "2010-12", "2012-10")) {
        assertThat(
                town.book.submit(
                    firms.owner(), Town.report(key(firms.unit(), period), Town.row(1, 1), 0)))
            .as(period)
            .isInstanceOfSatisfying(
                Answer.Refused.class,
                no -> assertThat(no.faults()).extracting("check").containsExactly("period"));
      }
      Town.added(
          town.book.register(
              firms.line(),
              List.of(
                  new RegisterChange.Close(firms.unit(), "注销", Period.of("2012-09").lastDay()))));
      assertThat(
              town.book.submit(
                  firms.owner(), Town.report(key(firms.unit(), "2012-09"), Town.row(1, 1), 0)))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              no -> assertThat(no.faults()).extracting("check").containsExactly("unit-gone"));
      town.receipt(firms.owner(), Town.report(key(firms.unit(), "2012-08"), Town.row(1, 1), 0));
    }
  }
}
