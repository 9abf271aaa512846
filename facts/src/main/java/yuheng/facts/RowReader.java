package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Cell.Kind;
import yuheng.facts.Figure.Authority;
import yuheng.facts.Figure.HeardBasis;
import yuheng.facts.FigureTable.Row;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads one row of a table as a figure, or says everything that is wrong with its cells.
final class RowReader {
  private static final int LONGEST_SOURCE = 1_000;
  private static final int LONGEST_NOTE = 2_000;
  private static final Words UNSTATED = new Words("未注明", "unknown");

  private final Plan plan;
  private final PlanNames names;
  private final LocalDate today;
  private final List<Fault> faults;

  RowReader(Plan plan, PlanNames names, LocalDate today, List<Fault> faults) {
    this.plan = plan;
    this.names = names;
    this.today = today;
    this.faults = faults;
  }

  /// @param place of the figure among those offered together
  Optional<Offered> read(Row row, int place) {
    int before = faults.size();
    row.cells().values().forEach(this::holdKind);
    Optional<Series> series = need(row, Heading.SERIES).flatMap(this::series);
    Optional<Period> about = need(row, Heading.PERIOD).flatMap(this::period);
    Optional<String> scope = scope(row, about);
    Optional<Quantity> value = value(row, series);
    Optional<BigDecimal> growth = find(row, Heading.GROWTH).flatMap(this::growth);
    Optional<WrittenDay> heard = find(row, Heading.HEARD).flatMap(this::day);
    Authority authority =
        find(row, Heading.AUTHORITY).flatMap(this::authority).orElse(Authority.GOVERNMENT);
    Optional<HeardBasis> basis = find(row, Heading.BASIS).flatMap(this::basis);
    find(row, Heading.COVERAGE).ifPresent(cell -> series.ifPresent(one -> coverage(one, cell)));
    Optional<String> source =
        need(row, Heading.SOURCE).flatMap(c -> text(Heading.SOURCE, c, LONGEST_SOURCE));
    Optional<String> note =
        find(row, Heading.NOTE).flatMap(c -> text(Heading.NOTE, c, LONGEST_NOTE));
    Optional<String> reason =
        find(row, Heading.REASON).flatMap(c -> text(Heading.REASON, c, LONGEST_NOTE));
    LocalDate day = heard.map(WrittenDay::day).orElse(today);
    about.ifPresent(period -> holdDay(row, day, period));
    if (faults.size() > before) {
      return Optional.empty();
    }
    String said = heard.map(one -> one.day().toString()).orElse("");
    var figure =
        new Figure(
            Figure.nameOf(
                series.orElseThrow().id(),
                scope.orElseThrow(),
                about.orElseThrow().toString(),
                value.orElseThrow().toString(),
                said,
                source.orElseThrow()),
            series.orElseThrow(),
            scope.orElseThrow(),
            about.orElseThrow(),
            value.orElseThrow(),
            growth,
            day,
            heard.isEmpty() ? HeardBasis.UNKNOWN : basis.orElseGet(() -> stated(heard.get())),
            today,
            authority,
            source.orElseThrow(),
            note,
            new Figure.Origin.Offered(place));
    return Optional.of(
        new Offered(figure, row.place(Heading.VALUE), Optional.empty(), computed(row), reason));
  }

  private static List<Fault> computed(Row row) {
    return row.cells().values().stream()
        .filter(cell -> cell.kind() == Kind.COMPUTED)
        .map(DoubtFaults::computed)
        .toList();
  }

  private static HeardBasis stated(WrittenDay heard) {
    return heard.wholeMonth() ? HeardBasis.STATED_MONTH : HeardBasis.STATED;
  }

  private void holdKind(Cell cell) {
    if (cell.kind() == Kind.FORMULA) {
      faults.add(CellFaults.formula(cell));
    } else if (cell.kind() == Kind.ERROR) {
      faults.add(CellFaults.error(cell));
    }
  }

  /// A cell that can be read; what is wrong with others is said already.
  private static Optional<Cell> find(Row row, Heading heading) {
    return row.find(heading)
        .filter(cell -> cell.kind() != Kind.FORMULA && cell.kind() != Kind.ERROR);
  }

  private Optional<Cell> need(Row row, Heading heading) {
    if (row.find(heading).isEmpty()) {
      faults.add(CellFaults.empty(heading, row.place(heading)));
    }
    return find(row, heading);
  }

  private Optional<Series> series(Cell cell) {
    Optional<Series> series = names.series(cell.text());
    if (series.isEmpty()) {
      faults.add(CellFaults.series(cell, names.likest(cell.text(), 3)));
    }
    return series;
  }

  private Optional<String> scope(Row row, Optional<Period> about) {
    Optional<Cell> cell = find(row, Heading.SCOPE);
    if (cell.isEmpty()) {
      return Optional.of(Plan.WHOLE);
    }
    List<String> codes = names.scopes(cell.get().text(), about);
    if (codes.isEmpty()) {
      faults.add(CellFaults.scope(cell.get(), names.likestScopes(cell.get().text(), 3)));
    } else if (codes.size() > 1) {
      faults.add(CellFaults.scopeTwice(cell.get(), codes));
    }
    return codes.stream().findFirst();
  }

