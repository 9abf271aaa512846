package yuheng.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiveCubeTest {
  private static final int DRAWN = Boolean.getBoolean("yuheng.deep") ? 10_000 : 500;

  @Test
  void whatIsSaidAnewGivesWhatSummingUpAgainGives() {
    forAll(
        DRAWN,
        (random, size) -> Map.entry(DrawnCity.draw(random, size), random.nextLong()),
        drawn -> {
          DrawnCity city = drawn.getKey();
          CellImage image = city.image();
          var live = new LiveCube(image, DrawnCity.CUTS, city.measures(), 1);
          var random = new SplittableRandom(drawn.getValue());
          for (int change = 0; change < 5; change++) {
            change(city, live, random);
            Cube again = image.cube(DrawnCity.CUTS, city.measures(), 1);
            for (Cut cut : DrawnCity.CUTS) {
              for (List<Integer> group : DrawnCity.groups(cut)) {
                for (int month = 0; month < city.months(); month++) {
                  for (Measure measure : city.measures()) {
                    assertThat(live.now().value(cut, group, month, measure))
                        .as("%s of %s %s in month %d", measure, cut, group, month)
                        .isEqualTo(again.value(cut, group, month, measure));
                  }
                }
              }
            }
          }
        });
  }

  private static void change(DrawnCity city, LiveCube live, SplittableRandom random) {
    int unit = random.nextInt(city.units().size());
    int month = random.nextInt(city.months());
    switch (random.nextInt(4)) {
      case 0 -> live.move(unit, "industry", month, random.nextInt(DrawnCity.INDUSTRIES));
      case 1 -> live.live(unit, month, random.nextInt(month, city.months() + 1));
      default -> {
        var cells = new HashMap<Integer, OptionalLong>();
        for (int item = 0; item < city.items().size(); item++) {
          if (random.nextBoolean()) {
            cells.put(
                item,
                random.nextInt(4) == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(random.nextLong(-1000, 100_000)));
          }
        }
        live.put(unit, month, cells);
      }
    }
  }

  @Test
  void aRevisionTouchesItsOwnGroupsOnly() {
    var image = new CellImage(List.of("output"), 24).dimension("district", 3);
    image.unit(0, 24, 0);
    int other = image.unit(0, 24, 2);
    var month = new Measure.Month("output");
    var live = new LiveCube(image, List.of(Cut.by("district")), List.of(month), 1);
    assertThat(live.put(other, 5, Map.of(0, OptionalLong.of(7))))
        .containsExactly(new LiveCube.Touched(Cut.by("district"), List.of(2), 5));
  }
}
