package yuheng.facts;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.facts.CsvFile.Row;
import yuheng.facts.Figure.Authority;
import yuheng.facts.Figure.HeardBasis;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Problem;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `data/` of a package: figures, districts, and through others its lists.
final class FigureReader {
  private static final List<String> FIGURES =
      List.of(
          "series",
          "scope",
          "period",
          "value",
          "unit",
          "growth",
          "heard",
          "heard_basis",
          "entered",
          "authority",
          "source",
          "note");
  private static final List<String> DISTRICTS =
      List.of(
          "code",
          "zh",
          "en",
          "lon",
          "lat",
          "valid_from",
          "valid_to",
          "continues_as",
          "merged_into",
          "note");
  static final Map<String, HeardBasis> BASES =
      Map.of(
          "printed", HeardBasis.PRINTED,
          "address", HeardBasis.ADDRESS,
          "address-month", HeardBasis.ADDRESS_MONTH,
          "edition", HeardBasis.EDITION,
          "stated", HeardBasis.STATED,
          "stated-month", HeardBasis.STATED_MONTH,
          "unknown", HeardBasis.UNKNOWN);
  private static final Map<String, Authority> AUTHORITIES =
      Stream.of(Authority.values()).collect(Collectors.toMap(Authority::code, each -> each));
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  private final Plan plan;
  private final List<Problem> problems = new ArrayList<>();

  FigureReader(Plan plan) {
    this.plan = plan;
  }

  OfficialFigures.Loaded load() {
    SequencedMap<String, District> districts = districts();
    PackageLists lists = lists(districts);
    Set<String> scopes = scopes(plan, districts);
    var figures = new ArrayList<Figure>();
    var lineOf = new HashMap<String, Integer>();
    for (Row row : new CsvFile(plan.folder(), "data/official.csv", FIGURES, problems).rows()) {
      figure(row, scopes).filter(figure -> isNew(figure, row, lineOf)).ifPresent(figures::add);
    }
    return problems.isEmpty()
        ? new OfficialFigures.Loaded(
            Optional.of(new OfficialFigures(plan, figures, lists, 0)), List.of())
        : new OfficialFigures.Loaded(Optional.empty(), problems);
  }

  private PackageLists lists(SequencedMap<String, District> districts) {
    SequencedMap<String, CodeList> codes =
        new CodeListReader(plan.folder(), problems).read(districts);
    CodeList classes =
        codes.getOrDefault(
            PillarReader.CLASSES, new CodeList(PillarReader.CLASSES, new LinkedHashMap<>()));
    return new PackageLists(districts, codes, new PillarReader(plan, classes, problems).read());
  }

  /// Everything that a figure can be about.
  static Set<String> scopes(Plan plan, SequencedMap<String, District> districts) {
    Set<String> scopes = new LinkedHashSet<>(plan.scopes().keySet());
    scopes.addAll(plan.pillars().keySet());
    scopes.addAll(districts.keySet());
    return scopes;
  }

  private boolean isNew(Figure figure, Row row, Map<String, Integer> lineOf) {
    @Nullable Integer before = lineOf.putIfAbsent(figure.id(), row.line());
    if (before != null) {
      row.problem(
          "FA010",
          "this figure already stands on line " + before,
          "series",
          "the same figure from the same source is said once",
          "remove one of the two lines");
    }
    return before == null;
  }

  private Optional<Figure> figure(Row row, Set<String> scopes) {
    int before = problems.size();
    Optional<Series> series = row.need("series").flatMap(id -> series(row, id));
    String scope = row.find("scope").orElse(Plan.WHOLE);
    if (!scopes.contains(scope)) {
      row.problem(
          "FA004",
          "there is no scope `%s`".formatted(scope),
          "scope",
          "a figure is about the whole, a scope or pillar of plan.yaml, or a district",
          "declare it in plan.yaml or data/districts.csv");
    }
    Optional<Period> about = row.need("period").flatMap(text -> period(row, text));
    Optional<Quantity> value = value(row, series);
    Optional<BigDecimal> growth = row.find("growth").flatMap(text -> number(row, "growth", text));
    Optional<LocalDate> entered = row.need("entered").flatMap(text -> day(row, "entered", text));
    Optional<LocalDate> heard =
        row.find("heard").map(text -> day(row, "heard", text)).orElse(entered);
    Optional<HeardBasis> basis =
        row.need("heard_basis").flatMap(text -> oneOf(row, "heard_basis", text, BASES));
    Optional<Authority> authority =
        row.need("authority").flatMap(text -> oneOf(row, "authority", text, AUTHORITIES));
    Optional<String> source = row.need("source");
    heard.ifPresent(day -> about.ifPresent(period -> notBefore(row, day, period)));
    if (problems.size() > before) {
      return Optional.empty();
    }
    String id =
        Figure.nameOf(
            series.orElseThrow().id(),
            scope,
            about.orElseThrow().toString(),
            value.orElseThrow().toString(),
            row.find("heard").orElse(""),
            source.orElseThrow());
    return Optional.of(
        new Figure(
            id,
            series.orElseThrow(),
            scope,
            about.orElseThrow(),
            value.orElseThrow(),
            growth,
            heard.orElseThrow(),
            basis.orElseThrow(),
            entered.orElseThrow(),
            authority.orElseThrow(),
            source.orElseThrow(),
            row.find("note"),
            new Figure.Origin.InFile(row.line())));
  }

