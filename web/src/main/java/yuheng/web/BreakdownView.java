package yuheng.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdown.Row;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Dimension;
import yuheng.indicators.Apportionment;
import yuheng.plan.Series;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// What the page of a breakdown shows.
final class BreakdownView {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Shown shown;
  private final ComingDown down;
  private final Asked asked;
  private final Breakdown.Key key;
  private final BreakdownPage.Draft draft;
  private final BreakdownForm form;
  private final long seen;
  private final Target target;

  BreakdownView(
      Shown shown,
      ComingDown down,
      Asked asked,
      Breakdown.Key key,
      BreakdownPage.Draft draft,
      BreakdownForm form,
      long seen) {
    this.shown = shown;
    this.down = down;
    this.asked = asked;
    this.key = key;
    this.draft = draft;
    this.form = form;
    this.seen = seen;
    this.target = shown.find(key.target()).orElseThrow();
  }

  /// What the template gets.
  ///
  /// @param edits the visitor may change it
  /// @param adds its rows are to come to a whole
  record View(
      Frame frame,
      Head head,
      boolean edits,
      boolean unsaved,
      boolean adds,
      Sums sums,
      List<Line> lines,
      List<String> left,
      List<String> problems,
      Fields fields,
      List<SeriesOption> series,
      List<VersionLine> history,
      List<ChangeLine> changes,
      String changesOf) {}

  /// What it is and whose.
  record Head(
      String name,
      String dimension,
      String period,
      String unit,
      boolean exists,
      boolean official,
      String origin,
      String detail,
      String countedIn,
      String version,
      String reason,
      String href,
      Optional<Exports.Links> links,
      String all,
      String standing,
      String targetHref) {}

  /// What the rows come to, for reading and, in plain digits, for the running sum.
  record Sums(
      String whole,
      String wholeFrom,
      String wholePlain,
      String sum,
      String remainder,
      boolean holds,
      int parts) {}

  /// A part's row.
  record Line(
      String code, String name, String amount, String shown, String share, String how, String id) {}

  /// What the form's other fields say.
  record Fields(
      long seen,
      boolean official,
      String source,
      String reason,
      String validFrom,
      String countedIn,
      String method,
      String weighBy,
      String baseYear,
      String givenWhole,
      String weights,
      String basis,
      String pasted) {}

  /// A series to weigh or to count by.
  record SeriesOption(String id, String name, boolean countable) {}

  /// A version in the history.
  record VersionLine(
      String name, String by, String at, String from, String origin, int changed, String href) {}

  /// What a version changed of the one before.
  record ChangeLine(String name, String before, String after) {}

  View view(boolean edits, String version) {
    Optional<BreakdownVersion> current = down.breakdowns().current(key);
    Frame frame =
        Frame.of(shown, asked, down.name(key, asked.language()), ComingDown.path(key), Map.of());
    List<BreakdownVersion> history = down.breakdowns().history(key);
    return new View(
        frame,
        head(current),
        edits,
        draft.unsaved(),
        draft.breakdown().flatMap(Breakdown::whole).isPresent()
            || down.breakdowns().whole(key).isPresent(),
        sums(),
        lines(),
        left(),
        draft.problems().stream().map(asked::t).toList(),
        fields(),
        series(),
        history(history),
        changes(history, version),
        version);
  }

  private Head head(Optional<BreakdownVersion> current) {
    Optional<Breakdown> one = draft.breakdown();
    return new Head(
        asked.t(target.indicator().name()),
        asked.t(key.dimension().words()),
        asked.t(key.period().words()),
        unit(),
        current.isPresent(),
        one.map(Breakdown::origin).filter(o -> o instanceof Breakdown.Origin.Official).isPresent(),
        one.map(b -> asked.t(b.origin().words())).orElse(""),
        draft
            .apportionment()
            .map(a -> asked.t(a.how()))
            .or(() -> one.map(b -> asked.t(b.origin().detail())))
            .orElse(""),
        one.flatMap(Breakdown::series).map(this::seriesName).orElse(""),
        current.map(this::versionWords).orElse(""),
        one.flatMap(Breakdown::reason).orElse(""),
        asked.href(ComingDown.path(key)),
        current.map(
            _ ->
                Exports.Links.under(asked, ComingDown.path(key), asked.href(ComingDown.path(key)))),
        asked.href("/breakdowns"),
        key.dimension() == Dimension.YEARS
            ? ""
            : asked.href("/standing", Map.of("target", key.target(), "by", key.dimension().code())),
        asked.href("/targets/" + key.target()));
  }

  private String unit() {
    Unit unit = target.indicator().unit();
    return asked.t(unit.symbol(), unit.symbol() + " (" + unit.english() + ")");
  }

  private String seriesName(String id) {
    return Optional.ofNullable(shown.plan().series().get(id))
        .map(one -> asked.t(one.name()))
        .orElse(id);
  }

  private String versionWords(BreakdownVersion version) {
    if (version.number() == 0) {
      return asked.t("见于规划包", "as the plan package says");
    }
    return asked.t(
        "第%d版，%s 保存，%s起有效"
            .formatted(version.number(), by(version), version.breakdown().validFrom()),
        "version %d, kept by %s, valid from %s"
            .formatted(version.number(), by(version), version.breakdown().validFrom()));
  }

  private static String by(BreakdownVersion version) {
    return version.by() + " " + MINUTE.format(version.at());
  }

