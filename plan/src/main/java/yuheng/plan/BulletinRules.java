package yuheng.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.terms.Words;

/// What the monthly bulletin speaks of, and from which numbers on it says «rises», «slows», «leads»
/// and «drags» (月报口径).
///
/// @param issuer who sends it out; empty where the plan's issuer does
/// @param headline series of the whole, the first of them the one that parts are compared with
/// @param path the target whose way is drawn
/// @param pillarOutput for a pillar, the target of its output
/// @param pillarGrowth a series of growth rates by pillar
/// @param districts series by district
/// @param tasks targets whose coming down to districts is spoken of, where it has
/// @param growth words for a growth rate in percent, the highest band first
/// @param change words for growth now minus growth before in percentage points, highest first
/// @param leads a part leads from so many points above the whole's growth on
/// @param drags a part drags from so many points below the whole's growth on
/// @param contributes a part is named as making up a gap from so many percent of it on
/// @param source where these numbers come from
public record BulletinRules(
    Optional<Words> issuer,
    List<String> headline,
    Optional<String> path,
    SequencedMap<String, String> pillarOutput,
    Optional<String> pillarGrowth,
    List<String> districts,
    List<String> tasks,
    List<Band> growth,
    List<Band> change,
    BigDecimal leads,
    BigDecimal drags,
    BigDecimal contributes,
    Words source) {

  /// What is said where `bulletin.yaml` says nothing. No office publishes such bounds; these are
  /// the house's own and are printed with every bulletin.
  public static final BulletinRules HOUSE =
      new BulletinRules(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          new LinkedHashMap<>(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(
              Band.from("15", "快速增长", "grew fast"),
              Band.from("8", "较快增长", "grew briskly"),
              Band.from("0.5", "增长", "grew"),
              Band.from("-0.5", "基本持平", "stayed level"),
              Band.below("下降", "fell")),
          List.of(
              Band.from("0.5", "加快", "quickened"),
              Band.from("-0.5", "平稳", "held steady"),
              Band.below("放缓", "slowed")),
          BigDecimal.TWO,
          BigDecimal.TWO,
          BigDecimal.TEN,
          new Words(
              "玉衡约定（2026-11-24）；没有见到官方规定的界限",
              "Yuheng's own (2026-11-24); no official bounds are known"));

  public BulletinRules {
    headline = List.copyOf(headline);
    pillarOutput = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pillarOutput));
    districts = List.copyOf(districts);
    tasks = List.copyOf(tasks);
    growth = List.copyOf(growth);
    change = List.copyOf(change);
  }

  /// Words for numbers from a bound on.
  ///
  /// @param from empty for the last band, which reaches down without end
  public record Band(Optional<BigDecimal> from, Words words) {
    /// Numbers of both signs are in it, so that its words stand for no change.
    public boolean level() {
      return from.filter(bound -> bound.signum() <= 0).isPresent();
    }

    static Band from(String bound, String zh, String en) {
      return new Band(Optional.of(new BigDecimal(bound)), new Words(zh, en));
    }

    static Band below(String zh, String en) {
      return new Band(Optional.empty(), new Words(zh, en));
    }
  }

  /// The band of a growth rate in percent.
  public Band ofGrowth(BigDecimal percent) {
    return of(growth, percent);
  }

  /// The band of a change of growth in percentage points.
  public Band ofChange(BigDecimal points) {
    return of(change, points);
  }

  private static Band of(List<Band> bands, BigDecimal number) {
    return bands.stream()
        .filter(band -> band.from().map(bound -> number.compareTo(bound) >= 0).orElse(true))
        .findFirst()
        .orElseThrow();
  }
}
