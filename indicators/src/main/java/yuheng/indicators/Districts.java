package yuheng.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import yuheng.facts.District;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.terms.Period;

/// Figures of districts, each under the code the district had then.
final class Districts {
  private final OfficialFigures figures;

  Districts(OfficialFigures figures) {
    this.figures = figures;
  }

  List<DistrictFigure> figures(String series, Period year, LocalDate knownOn) {
    var found = new ArrayList<DistrictFigure>();
    for (District district : figures.districts().values()) {
      figures.knownOn(series, district.code(), knownOn).stream()
          .filter(figure -> figure.about().equals(year))
          .max(Figure.PREFERENCE)
          .ifPresent(
              figure ->
                  found.add(
                      new DistrictFigure(district, figure, district.mergedInto().isPresent())));
    }
    return found;
  }
}
