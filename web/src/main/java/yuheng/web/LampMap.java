package yuheng.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yuheng.facts.Dimension;
import yuheng.facts.District;
import yuheng.indicators.Lamp;
import yuheng.indicators.PartStanding;
import yuheng.indicators.Ranking;

/// The districts of a ranking on the map, by their lamps, and beside it the same in words.
///
/// @param labels of the districts outside the crowded part, which has its own
record LampMap(
    String box,
    List<Shape> shapes,
    List<Shape> labels,
    String inset,
    List<Shape> insetLabels,
    List<Lit> lit) {

  /// An outline, its lamp, and the short name of the district.
  record Shape(String path, String lamp, String mark, String name, String title, int x, int y) {
    Shape at(int[] point) {
      return new Shape(path, lamp, mark, name, title, point[0], point[1]);
    }
  }

  /// A lamp and who has it, worst first.
  record Lit(String lamp, String mark, String words, List<String> names) {}

  /// Empty where there is no map, or no lamp to show on it.
  static Optional<LampMap> of(
      Ranking ranking, Optional<Outlines> outlines, Shown shown, Asked asked) {
    boolean dark = ranking.parts().stream().allMatch(one -> one.lamp() == Lamp.NONE);
    return dark || ranking.dimension() != Dimension.DISTRICTS
        ? Optional.empty()
        : outlines.map(map -> of(ranking, map, shown, asked));
  }

  private static LampMap of(Ranking ranking, Outlines map, Shown shown, Asked asked) {
    var byOutline = new HashMap<String, PartStanding>();
    for (PartStanding one : ranking.parts()) {
      drawn(one.part(), map, shown).ifPresent(code -> byOutline.put(code, one));
    }
    var shapes = new ArrayList<Shape>();
    map.paths()
        .forEach(
            (code, path) ->
                shapes.add(
                    shape(code, path, Optional.ofNullable(byOutline.get(code)), map, asked)));
    Outlines.Crowd crowd = map.crowded();
    return new LampMap(
        map.box(),
        shapes,
        shapes.stream().filter(one -> !crowd.holds(one.x, one.y)).toList(),
        crowd.box(),
        close(shapes, crowd),
        lit(ranking, asked));
  }

  private static List<Shape> close(List<Shape> shapes, Outlines.Crowd crowd) {
    List<Shape> close = shapes.stream().filter(one -> crowd.holds(one.x, one.y)).toList();
    List<int[]> at = crowd.labels(close.stream().map(one -> new int[] {one.x, one.y}).toList());
    return IntStream.range(0, close.size()).mapToObj(i -> close.get(i).at(at.get(i))).toList();
  }

  private static Shape shape(
      String code, String path, Optional<PartStanding> part, Outlines map, Asked asked) {
    int[] centre = map.centres().getOrDefault(code, new int[] {0, 0});
    String name = part.map(one -> asked.t(one.name())).orElse(code);
    return new Shape(
        path,
        part.map(one -> one.lamp().code()).orElse(Lamp.NONE.code()),
        part.map(one -> one.lamp().mark()).orElse(""),
        DistrictsPage.shortName(name),
        part.map(one -> name + " " + asked.t(one.lamp().words())).orElse(name),
        centre[0],
        centre[1]);
  }

  /// How many parts have each lamp, and which.
  static List<Lit> lit(Ranking ranking, Asked asked) {
    return Stream.of(Lamp.RED, Lamp.YELLOW, Lamp.GREEN, Lamp.NONE)
        .map(
            lamp ->
                new Lit(
                    lamp.code(),
                    lamp.mark(),
                    asked.t(lamp.words()),
                    ranking.parts().reversed().stream()
                        .filter(one -> one.lamp() == lamp)
                        .map(one -> asked.t(one.name()))
                        .toList()))
        .filter(one -> !one.names.isEmpty())
        .toList();
  }

  /// The outline under which a district is drawn: its own, or that of what it became.
  private static Optional<String> drawn(String code, Outlines map, Shown shown) {
    Optional<String> now = Optional.of(code);
    for (int steps = 0; steps < shown.figures().districts().size() && now.isPresent(); steps++) {
      if (map.paths().containsKey(now.get())) {
        return now;
      }
      now =
          now.flatMap(one -> Optional.ofNullable(shown.figures().districts().get(one)))
              .flatMap(District::continuesAs);
    }
    return Optional.empty();
  }
}
