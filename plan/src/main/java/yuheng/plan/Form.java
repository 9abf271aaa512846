package yuheng.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// What units of a register report, how often, and until when (报表).
///
/// A cell is asked once: no other form of the plan has an item of the same id.
///
/// @param id kebab-case: `output`
/// @param register the units that report it
/// @param rhythm how often
/// @param yearToDate whether a cell is entered from January on (累计); then January alone is not
///   asked, and February's report is of both months (1–2月合并)
/// @param dueDays days after the period's last within which it is due; 1 to 120
/// @param from first period that is asked begins on or after this day
/// @param source where the form comes from, or that it is ours
/// @param items what is asked, in order
/// @param checks what is tested when it is filled, in order
public record Form(
    String id,
    Words words,
    String register,
    Rhythm rhythm,
    boolean yearToDate,
    int dueDays,
    LocalDate from,
    String source,
    List<Item> items,
    List<Check> checks) {
  public Form {
    items = List.copyOf(items);
    checks = List.copyOf(checks);
  }

  /// How often a form is reported.
  public enum Rhythm {
    /// Each month.
    MONTH(1),
    /// Each quarter.
    QUARTER(3),
    /// Each year.
    YEAR(12);

    private final int months;

    Rhythm(int months) {
      this.months = months;
    }

    /// Length in months.
    public int months() {
      return months;
    }
  }

  /// One line of a form.
  ///
  /// @param id of the cell; unique among all forms of the plan
  /// @param unit of its whole numbers: 千元, 吨, kWh, 人
  /// @param time whether it adds up over months (flow) or stands at the end of one (stock)
  /// @param required whether a report without it is refused
  /// @param signed whether it may be negative
  /// @param prior whether the figure of the same period of the year before (上年同期) is asked beside
  ///   it
  public record Item(
      String id,
      Words words,
      Unit unit,
      TimeShape time,
      boolean required,
      boolean signed,
      boolean prior) {}

  /// A test of a filled form.
  ///
  /// @param id unique within the form
  /// @param hard whether a report that fails is refused; otherwise it is asked for a reason
  /// @param given the test is made only where this holds
  /// @param test what must hold
  /// @param says what is told to the one who fills it, when it does not
  public record Check(String id, boolean hard, Optional<RowTest> given, RowTest test, Words says) {}

  /// The item of that name.
  public Optional<Item> find(String item) {
    return items.stream().filter(one -> one.id().equals(item)).findFirst();
  }

  /// The period of the report that is made at the end of a month, if one is made then: the month
  /// itself, the quarter or the year that ends with it. What the cells of a year-to-date form are
  /// about is [#about].
  public Optional<Period> closing(YearMonth month) {
    if (month.getMonthValue() % rhythm.months() != 0
        || (yearToDate && rhythm == Rhythm.MONTH && month.getMonthValue() == 1)) {
      return Optional.empty();
    }
    LocalDate end = month.plusMonths(1).atDay(1);
    LocalDate start = end.minusMonths(rhythm.months());
    return start.isBefore(from) ? Optional.empty() : Optional.of(new Period(start, end));
  }

  /// What a flow of the report of a period is about: for a year-to-date form, January to the
  /// period's last month.
  public Period about(Period period) {
    return yearToDate ? new Period(period.lastDay().withDayOfYear(1), period.end()) : period;
  }

  /// The last day on which the report of a period is in time.
  public LocalDate due(Period period) {
    return period.lastDay().plusDays(dueDays);
  }
}
