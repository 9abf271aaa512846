package yuheng.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Period;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Quantity;
import yuheng.terms.Span;
import yuheng.terms.Unit;
import yuheng.terms.UnitMismatch;

/// Reads one line of formula by recursive descent and types it on the way.
///
/// ```
/// formula = sum [ "where" "scope" "=" name ]
/// sum     = product { ("+" | "-") product }        minus stands between spaces
/// product = factor { ("*" | "/") factor }
/// factor  = "(" formula ")" | quantity | name [ "(" arguments ")" ]
/// ```
///
/// After a mistake it goes on behind it, so that several mistakes of one line are told at once.
final class FormulaReader {
  private static final Set<String> FUNCTIONS = Set.of("sum", "yoy", "ytd", "total", "share");

  private static final int DEEPEST = 50;

  private final List<Token> tokens;
  private final Problems problems;
  private final Map<String, Series> series;
  private final Set<String> scopes;
  private final Span line;
  private final int problemsBefore;
  private int next;
  private int depth;

  private enum Kind {
    NAME,
    NUMBER,
    SIGN,
    END
  }

  private record Token(Kind kind, String text, int from) {}

  private FormulaReader(
      Spot written, Map<String, Series> series, Set<String> scopes, Problems problems) {
    this.line = written.span();
    this.series = series;
    this.scopes = scopes;
    this.problems = problems;
    this.problemsBefore = problems.count();
    this.tokens = tokens(written.text());
  }

  /// The formula, or nothing and at least one problem.
  static Optional<Formula> read(
      Spot written, Map<String, Series> series, Set<String> scopes, Problems problems) {
    var reader = new FormulaReader(written, series, scopes, problems);
    @Nullable Formula formula = reader.whole();
    return reader.problems.count() > reader.problemsBefore
        ? Optional.empty()
        : Optional.ofNullable(formula);
  }

  private List<Token> tokens(String text) {
    var found = new ArrayList<Token>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int from = i;
      if (Character.isWhitespace(c)) {
        i++;
      } else if (isLetter(c)) {
        i = endOfName(text, i);
        found.add(new Token(Kind.NAME, text.substring(from, i), from));
      } else if (Character.isDigit(c)) {
        i = endOfNumber(text, i);
        found.add(new Token(Kind.NUMBER, text.substring(from, i), from));
      } else if ("+-*/(),=".indexOf(c) >= 0) {
        found.add(new Token(Kind.SIGN, String.valueOf(c), i++));
      } else {
        problem(
            "PL040",
            "`%c` has no meaning in a formula".formatted(c),
            from,
            from + 1,
            "a formula is made of series, numbers, + - * /, brackets and functions",
            "remove it");
        i++;
      }
    }
    found.add(new Token(Kind.END, "the end", text.length()));
    return found;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static int endOfName(String text, int from) {
    int i = from;
    while (i < text.length()
        && (isLetter(text.charAt(i))
            || Character.isDigit(text.charAt(i))
            || isInnerHyphen(text, i))) {
      i++;
    }
    return i;
  }

