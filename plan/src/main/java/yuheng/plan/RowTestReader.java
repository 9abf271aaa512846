package yuheng.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Form.Item;
import yuheng.plan.Problems.Spot;
import yuheng.plan.RowExpression.Absolute;
import yuheng.plan.RowExpression.Cell;
import yuheng.plan.RowExpression.From;
import yuheng.plan.RowExpression.Literal;
import yuheng.plan.RowExpression.Sum;
import yuheng.plan.RowExpression.Times;
import yuheng.plan.RowTest.Comparison;
import yuheng.plan.RowTokens.Kind;
import yuheng.plan.RowTokens.Token;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;
import yuheng.terms.Unit;

/// Reads the tests of one form by recursive descent and holds their units on the way.
///
/// ```
/// test       = expression ("<" | "<=" | "=" | "!=" | ">=" | ">") expression
/// expression = term { ("+" | "-") term }              minus stands between spaces
/// term       = factor { "*" factor }                  one of them is no plain number, at most
/// factor     = number | item | ("prior" | "before") "(" item ")" | "abs" "(" expression ")"
///            | "(" expression ")"
/// ```
///
/// After a mistake it goes on behind it, so that several mistakes of one line are told at once.
final class RowTestReader {
  private static final Set<String> FUNCTIONS = Set.of("prior", "before", "abs");
  private static final String WHY = "a test compares two sides made of items, + - *, and brackets";

  private final String form;
  private final Map<String, Item> items;
  private final Map<String, String> formOfItem;
  private final Problems problems;

  /// @param form whose tests are read
  /// @param items what it asks
  /// @param formOfItem of every item of the plan, the form that asks it
  RowTestReader(
      String form, Map<String, Item> items, Map<String, String> formOfItem, Problems problems) {
    this.form = form;
    this.items = items;
    this.formOfItem = formOfItem;
    this.problems = problems;
  }

  /// The test, or nothing and at least one problem.
  Optional<RowTest> read(Spot written) {
    int before = problems.count();
    var tokens = new RowTokens(written, problems);
    @Nullable RowTest test = new Descent(written, tokens).test();
    return problems.count() > before ? Optional.empty() : Optional.ofNullable(test);
  }

  /// An expression and what it is counted in; a plain number is counted in nothing.
  private record Typed(RowExpression of, @Nullable Unit unit) {}

  /// One line being read.
  private final class Descent {
    private final Span line;
    private final RowTokens tokens;

    Descent(Spot written, RowTokens tokens) {
      this.line = written.span();
      this.tokens = tokens;
    }

    @Nullable RowTest test() {
      @Nullable Typed left = expression();
      @Nullable Comparison comparison = comparison();
      if (comparison == null) {
        return null;
      }
      int middle = tokens.peek().from();
      @Nullable Typed right = expression();
      if (tokens.peek().kind() != Kind.END) {
        unexpected(tokens.peek(), "nothing more, or an operator");
      }
      if (left == null || right == null || !agree(left, right, 0, middle)) {
        return null;
      }
      var test = new RowTest(left.of, comparison, right.of);
      decided(test);
      return test;
    }

    private @Nullable Comparison comparison() {
      Token token = tokens.peek();
      for (Comparison one : Comparison.values()) {
        if (one.sign().equals(token.text())) {
          tokens.take();
          return one;
        }
      }
      unexpected(token, "one of < <= = != >= >");
      return null;
    }

    private void decided(RowTest test) {
      RowRange difference = RowRange.of(new Sum(test.left(), test.right(), true), items);
      boolean always = difference.always(test.comparison());
      if (always || difference.never(test.comparison())) {
        problems.add(
            "PL090",
            "`%s` %s".formatted(test.written(), always ? "always holds" : "never holds"),
            span(0, tokens.end()),
            "a test that comes out the same for every report says nothing; items that are not"
                + " signed are never negative",
            "compare two different things, or remove the test");
      }
    }