  private Optional<Period> period(Cell cell) {
    // A spreadsheet turns 2012-09 into the first of the month.
    String text = cell.kind() == Kind.DAY ? cell.text().substring(0, 7) : cell.text();
    Optional<Period> period = WrittenPeriod.read(text);
    if (period.isEmpty()) {
      faults.add(CellFaults.period(cell));
    }
    return period;
  }

  private Optional<Quantity> value(Row row, Optional<Series> series) {
    Optional<Cell> cell = need(row, Heading.VALUE);
    Optional<WrittenNumber> number = cell.flatMap(one -> number(Heading.VALUE, one));
    String behind = number.map(WrittenNumber::behind).orElse("");
    Optional<Cell> column = behind.isEmpty() ? need(row, Heading.UNIT) : find(row, Heading.UNIT);
    Optional<String> written =
        column.map(Cell::text).or(() -> Optional.of(behind).filter(b -> !b.isEmpty()));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    var place = column.or(() -> cell).orElseThrow().place();
    Optional<Unit> unit = Unit.read(written.get());
    if (unit.isEmpty()) {
      faults.add(CellFaults.unit(written.get(), place));
      return Optional.empty();
    }
    if (!behind.isEmpty() && !Unit.read(behind).equals(unit)) {
      faults.add(CellFaults.unitTwice(cell.orElseThrow(), behind, written.get()));
      return Optional.empty();
    }
    if (series.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    Unit declared = series.get().unit();
    if (!unit.get().hasTheDimensionOf(declared)) {
      faults.add(CellFaults.dimension(series.get(), unit.get().toString(), place));
      return Optional.empty();
    }
    return Optional.of(new Quantity(number.get().number(), unit.get().at(declared.prices())));
  }

  private Optional<WrittenNumber> number(Heading heading, Cell cell) {
    Optional<WrittenNumber> number =
        cell.kind() == Kind.DAY ? Optional.empty() : WrittenNumber.read(cell.text());
    if (number.isEmpty()) {
      faults.add(CellFaults.number(heading, cell));
    }
    return number;
  }

  private Optional<BigDecimal> growth(Cell cell) {
    Optional<WrittenNumber> number = number(Heading.GROWTH, cell);
    if (number.isPresent() && !number.get().behind().matches("%?")) {
      faults.add(CellFaults.number(Heading.GROWTH, cell));
      return Optional.empty();
    }
    return number.map(WrittenNumber::number);
  }

  private Optional<WrittenDay> day(Cell cell) {
    Optional<WrittenDay> day = WrittenDay.read(cell.text());
    if (day.isEmpty()) {
      faults.add(CellFaults.day(cell));
    }
    return day;
  }

  private Optional<Authority> authority(Cell cell) {
    Optional<Authority> found =
        Stream.of(Authority.values())
            .filter(one -> isOneOf(cell.text(), one.code(), one.words()))
            .findFirst();
    if (found.isEmpty()) {
      faults.add(
          CellFaults.closed(
              Heading.AUTHORITY,
              cell,
              Stream.of(Authority.values())
                  .map(one -> new Words(one.words().zh(), one.code()))
                  .toList()));
    }
    return found;
  }

  private Optional<HeardBasis> basis(Cell cell) {
    @Nullable HeardBasis found = FigureReader.BASES.get(cell.text());
    if (found == null && !isOneOf(cell.text(), UNSTATED.en(), UNSTATED)) {
      faults.add(
          CellFaults.closed(
              Heading.BASIS,
              cell,
              FigureReader.BASES.keySet().stream().sorted().map(Words::same).toList()));
    }
    return Optional.ofNullable(found);
  }

  private static boolean isOneOf(String text, String code, Words words) {
    return text.equalsIgnoreCase(code)
        || text.equals(words.zh())
        || text.equalsIgnoreCase(words.en());
  }

  private void coverage(Series series, Cell cell) {
    if (!names.coverage(cell.text()).equals(Optional.of(series.coverage()))) {
      faults.add(CellFaults.coverage(series, plan.coverage(series.coverage()), cell));
    }
  }

  private Optional<String> text(Heading heading, Cell cell, int longest) {
    String text = cell.text();
    boolean fits =
        text.codePointCount(0, text.length()) <= longest
            && text.chars()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
    if (!fits) {
      faults.add(CellFaults.text(heading, cell, longest));
    }
    return fits ? Optional.of(text) : Optional.empty();
  }

  private void holdDay(Row row, LocalDate heard, Period about) {
    if (heard.isAfter(today)) {
      faults.add(CellFaults.future(heard, today, row.place(Heading.HEARD)));
    } else if (heard.isBefore(about.start())) {
      boolean said = row.find(Heading.HEARD).isPresent();
      faults.add(
          CellFaults.forecast(heard, about, row.place(said ? Heading.HEARD : Heading.PERIOD)));
    }
  }
}
