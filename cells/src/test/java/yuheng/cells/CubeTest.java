package yuheng.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CubeTest {
  private static final int DRAWN = Boolean.getBoolean("yuheng.deep") ? 10_000 : 500;

  @Test
  void everyNumberOfEveryDrawnCityIsWhatItsDefinitionSays() {
    forAll(
        DRAWN,
        DrawnCity::draw,
        city -> {
          var plain = new PlainCube(city);
          for (int threads = 1; threads <= 2; threads++) {
            Cube cube = city.image().cube(DrawnCity.CUTS, city.measures(), threads);
            for (Cut cut : DrawnCity.CUTS) {
              for (List<Integer> group : DrawnCity.groups(cut)) {
                for (int month = 0; month < city.months(); month++) {
                  for (Measure measure : city.measures()) {
                    assertThat(cube.value(cut, group, month, measure))
                        .as("%s of %s %s in month %d", measure, cut, group, month)
                        .isEqualTo(plain.value(cut, group, month, measure));
                  }
                }
              }
            }
          }
        });
  }

  @Test
  void everyNumberIsWhatADatabaseFinds() throws SQLException {
    var cities = new ArrayList<DrawnCity>();
    forAll(DRAWN, DrawnCity::draw, cities::add);
    try (var database = new DatabaseCube(cities)) {
      for (int number = 0; number < cities.size(); number++) {
        DrawnCity city = cities.get(number);
        Cube cube = city.image().cube(DrawnCity.CUTS, city.measures(), 2);
        for (Cut cut : DrawnCity.CUTS) {
          for (List<Integer> group : DrawnCity.groups(cut)) {
            for (int month = 0; month < city.months(); month++) {
              for (Measure measure : city.measures()) {
                assertThat(cube.value(cut, group, month, measure))
                    .as("%s of %s %s in month %d of city %d", measure, cut, group, month, number)
                    .isEqualTo(database.value(city, number, cut, group, month, measure));
              }
            }
          }
        }
      }
    }
  }

  @Test
  void aUnitThatMovedBringsItsYearAlong() {
    // Two districts. The only unit says 5 in January in the first, 7 in February in the second.
    var image = new CellImage(List.of("output"), 12).dimension("district", 2);
    int unit = image.unit(0, 12, 0);
    image.move(unit, "district", 1, 1);
    image.put(unit, 0, 0, 5);
    image.put(unit, 1, 0, 7);
    var year = new Measure.YearToDate("output");
    Cube cube = image.cube(List.of(Cut.by("district")), List.of(year), 1);
    assertThat(cube.value(Cut.by("district"), List.of(0), 0, year)).contains(BigDecimal.valueOf(5));
    assertThat(cube.value(Cut.by("district"), List.of(0), 1, year)).isEmpty();
    assertThat(cube.value(Cut.by("district"), List.of(1), 1, year))
        .contains(BigDecimal.valueOf(12));
  }

  @Test
  void growthComparesOnlyWhoWasThereInBothYears() {
    // An old unit grows from 100 to 110; a new one brings 90, which is no growth.
    var image = new CellImage(List.of("output"), 24);
    int old = image.unit(0, 24);
    int entered = image.unit(12, 24);
    image.put(old, 0, 0, 100);
    image.put(old, 12, 0, 110);
    image.put(entered, 12, 0, 90);
    var growth = new Measure.Growth(new Measure.Month("output"), 1);
    Cube cube = image.cube(List.of(Cut.by()), List.of(growth), 1);
    assertThat(cube.value(Cut.by(), List.of(), 12, growth)).contains(new BigDecimal("10.0"));
  }

  @Test
  void aMissingCellIsNotZero() {
    var image = new CellImage(List.of("profit"), 12);
    int unit = image.unit(0, 12);
    image.put(unit, 3, 0, 0);
    var month = new Measure.Month("profit");
    Cube cube = image.cube(List.of(Cut.by()), List.of(month), 1);
    assertThat(cube.value(Cut.by(), List.of(), 3, month)).contains(BigDecimal.ZERO);
    assertThat(cube.value(Cut.by(), List.of(), 4, month)).isEmpty();
  }

  @Test
  void sumsBeyondAMachineWordAreExact() {
    var image = new CellImage(List.of("energy"), 1);
    for (int unit = 0; unit < 3; unit++) {
      image.put(image.unit(0, 1), 0, 0, Long.MAX_VALUE);
    }
    var month = new Measure.Month("energy");
    Cube cube = image.cube(List.of(Cut.by()), List.of(month), 1);
    assertThat(cube.value(Cut.by(), List.of(), 0, month))
        .contains(new BigDecimal("27670116110564327421"));
  }
}
