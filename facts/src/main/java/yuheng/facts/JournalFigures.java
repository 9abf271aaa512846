package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Figure.Authority;
import yuheng.facts.Figure.HeardBasis;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Quantity;
import yuheng.terms.Span;
import yuheng.terms.Unit;

/// Figures as the journal keeps them. Each is a thing said of the kind `figure`; its subject names
/// series, scope and period, so that all vintages are found together.
final class JournalFigures {
  static final String KIND = "figure";

  private JournalFigures() {}

  static Said said(Offered offered) {
    Figure figure = offered.figure();
    var fields = new TreeMap<String, String>();
    fields.put("series", figure.series().id());
    fields.put("scope", figure.scope());
    fields.put("period", figure.about().toString());
    fields.put("value", figure.value().digits());
    fields.put("unit", figure.value().unit().toString());
    figure.growth().ifPresent(growth -> fields.put("growth", growth.toPlainString()));
    if (figure.basis() != HeardBasis.UNKNOWN) {
      fields.put("heard", figure.heard().toString());
    }
    fields.put("basis", figure.basis().name().toLowerCase(Locale.ROOT));
    fields.put("entered", figure.entered().toString());
    fields.put("authority", figure.authority().code());
    fields.put("source", figure.source());
    figure.note().ifPresent(note -> fields.put("note", note));
    offered.reason().ifPresent(reason -> fields.put("reason", reason));
    if (!offered.doubts().isEmpty()) {
      fields.put(
          "doubts", offered.doubts().stream().map(Fault::code).collect(Collectors.joining(" ")));
    }
    return new Said(
        KIND, "%s/%s/%s".formatted(figure.series().id(), figure.scope(), figure.about()), fields);
  }

  /// The figures of some acts, or what keeps them from being read with this plan.
  static List<Figure> read(Plan plan, Set<String> scopes, List<Act> acts, List<Problem> problems) {
    var figures = new ArrayList<Figure>();
    for (Act act : acts) {
      int place = 0;
      for (Said said : act.said()) {
        if (said.kind().equals(KIND)) {
          figure(plan, scopes, act, place++, said, problems).ifPresent(figures::add);
        }
      }
    }
    return figures;
  }

  private static Optional<Figure> figure(
      Plan plan, Set<String> scopes, Act act, int place, Said said, List<Problem> problems) {
    @Nullable Series series = plan.series().get(said.text("series"));
    if (series == null) {
      problems.add(lost(act, "series", "series.yaml", said.text("series")));
      return Optional.empty();
    }
    if (!scopes.contains(said.text("scope"))) {
      problems.add(lost(act, "scope", "plan.yaml or data/districts.csv", said.text("scope")));
      return Optional.empty();
    }
    Unit unit = Unit.of(said.text("unit"));
    if (!unit.hasTheDimensionOf(series.unit())) {
      problems.add(lost(act, "series counted in " + unit, "series.yaml", series.id()));
      return Optional.empty();
    }
    LocalDate entered = LocalDate.parse(said.text("entered"));
    var value = new Quantity(new BigDecimal(said.text("value")), unit.at(series.unit().prices()));
    return Optional.of(
        new Figure(
            Figure.nameOf(
                series.id(),
                said.text("scope"),
                said.text("period"),
                value.toString(),
                said.find("heard").orElse(""),
                said.text("source")),
            series,
            said.text("scope"),
            Period.of(said.text("period")),
            value,
            said.find("growth").map(BigDecimal::new),
            said.find("heard").map(LocalDate::parse).orElse(entered),
            HeardBasis.valueOf(said.text("basis").toUpperCase(Locale.ROOT)),
            entered,
            Authority.valueOf(said.text("authority").toUpperCase(Locale.ROOT)),
            said.text("source"),
            said.find("note"),
            new Figure.Origin.Entered(
                act.number(), place, act.at(), act.by(), said.find("reason"))));
  }

  private static Problem lost(Act act, String what, String file, String name) {
    return new Problem(
        "FA013",
        "act %d of the journal has a figure of a %s `%s` that the plan no longer has"
            .formatted(act.number(), what, name),
        List.of(new Marked(Span.at("journal", Math.toIntExact(act.number()), 1), "")),
        "what was said stays; a plan that people have entered figures for keeps their names",
        "declare `%s` in %s again".formatted(name, file));
  }
}
