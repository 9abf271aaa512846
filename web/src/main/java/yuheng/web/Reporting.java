package yuheng.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import yuheng.facts.Access;
import yuheng.facts.CodeList;
import yuheng.facts.Scope;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.reports.CellRow;
import yuheng.reports.RegisterUnit;
import yuheng.reports.ReportBook;
import yuheng.reports.ReportKey;
import yuheng.reports.Version;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// What the pages of reporting have in common: the book, who asks of it, and how its things are
/// called. What an address names and who asks does not see is not there.
@NeedsReports
final class Reporting {
  private static final int YEAR = 12;
  private static final String INDUSTRIES = "industries";

  private final ReportBook book;
  private final Shown shown;
  private final Who who;

  Reporting(ReportBook book, Shown shown, Who who) {
    this.book = book;
    this.shown = shown;
    this.who = who;
  }

  ReportBook book() {
    return book;
  }

  /// Of the account or token that came with the request.
  Access access() {
    return who.access().orElseThrow(NoSuchElementException::new);
  }

  /// The unit that the asking account speaks for; 0 for an account of an office.
  long ownUnit() {
    return access().scope() instanceof Scope.One(long unit) ? unit : 0;
  }

  LocalDate today() {
    return book.today();
  }

  Instant now() {
    return book.now();
  }

  List<Form> forms() {
    return List.copyOf(shown.plan().forms().values());
  }

  Form form(String id) {
    return Optional.ofNullable(shown.plan().forms().get(id))
        .orElseThrow(NoSuchElementException::new);
  }

  Register register(String id) {
    return Optional.ofNullable(shown.plan().registers().get(id))
        .orElseThrow(NoSuchElementException::new);
  }

  /// A period of a form, over or not.
  Period period(Form form, String written) {
    return Period.read(written)
        .filter(one -> form.closing(YearMonth.from(one.lastDay())).equals(Optional.of(one)))
        .orElseThrow(NoSuchElementException::new);
  }

  /// The periods of a form that end within some months, the last first; only those that are over.
  List<Period> periods(Form form, YearMonth first, YearMonth last) {
    var periods = new ArrayList<Period>();
    for (YearMonth month = last; !month.isBefore(first); month = month.minusMonths(1)) {
      form.closing(month)
          .filter(period -> period.lastDay().isBefore(today()))
          .ifPresent(periods::add);
    }
    return periods;
  }

  /// The last period of a form that is over and ends by a month.
  Optional<Period> latest(Form form, YearMonth by) {
    return periods(form, by.minusMonths(YEAR), by).stream().findFirst();
  }

  /// The period of the report before, of the same year where the form is year-to-date.
  Optional<Period> earlier(Form form, Period period) {
    YearMonth end = YearMonth.from(period.lastDay());
    YearMonth first = form.yearToDate() ? end.withMonth(1) : end.minusMonths(YEAR);
    return periods(form, first, end.minusMonths(1)).stream().findFirst();
  }

  /// The last report of a unit before one, as the checks take it.
  Optional<CellRow> before(Form form, ReportKey key) {
    YearMonth end = YearMonth.from(key.period().lastDay());
    YearMonth first = form.yearToDate() ? end.withMonth(1) : end.minusMonths(YEAR);
    return periods(form, first, end.minusMonths(1)).stream()
        .map(period -> last(new ReportKey(key.unit(), key.form(), period)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Version::cells);
  }

  /// The last version of a report.
  Optional<Version> last(ReportKey key) {
    List<Version> versions = book.versions(access(), key);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  /// A unit of a register, if who asks sees it.
  Optional<RegisterUnit> unit(long number, LocalDate on) {
    return book.unit(access(), number, on, now());
  }

  static String name(RegisterUnit unit) {
    return unit.find("name").orElseGet(() -> code(unit));
  }

  static String code(RegisterUnit unit) {
    return unit.codes().isEmpty() ? Long.toString(unit.number()) : unit.codes().getFirst();
  }

  /// The division that a unit's class belongs to, whose units are its peers; empty where the
  /// register keeps no class.
  String classOf(RegisterUnit unit) {
    Register register = register(unit.register());
    return register.attributes().stream()
        .filter(one -> one.type().equals(new Register.Type.Code(INDUSTRIES)))
        .flatMap(one -> unit.find(one.id()).stream())
        .map(
            code ->
                shown.figures().codes(INDUSTRIES).stream()
                    .flatMap(list -> list.lineage(code).stream())
                    .map(CodeList.Code::code)
                    .reduce((_, last) -> last)
                    .orElse(code))
        .findFirst()
        .orElse("");
  }

  /// What an attribute of a unit says, as people say it; a contact is for the unit itself.
  String said(RegisterUnit unit, Register.Attribute attribute, Asked asked) {
    String value = unit.find(attribute.id()).orElse("");
    if (value.isEmpty()) {
      return "";
    }
    return switch (attribute.type()) {
      case Register.Type.Contact _ ->
          access().speaksFor(unit.number())
              ? value
              : asked.t("（只有本单位可见）", "(shown to the unit only)");
      case Register.Type.Code(var list) ->
          shown
              .figures()
              .codes(list)
              .flatMap(codes -> codes.find(value))
              .map(code -> asked.t(code.words()) + " " + value)
              .orElse(value);
      case Register.Type.Reference _ ->
          unit(Long.parseLong(value), today()).map(Reporting::name).orElse("№ " + value);
      case Register.Type.YesNo _ -> value.equals("yes") ? asked.t("是", "yes") : asked.t("否", "no");
      case Register.Type.Amount(var measured) ->
          Cells.number(Long.parseLong(value))
              + " "
              + asked.t(new Words(measured.symbol(), measured.english()));
      case Register.Type.Text _, Register.Type.Day _ -> value;
    };
  }
}
