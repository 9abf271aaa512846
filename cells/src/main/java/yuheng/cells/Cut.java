package yuheng.cells;

import java.util.List;

/// Along which dimensions a total is parted (切分): none for the whole, `industry` for the
/// industries, `industry` and `district` for every pair of both.
///
/// @param dimensions ids of dimensions of the image, none twice
public record Cut(List<String> dimensions) {
  public Cut {
    dimensions = List.copyOf(dimensions);
    if (dimensions.stream().distinct().count() < dimensions.size()) {
      throw new IllegalArgumentException("A cut names a dimension twice: " + dimensions);
    }
  }

  /// A cut along these dimensions.
  public static Cut by(String... dimensions) {
    return new Cut(List.of(dimensions));
  }
}
