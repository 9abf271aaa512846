package yuheng.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.plan.BulletinRules.Band;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `bulletin.yaml`. What it leaves out is as in [BulletinRules#HOUSE].
final class BulletinReader {
  private static final BulletinRules HOUSE = BulletinRules.HOUSE;

  private final Header header;
  private final Collection<String> series;
  private final Collection<String> targets;
  private final Problems problems;

  BulletinReader(
      Header header, Collection<String> series, Collection<String> targets, Problems problems) {
    this.header = header;
    this.series = series;
    this.targets = targets;
    this.problems = problems;
  }

  BulletinRules read(YamlMap file) {
    Optional<Words> issuer = file.words("issuer");
    List<String> headline = someSeries(file, "headline");
    Optional<String> path = target(file.find("path"));
    Optional<YamlMap> pillars = file.map("pillars");
    List<String> districts = someSeries(file, "districts");
    List<String> tasks =
        file.texts("tasks").stream().flatMap(one -> target(Optional.of(one)).stream()).toList();
    List<Band> growth = bands(file, "growth", Unit.PERCENT, HOUSE.growth());
    List<Band> change = bands(file, "change", Unit.PERCENTAGE_POINT, HOUSE.change());
    Optional<BigDecimal> leads = points(file, "leads");
    Optional<BigDecimal> drags = points(file, "drags");
    Optional<BigDecimal> contributes =
        file.find("contributes").flatMap(spot -> number(spot, Unit.PERCENT));
    Optional<Words> source = file.words("source");
    SequencedMap<String, String> output = pillars.map(this::outputs).orElse(new LinkedHashMap<>());
    Optional<String> pillarGrowth = pillars.flatMap(map -> aSeries(map.find("growth")));
    pillars.ifPresent(YamlMap::nothingElse);
    file.nothingElse();
    return new BulletinRules(
        issuer,
        headline,
        path,
        output,
        pillarGrowth,
        districts,
        tasks,
        growth,
        change,
        leads.orElse(HOUSE.leads()),
        drags.orElse(HOUSE.drags()),
        contributes.orElse(HOUSE.contributes()),
        source.orElse(HOUSE.source()));
  }

  private SequencedMap<String, String> outputs(YamlMap pillars) {
    var outputs = new LinkedHashMap<String, String>();
    Optional<YamlMap> output = pillars.map("output");
    if (output.isEmpty()) {
      return outputs;
    }
    for (Spot pillar : output.get().keys()) {
      Optional<String> target = target(output.get().find(pillar.text()));
      if (!header.pillars().containsKey(pillar.text())) {
        problems.unknown(
            "PL032",
            "pillar",
            pillar,
            header.pillars().keySet(),
            "pillars are declared in plan.yaml");
      } else {
        target.ifPresent(id -> outputs.put(pillar.text(), id));
      }
    }
    return outputs;
  }

  private Optional<String> target(Optional<Spot> target) {
    return known(target, "PL077", "target", targets, "targets are declared in targets.yaml");
  }

  private Optional<String> aSeries(Optional<Spot> one) {
    return known(one, "PL041", "series", series, "series are declared in series.yaml");
  }

  private List<String> someSeries(YamlMap file, String key) {
    return file.texts(key).stream().flatMap(one -> aSeries(Optional.of(one)).stream()).toList();
  }

  private Optional<String> known(
      Optional<Spot> spot, String code, String kind, Collection<String> known, String why) {
    if (spot.isPresent() && !known.contains(spot.get().text())) {
      problems.unknown(code, kind, spot.get(), known, why);
      return Optional.empty();
    }
    return spot.map(Spot::text);
  }

  private Optional<BigDecimal> points(YamlMap map, String key) {
    return map.find(key).flatMap(spot -> number(spot, Unit.PERCENTAGE_POINT));
  }

  private Optional<BigDecimal> number(Spot spot, Unit unit) {
    Optional<Quantity> quantity = Written.quantity(spot, problems);
    if (quantity.isPresent() && !quantity.get().unit().hasTheDimensionOf(unit)) {
      problems.add(
          "PL075",
          "`%s` is not counted in %s".formatted(spot.text(), unit),
          spot.span(),
          "growth is said in percent, a difference of growth in percentage points",
          "write it in %s".formatted(unit));
      return Optional.empty();
    }
    return quantity.map(one -> one.in(unit).amount());
  }

  private List<Band> bands(YamlMap file, String key, Unit unit, List<Band> house) {
    var bands = new ArrayList<Band>();
    List<YamlMap> written = file.maps(key);
    for (YamlMap map : written) {
      Optional<BigDecimal> bound = map.find("from").flatMap(spot -> number(spot, unit));
      Optional<Words> words = map.needWords("words");
      map.nothingElse();
      bands.add(new Band(bound, words.orElse(Words.same("?"))));
    }
    for (int i = 0; i < bands.size(); i++) {
      boolean last = i == bands.size() - 1;
      boolean bounded = bands.get(i).from().isPresent();
      if (last == bounded || (bounded && i > 0 && !below(bands.get(i), bands.get(i - 1)))) {
        unordered(written.get(i));
      }
    }
    return bands.isEmpty() ? house : bands;
  }

  private static boolean below(Band band, Band above) {
    return above.from().isPresent() && band.from().orElseThrow().compareTo(above.from().get()) < 0;
  }

  private void unordered(YamlMap map) {
    problems.add(
        "PL076",
        "this band does not follow from the one above it",
        map.place(),
        "every number has one word: bounds fall from band to band, and the last band has none",
        "order the bands from high to low, and leave `from` out of the last one alone");
  }
}