  private static boolean isInnerHyphen(String text, int i) {
    return text.charAt(i) == '-'
        && i + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(i + 1));
  }

  /// A number, a range of years, or a number with its unit: up to a blank, comma or bracket.
  private static int endOfNumber(String text, int from) {
    int i = from;
    while (i < text.length() && " \t,()*+".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private @Nullable Formula whole() {
    @Nullable Formula formula = scoped();
    Token token = peek();
    if (token.kind != Kind.END) {
      unexpected(token, "nothing more, or an operator");
    }
    return formula;
  }

  /// A sum and, behind it, the scope that its series are about.
  private @Nullable Formula scoped() {
    if (depth == DEEPEST) {
      Token token = peek();
      problem(
          "PL040",
          "brackets stand more than %d deep".formatted(DEEPEST),
          token.from,
          token.from + token.text.length(),
          "a formula is a line that a person can read",
          "split it: declare parts of it as indicators or series of their own");
      next = tokens.size() - 1;
      return null;
    }
    depth++;
    @Nullable Formula formula = scopedSum();
    depth--;
    return formula;
  }

  private @Nullable Formula scopedSum() {
    @Nullable Formula formula = sum();
    if (!peek().text.equals("where")) {
      return formula;
    }
    take();
    if (!peek().text.equals("scope")) {
      unexpected(peek(), "`scope`");
      return formula;
    }
    take();
    if (!peek().text.equals("=")) {
      unexpected(peek(), "`=`");
      return formula;
    }
    take();
    Token scope = take();
    if (!scopes.contains(scope.text)) {
      problems.unknown(
          "PL044",
          "scope",
          spot(scope),
          scopes,
          "a figure is about a scope that the plan declares");
      return formula;
    }
    return formula == null ? null : about(formula, scope.text);
  }

  private static Formula about(Formula formula, String scope) {
    return switch (formula) {
      case Formula.Constant constant -> constant;
      case Formula.Published(var of, var own) ->
          new Formula.Published(of, own.equals(Plan.WHOLE) ? scope : own);
      case Formula.Sum(var left, var right, var minus) ->
          new Formula.Sum(about(left, scope), about(right, scope), minus);
      case Formula.Product(var left, var right) ->
          new Formula.Product(about(left, scope), about(right, scope));
      case Formula.Ratio(var over, var under) ->
          new Formula.Ratio(about(over, scope), about(under, scope));
      case Formula.Growth(var of) -> new Formula.Growth(about(of, scope));
      case Formula.YearToDate(var of) -> new Formula.YearToDate(about(of, scope));
      case Formula.Total(var of, var years) -> new Formula.Total(about(of, scope), years);
    };
  }

  private @Nullable Formula sum() {
    int from = peek().from;
    @Nullable Formula left = product();
    while (peek().text.equals("+") || peek().text.equals("-")) {
      boolean minus = take().text.equals("-");
      int right = peek().from;
      left = added(left, product(), minus, from, right);
    }
    return left;
  }

  private @Nullable Formula added(
      @Nullable Formula left, @Nullable Formula right, boolean minus, int from, int middle) {
    if (left == null || right == null) {
      return null;
    }
    boolean points =
        left.unit().hasTheDimensionOf(Unit.PERCENT)
            && right.unit().hasTheDimensionOf(Unit.PERCENTAGE_POINT);
    if (!points && !left.unit().measuresTheSameAs(right.unit())) {
      boolean prices = left.unit().hasTheDimensionOf(right.unit());
      problems.add(
          "PL042",
          "cannot %s `%s` (%s) and `%s` (%s)"
              .formatted(
                  minus ? "subtract" : "add",
                  left.written(),
                  unitOf(left),
                  right.written(),
                  unitOf(right)),
          List.of(
              new Marked(span(from, middle - 2), unitOf(left)),
              new Marked(span(middle, end()), unitOf(right))),
          prices
              ? "amounts at different prices do not measure the same thing"
              : "both sides of a sum must measure the same thing",
          prices ? "bring both to the same prices first" : "to get a ratio, divide: `a / b`");
      return null;
    }
    if (!(left instanceof Formula.Constant)
        && !(right instanceof Formula.Constant)
        && left.time() != right.time()) {
      problem(
          "PL047",
          "cannot add a %s (`%s`) and a %s (`%s`)"
              .formatted(lower(left.time()), left.written(), lower(right.time()), right.written()),
          from,
          end(),
          "an amount in a period and an amount at a moment do not add up",
          "use two series of the same kind");
      return null;
    }
    return new Formula.Sum(left, right, minus);
  }

  private static String lower(TimeShape time) {
    return time.name().toLowerCase(Locale.ROOT);
  }

  private static String unitOf(Formula formula) {
    String prices =
        switch (formula.unit().prices().kind()) {
          case NONE -> "";
          case OPEN, CURRENT, CONSTANT -> ", " + formula.unit().prices().words().en();
        };
    return (formula.unit().symbol().isEmpty() ? "a pure number" : formula.unit().symbol()) + prices;
  }

  private @Nullable Formula product() {
    int from = peek().from;
    @Nullable Formula left = factor();
    while (peek().text.equals("*") || peek().text.equals("/")) {
      boolean times = take().text.equals("*");
      @Nullable Formula right = factor();
      left = multiplied(left, right, times, from);
    }
    return left;
  }

  private @Nullable Formula multiplied(
      @Nullable Formula left, @Nullable Formula right, boolean times, int from) {
    if (left == null || right == null) {
      return null;
    }
    var formula = times ? new Formula.Product(left, right) : new Formula.Ratio(left, right);
    try {
      formula.unit();
      return formula;
    } catch (UnitMismatch mismatch) {
      problem(
          "PL049",
          String.valueOf(mismatch.getMessage()),
          from,
          end(),
          "a ratio of amounts at different prices says nothing",
          "bring both to the same prices first");
      return null;
    }
  }

  private @Nullable Formula factor() {
    Token token = take();
    return switch (token.kind) {
      case NUMBER -> constant(token);
      case NAME -> peek().text.equals("(") ? call(token) : published(token);
      case SIGN, END -> {
        if (!token.text.equals("(")) {
          unexpected(token, "a series, a number or a bracket");
          yield null;
        }
        @Nullable Formula inside = scoped();
        expect(")");
        yield inside;
      }
    };
  }

  private @Nullable Formula constant(Token token) {
    Optional<Quantity> quantity = Written.quantity(spot(token), problems);
    return quantity.isPresent() ? new Formula.Constant(quantity.get()) : null;
  }

  private @Nullable Formula published(Token name) {
    Series found = series.get(name.text);
    if (found == null) {
      problems.unknown(
          "PL041",
          "series",
          spot(name),
          series.keySet(),
          "a formula speaks of series that series.yaml declares");
      return null;
    }
    return new Formula.Published(found, Plan.WHOLE);
  }

  private @Nullable Formula call(Token name) {
    take();
    if (!FUNCTIONS.contains(name.text)) {
      problems.unknown("PL045", "function", spot(name), FUNCTIONS, "formulas know a few functions");
    }
    var arguments = new ArrayList<@Nullable Formula>();
    @Nullable Period years = null;
    boolean more = !peek().text.equals(")");
    while (more) {
      if (name.text.equals("total") && arguments.size() == 1 && peek().kind == Kind.NUMBER) {
        Token range = take();
        years = Written.period(spot(range), problems).orElse(null);
      } else {
        arguments.add(scoped());
      }
      more = peek().text.equals(",");
      if (more) {
        take();
      }
    }
    expect(")");
    return applied(name, arguments, years);
  }

  private @Nullable Formula applied(
      Token name, List<@Nullable Formula> arguments, @Nullable Period years) {
    int wanted =
        switch (name.text) {
          case "sum", "share" -> 2;
          default -> 1;
        };
    boolean enough = name.text.equals("sum") ? arguments.size() >= 2 : arguments.size() == wanted;
    if (FUNCTIONS.contains(name.text)
        && (!enough || (name.text.equals("total") && years == null))) {
      problem(
          "PL046",
          "`%s` takes %s".formatted(name.text, takes(name.text)),
          name.from,
          end(),
          "each function has its own arguments",
          "write it like %s".formatted(example(name.text)));
      return null;
    }
    if (arguments.contains(null) || arguments.isEmpty()) {
      return null;
    }
    Formula first = Objects.requireNonNull(arguments.getFirst());
    return switch (name.text) {
      case "sum" -> {
        @Nullable Formula all = first;
        for (@Nullable Formula each : arguments.subList(1, arguments.size())) {
          all = added(all, each, false, name.from, end());
        }
        yield all;
      }
      case "share" -> {
        Formula whole = Objects.requireNonNull(arguments.get(1));
        if (!first.unit().measuresTheSameAs(whole.unit())) {
          problem(
              "PL042",
              "`%s` (%s) is no part of `%s` (%s)"
                  .formatted(first.written(), unitOf(first), whole.written(), unitOf(whole)),
              name.from,
              end(),
              "a share compares two amounts of the same kind",
              "to get a ratio of different kinds, divide: `a / b`");
          yield null;
        }
        yield new Formula.Ratio(first, whole);
      }
      case "yoy" -> new Formula.Growth(first);
      case "ytd" -> flow(name, first) ? new Formula.YearToDate(first) : null;
      case "total" ->
          flow(name, first) ? new Formula.Total(first, Objects.requireNonNull(years)) : null;
      default -> null;
    };
  }

  private boolean flow(Token name, Formula of) {
    if (of.time() == TimeShape.FLOW) {
      return true;
    }
    problem(
        "PL047",
        "`%s` adds up periods, but `%s` is a %s"
            .formatted(name.text, of.written(), lower(of.time())),
        name.from,
        end(),
        "only amounts in periods add up over time",
        "use a series whose `time` is flow");
    return false;
  }

  private static String takes(String function) {
    return switch (function) {
      case "sum" -> "two or more formulas";
      case "share" -> "a part and a whole";
      case "total" -> "a formula and a range of years";
      default -> "one formula";
    };
  }

  private static String example(String function) {
    return switch (function) {
      case "sum" -> "sum(a, b)";
      case "share" -> "share(part, whole)";
      case "total" -> "total(a, 2011..2015)";
      default -> function + "(a)";
    };
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind != Kind.END) {
      next++;
    }
    return token;
  }

  private void expect(String sign) {
    if (peek().text.equals(sign)) {
      take();
    } else {
      unexpected(peek(), "`" + sign + "`");
    }
  }

  private void unexpected(Token token, String wanted) {
    String here = token.kind == Kind.END ? "the formula ends" : "`%s` stands".formatted(token.text);
    problem(
        "PL040",
        "%s where %s should stand".formatted(here, wanted),
        token.from,
        token.from + Math.max(1, token.text.length()),
        "a formula is made of series, numbers, + - * /, brackets and functions",
        "compare with: industrial-va / gdp");
    while (token.kind != Kind.END && peek().kind != Kind.END && !",)".contains(peek().text)) {
      take();
    }
  }

  private int end() {
    Token last = tokens.get(Math.max(0, next - 1));
    return last.from + last.text.length();
  }

  private Spot spot(Token token) {
    return new Spot(token.text, span(token.from, token.from + token.text.length()));
  }

  private Span span(int from, int to) {
    return new Span(
        line.file(), line.line(), line.start() + from, line.start() + Math.max(to, from + 1));
  }

  private void problem(String code, String what, int from, int to, String why, String mend) {
    problems.add(code, what, span(from, to), why, mend);
  }
}