    private @Nullable Typed expression() {
      int from = tokens.peek().from();
      @Nullable Typed left = term();
      while (tokens.peek().text().equals("+") || tokens.peek().text().equals("-")) {
        boolean minus = tokens.take().text().equals("-");
        int middle = tokens.peek().from();
        left = sum(left, term(), minus, from, middle);
      }
      return left;
    }

    private @Nullable Typed sum(
        @Nullable Typed left, @Nullable Typed right, boolean minus, int from, int middle) {
      if (left == null || right == null || !agree(left, right, from, middle)) {
        return null;
      }
      if (left.of instanceof Literal(long a) && right.of instanceof Literal(long b)) {
        return number(minus ? a - b : a + b, from);
      }
      return new Typed(
          new Sum(left.of, right.of, minus), left.unit == null ? right.unit : left.unit);
    }

    /// Both sides are counted in the same unit; nought fits any.
    private boolean agree(Typed left, Typed right, int from, int middle) {
      if (left.unit == null || right.unit == null) {
        boolean numbers = left.unit == null && right.unit == null;
        return numbers || !(isBare(left, from, middle) || isBare(right, middle, tokens.end()));
      }
      if (left.unit.measuresTheSameAs(right.unit)
          && left.unit.scale().compareTo(right.unit.scale()) == 0) {
        return true;
      }
      problems.add(
          "PL091",
          "`%s` (%s) and `%s` (%s) are not counted in the same unit"
              .formatted(left.of.written(), in(left.unit), right.of.written(), in(right.unit)),
          List.of(
              new Marked(span(from, middle - 2), in(left.unit)),
              new Marked(span(middle, tokens.end()), in(right.unit))),
          "tests are reckoned in whole numbers of one unit; nothing is converted",
          "compare items of one unit");
      return false;
    }

    private boolean isBare(Typed typed, int from, int to) {
      if (!(typed.of instanceof Literal(long value)) || value == 0) {
        return false;
      }
      problems.add(
          "PL092",
          "`%d` is a number of nothing".formatted(value),
          span(from, to),
          "a number is never bare; in a test only 0 has no unit",
          "compare with 0 or with a multiple of an item: 2 * prior(sales)");
      return true;
    }

    private static String in(Unit unit) {
      return switch (unit.prices().kind()) {
        case NONE -> unit.symbol();
        case OPEN, CURRENT, CONSTANT -> unit.symbol() + ", " + unit.prices().words().en();
      };
    }

    private @Nullable Typed term() {
      int from = tokens.peek().from();
      @Nullable Typed left = factor();
      while (tokens.peek().text().equals("*") || tokens.peek().text().equals("/")) {
        boolean times = tokens.take().text().equals("*");
        int middle = tokens.end();
        @Nullable Typed right = factor();
        if (!times) {
          problem(
              "a test does not divide",
              middle - 1,
              middle,
              "multiply the other side instead: a <= 2 * b");
        }
        left = times ? product(left, right, from) : null;
      }
      return left;
    }

    private @Nullable Typed product(@Nullable Typed left, @Nullable Typed right, int from) {
      if (left == null || right == null) {
        return null;
      }
      if (left.of instanceof Literal(long a)) {
        return right.of instanceof Literal(long b) ? number(a * b, from) : times(a, right, from);
      }
      if (right.of instanceof Literal(long b)) {
        return times(b, left, from);
      }
      problem(
          "two items are multiplied",
          from,
          tokens.end(),
          "an item is multiplied by a whole number: 2 * sales");
      return null;
    }

    private @Nullable Typed times(long factor, Typed of, int from) {
      if (of.of instanceof Times(long inner, var innermost)) {
        @Nullable Typed number = number(factor * inner, from);
        return number != null && number.of instanceof Literal(long both)
            ? new Typed(new Times(both, innermost), of.unit)
            : null;
      }
      return new Typed(new Times(factor, of.of), of.unit);
    }

