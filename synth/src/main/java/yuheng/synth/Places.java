package yuheng.synth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import yuheng.facts.District;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Holds;

/// Where units are: districts by their weight, under the code of the day. A district whose total
/// was published weighs what it has of the city's; the others share the rest as declared.
final class Places {
  private final List<List<District>> lines = new ArrayList<>();
  private final Weights weights;

  Places(
      SynthRules rules,
      OfficialFigures figures,
      Timeline timeline,
      double[][] total,
      double scale,
      LocalDate knownOn) {
    double[] declared = new double[rules.districts().size()];
    double[] published = new double[declared.length];
    double publishedSum = 0;
    double declaredSum = 0;
    int i = 0;
    for (var one : rules.districts().entrySet()) {
      List<District> line = line(figures.districts(), one.getKey());
      lines.add(line);
      published[i] = share(rules, figures, line, timeline, total, scale, knownOn);
      declared[i] = one.getValue().doubleValue();
      publishedSum += published[i];
      declaredSum += published[i] > 0 ? 0 : declared[i];
      i++;
    }
    for (int place = 0; place < declared.length; place++) {
      declared[place] =
          published[place] > 0
              ? published[place]
              : declared[place] / declaredSum * Math.max(0, 1 - publishedSum);
    }
    this.weights = new Weights(declared);
  }

  /// A district with those that it was before, the last first.
  private static List<District> line(SequencedMap<String, District> all, String code) {
    District last = all.get(code);
    if (last == null) {
      throw new IllegalArgumentException(
          "synth.yaml gives a weight to district `%s`, which districts.csv does not know."
              .formatted(code));
    }
    var line = new ArrayList<District>(List.of(last));
    for (boolean more = true; more; ) {
      District first = line.getLast();
      Optional<District> before =
          all.values().stream()
              .filter(
                  one ->
                      one.continuesAs().equals(Optional.of(first.code()))
                          && one.to().equals(Optional.of(first.from())))
              .findFirst();
      before.ifPresent(line::add);
      more = before.isPresent();
    }
    return line;
  }

  private static double share(
      SynthRules rules,
      OfficialFigures figures,
      List<District> line,
      Timeline timeline,
      double[][] total,
      double scale,
      LocalDate knownOn) {
    String whole = rules.items().firstEntry().getKey();
    Optional<Figure> figure =
        rules.calibrations().stream()
            .filter(one -> one.holds().equals(new Holds.TotalOf(whole)))
            .flatMap(
                one ->
                    line.stream()
                        .flatMap(
                            district ->
                                figures.knownOn(one.series(), district.code(), knownOn).stream()))
            .filter(one -> timeline.reckons(one.about()))
            .max((a, b) -> a.about().compareTo(b.about()));
    if (figure.isEmpty()) {
      return 0;
    }
    double city = 0;
    for (double[] part : total) {
      for (int month = timeline.start(figure.get().about());
          month < timeline.end(figure.get().about());
          month++) {
        city += part[month];
      }
    }
    return figure.get().value().amount().multiply(figure.get().value().unit().scale()).doubleValue()
        / scale
        / city;
  }

  int draw(RandomGenerator chance) {
    return weights.draw(chance);
  }

  /// The code that a place bears on a day.
  String code(int place, LocalDate day) {
    List<District> line = lines.get(place);
    return line.stream().filter(one -> one.standsOn(day)).findFirst().orElse(line.getLast()).code();
  }

  /// The codes that it bears after a day, by their first day.
  SortedMap<LocalDate, String> later(int place, LocalDate day) {
    var codes = new TreeMap<LocalDate, String>();
    lines.get(place).stream()
        .filter(one -> one.from().isAfter(day))
        .forEach(one -> codes.put(one.from(), one.code()));
    return codes;
  }
}