  private Optional<Series> series(Row row, String id) {
    @Nullable Series series = plan.series().get(id);
    if (series == null) {
      row.problem(
          "FA003",
          "there is no series `%s`".formatted(id),
          "series",
          "a figure belongs to a series of series.yaml",
          "declare it there, or correct the name");
    }
    return Optional.ofNullable(series);
  }

  private Optional<Quantity> value(Row row, Optional<Series> series) {
    Optional<BigDecimal> number = row.need("value").flatMap(text -> number(row, "value", text));
    Optional<String> written = row.need("unit");
    Optional<Unit> unit = written.flatMap(Unit::read);
    if (written.isPresent() && unit.isEmpty()) {
      row.problem(
          "FA007",
          "there is no unit `%s`".formatted(written.get()),
          "unit",
          "a number is a number of something known",
          "write it like 亿元, %, 万吨, 元/人·年");
      return Optional.empty();
    }
    if (number.isEmpty() || unit.isEmpty() || series.isEmpty()) {
      return Optional.empty();
    }
    Unit declared = series.get().unit();
    if (!unit.get().hasTheDimensionOf(declared)) {
      row.problem(
          "FA008",
          "`%s` is counted in %s, not in %s".formatted(series.get().id(), declared, unit.get()),
          "unit",
          "all figures of a series measure the same thing",
          "correct the unit, or put the figure under another series");
      return Optional.empty();
    }
    return Optional.of(new Quantity(number.get(), unit.get().at(declared.prices())));
  }

  private static Optional<BigDecimal> number(Row row, String column, String text) {
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    row.problem(
        "FA006",
        "`%s` is not a number".formatted(text),
        column,
        "figures are plain decimals as printed",
        "write digits, a point and perhaps a minus; the unit has its own column");
    return Optional.empty();
  }

  private static Optional<Period> period(Row row, String text) {
    Optional<Period> period = Period.read(text);
    if (period.isEmpty()) {
      row.problem(
          "FA005",
          "`%s` is not a period".formatted(text),
          "period",
          "a figure is about whole months",
          "write it like 2015, 2012H1, 2012Q3, 2012-09, 2012-01..2012-09 or 2011..2014");
    }
    return period;
  }

  /// A day, or the last day of a month when only the month is known.
  private static Optional<LocalDate> day(Row row, String column, String text) {
    try {
      return Optional.of(
          text.length() == "2012-08".length()
              ? YearMonth.parse(text).atEndOfMonth()
              : LocalDate.parse(text));
    } catch (DateTimeException notOne) {
      row.problem(
          "FA009",
          "`%s` is not a day".formatted(text),
          column,
          "what was heard was heard on a day",
          "write it like 2012-08-18, or 2012-08 when only the month is known");
      return Optional.empty();
    }
  }

  private static <T> Optional<T> oneOf(Row row, String column, String text, Map<String, T> codes) {
    @Nullable T value = codes.get(text);
    if (value == null) {
      row.problem(
          "FA011",
          "`%s` is no %s".formatted(text, column),
          column,
          "this column takes one of a few words",
          "use one of: " + String.join(", ", codes.keySet().stream().sorted().toList()));
    }
    return Optional.ofNullable(value);
  }

  private static void notBefore(Row row, LocalDate heard, Period about) {
    if (heard.isBefore(about.start())) {
      row.problem(
          "FA012",
          "about %s, but heard on %s, before that period began".formatted(about, heard),
          "heard",
          "what is said before its time is a forecast, not a figure",
          "correct the day, or leave the line out");
    }
  }

  private SequencedMap<String, District> districts() {
    var districts = new LinkedHashMap<String, District>();
    if (!Files.exists(plan.folder().resolve("data/districts.csv"))) {
      return districts; // a strategy without districts has no code list of them
    }
    for (Row row : new CsvFile(plan.folder(), "data/districts.csv", DISTRICTS, problems).rows()) {
      Optional<String> code = row.need("code");
      Optional<String> zh = row.need("zh");
      Optional<String> en = row.need("en");
      Optional<BigDecimal> longitude = row.need("lon").flatMap(text -> number(row, "lon", text));
      Optional<BigDecimal> latitude = row.need("lat").flatMap(text -> number(row, "lat", text));
      Optional<LocalDate> from =
          row.need("valid_from").flatMap(text -> day(row, "valid_from", text));
      Optional<LocalDate> to = row.find("valid_to").flatMap(text -> day(row, "valid_to", text));
      if (code.isPresent()
          && zh.isPresent()
          && en.isPresent()
          && longitude.isPresent()
          && latitude.isPresent()
          && from.isPresent()) {
        districts.put(
            code.get(),
            new District(
                code.get(),
                new Words(zh.get(), en.get()),
                longitude.get(),
                latitude.get(),
                from.get(),
                to,
                row.find("continues_as"),
                row.find("merged_into"),
                row.find("note")));
      }
    }
    return districts;
  }
}