  private Sums sums() {
    Optional<Breakdown> one = draft.breakdown();
    BigDecimal sum = one.map(Breakdown::sum).orElse(BigDecimal.ZERO);
    Optional<Breakdown.Whole> whole =
        one.flatMap(Breakdown::whole).or(() -> down.breakdowns().whole(key));
    Optional<BigDecimal> rest = whole.map(w -> w.amount().subtract(sum));
    return new Sums(
        whole.map(w -> shown(w.amount())).orElse(""),
        whole.map(w -> asked.t(w.from())).orElse(""),
        whole.map(w -> w.amount().toPlainString()).orElse(""),
        shown(sum),
        rest.map(this::shown).orElse(""),
        rest.map(r -> r.signum() == 0).orElse(true),
        one.map(b -> b.rows().size()).orElse(0));
  }

  private String shown(BigDecimal amount) {
    return new Quantity(amount, Unit.ONE).show(asked.language());
  }

  private List<Line> lines() {
    SequencedMap<String, Words> parts =
        down.parts().on(key.dimension(), target, key.period().start());
    Map<String, Row> rows = new LinkedHashMap<>();
    draft.breakdown().ifPresent(one -> rows.putAll(one.rows()));
    rows.keySet()
        .forEach(part -> parts.putIfAbsent(part, down.parts().name(key.dimension(), part)));
    var how = new HashMap<String, String>();
    draft
        .apportionment()
        .ifPresent(
            one -> one.rows().forEach(row -> how.put(row.part(), asked.t(row.arithmetic()))));
    Optional<BigDecimal> whole =
        draft.breakdown().flatMap(Breakdown::whole).map(Breakdown.Whole::amount);
    var lines = new ArrayList<Line>();
    parts.forEach(
        (part, name) -> {
          Optional<Row> row = Optional.ofNullable(rows.get(part));
          lines.add(
              new Line(
                  part,
                  asked.t(name),
                  Optional.ofNullable(form.typed().get(part))
                      .or(() -> row.map(one -> one.amount().toPlainString()))
                      .orElse(""),
                  row.map(one -> shown(one.amount())).orElse(""),
                  row.flatMap(one -> whole.map(all -> share(one.amount(), all))).orElse(""),
                  Optional.ofNullable(how.get(part))
                      .or(() -> row.flatMap(Row::how).map(asked::t))
                      .orElse(""),
                  "p" + lines.size()));
        });
    return lines;
  }

  private static String share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? ""
        : part.scaleByPowerOfTen(2)
                .divide(whole, MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString()
            + "%";
  }

  private List<String> left() {
    return draft.apportionment().map(Apportionment::left).orElse(List.of()).stream()
        .map(one -> asked.t(one.name()) + asked.t("：", ": ") + asked.t(one.why()))
        .toList();
  }

  private Fields fields() {
    Optional<Breakdown> one = draft.breakdown();
    boolean official =
        one.map(Breakdown::origin).filter(o -> o instanceof Breakdown.Origin.Official).isPresent();
    BreakdownForm.Wanted wanted = form.wanted();
    return new Fields(
        seen,
        official,
        one.map(b -> asked.t(b.origin().detail())).orElse(""),
        one.flatMap(Breakdown::reason).orElse(""),
        one.map(b -> b.validFrom().toString()).orElse(key.period().start().toString()),
        one.flatMap(Breakdown::series).orElse(""),
        draft.unsaved() ? wanted.method() : "",
        wanted.series(),
        wanted.year().isBlank()
            ? Integer.toString(key.period().start().getYear() - 1)
            : wanted.year(),
        wanted.whole(),
        wanted.weights(),
        wanted.basis(),
        form.pasted());
  }

  /// Series that can be shared by; those of the target's own kind can also be counted in.
  private List<SeriesOption> series() {
    return shown.plan().series().values().stream()
        .filter(one -> one.time() != TimeShape.RATE)
        .map(one -> new SeriesOption(one.id(), asked.t(one.name()), isCountable(one)))
        .toList();
  }

  private boolean isCountable(Series series) {
    return series.unit().hasTheDimensionOf(target.indicator().unit());
  }

  private List<VersionLine> history(List<BreakdownVersion> history) {
    var lines = new ArrayList<VersionLine>();
    Optional<BreakdownVersion> before = Optional.empty();
    for (BreakdownVersion one : history) {
      lines.addFirst(
          new VersionLine(
              one.number() == 0
                  ? asked.t("规划包", "plan package")
                  : asked.t("第%d版", "version %d").formatted(one.number()),
              one.by(),
              one.number() == 0 ? "" : MINUTE.format(one.at()),
              one.breakdown().validFrom().toString(),
              asked.t(one.breakdown().origin().words()),
              one.changesOf(before).size(),
              asked.href(
                  ComingDown.path(key) + "#changes",
                  Map.of("version", Integer.toString(one.number())))));
      before = Optional.of(one);
    }
    return lines;
  }

  private List<ChangeLine> changes(List<BreakdownVersion> history, String version) {
    Optional<BreakdownVersion> before = Optional.empty();
    for (BreakdownVersion one : history) {
      if (Integer.toString(one.number()).equals(version)) {
        return one.changesOf(before).stream()
            .map(
                change ->
                    new ChangeLine(
                        asked.t(down.parts().name(key.dimension(), change.part())),
                        change.before().map(this::shown).orElse("—"),
                        change.after().map(this::shown).orElse("—")))
            .toList();
      }
      before = Optional.of(one);
    }
    return List.of();
  }
}