    private @Nullable Typed number(long value, int from) {
      if (value >= 0 && value <= RowTokens.LARGEST) {
        return new Typed(new Literal(value), null);
      }
      problem(
          value < 0 ? "this number is below nought" : "this number is too large",
          from,
          tokens.end(),
          "use numbers from 0 to 999999999");
      return null;
    }

    private @Nullable Typed factor() {
      Token token = tokens.take();
      return switch (token.kind()) {
        case NUMBER -> new Typed(new Literal(token.number()), null);
        case NAME -> tokens.peek().text().equals("(") ? call(token) : cell(token, From.THIS);
        case SIGN, END -> {
          if (!token.text().equals("(")) {
            unexpected(token, "an item, a number or a bracket");
            yield null;
          }
          yield bracketed();
        }
      };
    }

    private @Nullable Typed bracketed() {
      if (!tokens.deeper()) {
        return null;
      }
      @Nullable Typed inside = expression();
      expect(")");
      tokens.higher();
      return inside;
    }

    private @Nullable Typed call(Token name) {
      tokens.take();
      return switch (name.text()) {
        case "prior" -> named(From.PRIOR);
        case "before" -> named(From.BEFORE);
        case "abs" -> {
          @Nullable Typed of = bracketed();
          yield of == null ? null : new Typed(absolute(of.of), of.unit);
        }
        default -> {
          problems.unknown(
              "PL080", "function", spot(name), FUNCTIONS, "tests know a few functions");
          bracketed();
          yield null;
        }
      };
    }

    private static RowExpression absolute(RowExpression of) {
      return of instanceof Literal(long value) ? new Literal(Math.abs(value)) : new Absolute(of);
    }

    /// `item )`
    private @Nullable Typed named(From from) {
      Token name = tokens.take();
      @Nullable Typed cell = null;
      if (name.kind() == Kind.NAME) {
        cell = cell(name, from);
      } else {
        unexpected(name, "an item");
      }
      expect(")");
      return cell;
    }

    private @Nullable Typed cell(Token name, From from) {
      @Nullable Item item = items.get(name.text());
      if (item == null) {
        unknown(name);
        return null;
      }
      if (from == From.PRIOR && !item.prior()) {
        problems.add(
            "PL089",
            "`%s` is not asked for the year before".formatted(item.id()),
            spot(name).span(),
            "prior(x) is the figure of the same period of the year before as the report says it",
            "add `prior: true` to the item, or use before(%s)".formatted(item.id()));
        return null;
      }
      return new Typed(new Cell(item.id(), from), item.unit());
    }

    private void unknown(Token name) {
      @Nullable String other = formOfItem.get(name.text());
      if (other == null) {
        problems.unknown(
            "PL087", "item", spot(name), items.keySet(), "a test reads items of its own form");
      } else if (!other.equals(form)) {
        problems.add(
            "PL088",
            "`%s` is an item of the form `%s`".formatted(name.text(), other),
            spot(name).span(),
            "a test reads items of its own form; whether the other was reported is not known then",
            "ask the item in this form, or test it in that one");
      }
      // an item of this form that is broken is told where it stands
    }

    private void expect(String sign) {
      if (tokens.peek().text().equals(sign)) {
        tokens.take();
      } else {
        unexpected(tokens.peek(), "`" + sign + "`");
      }
    }

    private void unexpected(Token token, String wanted) {
      String here =
          token.kind() == Kind.END ? "the test ends" : "`%s` stands".formatted(token.text());
      problem(
          "%s where %s should stand".formatted(here, wanted),
          token.from(),
          token.to(),
          "compare with: finished-goods <= inventories");
      tokens.skip();
    }

    private void problem(String what, int from, int to, String mend) {
      problems.add("PL080", what, span(from, to), WHY, mend);
    }

    private Spot spot(Token token) {
      return new Spot(token.text(), span(token.from(), token.to()));
    }

    private Span span(int from, int to) {
      return RowTokens.span(line, from, to);
    }
  }
}
