package yuheng.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdown.Origin;
import yuheng.facts.Breakdown.Whole;
import yuheng.indicators.Apportionment;
import yuheng.indicators.Apportionment.Method;
import yuheng.indicators.PastedRows;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// What an address or a form of a breakdown's page says: how to propose, what was typed, whose it
/// is.
///
/// @param seen act of the version that the editor started from
/// @param typed amounts by part, as typed; a blank one is no row
/// @param official whether it is said to be set by those who may
record BreakdownForm(
    long seen,
    SequencedMap<String, String> typed,
    boolean official,
    String source,
    String reason,
    String validFrom,
    String series,
    String pasted,
    Wanted wanted) {
  private static final String AMOUNT = "amount:";

  /// The proposal asked for.
  ///
  /// @param method `share`, `growth`, `potential`, `weights`, `line`; blank for none
  /// @param series what to weigh by; of several, each with its percentage: `output:60,jobs:40`
  /// @param weights lines of name or code and number, as pasted
  /// @param basis where those come from; blank when they are our own
  record Wanted(
      String method, String series, String year, String whole, String weights, String basis) {
    boolean isNone() {
      return method.isBlank();
    }

    /// The method, or why it cannot be read.
    Optional<Method> read(int taskYear) {
      int base = year.matches("\\d{4}") ? Integer.parseInt(year) : taskYear - 1;
      return switch (method) {
        case "share" -> Optional.of(new Method.Share(series.strip(), base));
        case "growth" -> Optional.of(new Method.Growth(series.strip(), base));
        case "potential" ->
            percentages().map(percentages -> new Method.Potential(percentages, base));
        case "weights" ->
            Optional.of(
                new Method.Weights(basis.isBlank() ? Optional.empty() : Optional.of(basis)));
        default -> Optional.empty();
      };
    }

    private Optional<SequencedMap<String, BigDecimal>> percentages() {
      var percentages = new LinkedHashMap<String, BigDecimal>();
      for (String one : series.split("[,，]", -1)) {
        String[] parts = one.strip().split("[:：]", 2);
        if (parts.length != 2 || !parts[1].strip().matches("\\d{1,3}(\\.\\d{1,4})?")) {
          return Optional.empty();
        }
        percentages.put(parts[0].strip(), new BigDecimal(parts[1].strip()));
      }
      return Optional.of(percentages);
    }
  }

  static BreakdownForm read(WebRequest request) {
    var typed = new LinkedHashMap<String, String>();
    for (Iterator<String> names = request.getParameterNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.startsWith(AMOUNT)) {
        typed.put(name.substring(AMOUNT.length()), text(request, name));
      }
    }
    String seen = text(request, "seen");
    return new BreakdownForm(
        seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0,
        typed,
        text(request, "origin").equals("official"),
        text(request, "source"),
        text(request, "reason"),
        text(request, "valid-from"),
        text(request, "counted-in"),
        Optional.ofNullable(request.getParameter("pasted")).orElse(""),
        new Wanted(
            text(request, "method"),
            text(request, "series"),
            text(request, "base-year"),
            text(request, "whole"),
            text(request, "weights"),
            text(request, "weights-source")));
  }

  private static String text(WebRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
  }

  /// The rows as typed, and a sentence for each that is no number.
  ///
  /// @param proposed its arithmetic goes with every amount that was not changed
  Rows rows(Unit unit, Optional<Apportionment> proposed, Optional<Breakdown> before) {
    var rows = new LinkedHashMap<String, Breakdown.Row>();
    var problems = new ArrayList<Words>();
    var how = new LinkedHashMap<String, Breakdown.Row>();
    before.ifPresent(one -> how.putAll(one.rows()));
    proposed.ifPresent(
        one ->
            one.rows()
                .forEach(
                    row ->
                        how.put(
                            row.part(),
                            new Breakdown.Row(row.amount(), Optional.of(row.arithmetic())))));
    typed.forEach(
        (part, text) -> {
          Optional<BigDecimal> amount = PastedRows.amount(text, unit);
          if (!text.isBlank() && amount.isEmpty()) {
            problems.add(
                new Words(
                    "%s 的“%s”不是数。".formatted(part, text),
                    "«%s» of %s is not a number.".formatted(text, part)));
          }
          amount.ifPresent(
              number -> {
                var row = new Breakdown.Row(number, Optional.empty());
                Optional<Breakdown.Row> same =
                    Optional.ofNullable(how.get(part))
                        .filter(one -> one.amount().compareTo(row.amount()) == 0);
                rows.put(part, same.orElse(row));
              });
        });
    return new Rows(rows, problems);
  }

  /// Rows and what is wrong with them.
  record Rows(SequencedMap<String, Breakdown.Row> rows, List<Words> problems) {}

  /// The breakdown that the form describes.
  Breakdown breakdown(
      Breakdown.Key key,
      Unit unit,
      SequencedMap<String, Breakdown.Row> rows,
      Optional<Whole> whole,
      Words method) {
    LocalDate from = key.period().start();
    try {
      from = validFrom.isBlank() ? from : LocalDate.parse(validFrom);
    } catch (DateTimeException notOne) {
      from = key.period().start();
    }
    return new Breakdown(
        key,
        unit,
        rows,
        whole,
        official ? new Origin.Official(source) : new Origin.Proposal(method),
        reason.isBlank() ? Optional.empty() : Optional.of(reason),
        from,
        series.isBlank() ? Optional.empty() : Optional.of(series));
  }
}
