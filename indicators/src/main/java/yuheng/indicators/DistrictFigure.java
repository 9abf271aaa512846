package yuheng.indicators;

import yuheng.facts.District;
import yuheng.facts.Figure;

/// A district's figure, and the district it belongs to now.
///
/// @param district as it was in the year of the figure
/// @param figure the vintage used
/// @param merged it was merged into another district since: listed, but drawn on no map and added
///   to no one else's ratio
public record DistrictFigure(District district, Figure figure, boolean merged) {}
