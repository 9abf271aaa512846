package yuheng.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// District outlines of a GeoJSON file, projected for an SVG: plate carrée with the longitude
/// shrunk by the cosine of the middle latitude, good enough for one city.
///
/// @param width of the view box; its height follows
/// @param paths SVG path data by district code
/// @param centres middle of each outline's box
record Outlines(int width, int height, Map<String, String> paths, Map<String, int[]> centres) {
  private static final int WIDTH = 2000;
  private static final int MARGIN = 10;
  private static final int CROWD = 8;

  /// The outlines of a file; empty when there is none that can be read.
  static Optional<Outlines> read(Path file) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JsonMapper.builder().build().readTree(Files.readString(file));
      return Optional.of(new Projection(root.path("features")).outlines());
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  String box() {
    return "0 0 %d %d".formatted(width, height);
  }

  /// Where outlines stand closest: a square around the nine nearest to each other.
  Crowd crowded() {
    List<int[]> all = List.copyOf(centres.values());
    int[] middle = all.getFirst();
    double closest = Double.MAX_VALUE;
    for (int[] centre : all) {
      double sum =
          all.stream()
              .mapToDouble(other -> Math.hypot(other[0] - centre[0], other[1] - centre[1]))
              .sorted()
              .limit(CROWD)
              .sum();
      if (sum < closest) {
        closest = sum;
        middle = centre;
      }
    }
    int half = width / 12;
    return new Crowd(middle[0] - half, middle[1] - half, 2 * half);
  }

  /// Points for labels, moved down so that none of them covers another.
  ///
  /// @param wide width of a label, in the units of the map
  /// @param high its height
  static List<int[]> apart(List<int[]> points, int wide, int high) {
    var moved = new ArrayList<int[]>();
    for (int[] point : points) {
      moved.add(point.clone());
    }
    List<int[]> down = moved.stream().sorted(Comparator.comparingInt(one -> one[1])).toList();
    for (int i = 1; i < down.size(); i++) {
      int[] point = down.get(i);
      for (int[] above : down.subList(0, i)) {
        boolean covers =
            Math.abs(point[0] - above[0]) < wide && Math.abs(point[1] - above[1]) < high;
        if (covers) {
          point[1] = above[1] + high;
        }
      }
    }
    return moved;
  }

  /// A square of the map that is shown larger.
  record Crowd(int x, int y, int size) {
    /// Room that the name of a district takes in it.
    private static final int WIDE = 68;

    private static final int HIGH = 19;
    static final Crowd NONE = new Crowd(0, 0, 0);

    String box() {
      return "%d %d %d %d".formatted(x, y, size, size);
    }

    /// Where to write the names of the districts in it.
    List<int[]> labels(List<int[]> centres) {
      return apart(centres, WIDE, HIGH);
    }

    boolean holds(int pointX, int pointY) {
      return pointX > x && pointX < x + size && pointY > y && pointY < y + size;
    }
  }

  /// One pass to find the bounds, one to draw.
  private static final class Projection {
    private final JsonNode features;
    private double west = Double.MAX_VALUE;
    private double east = -Double.MAX_VALUE;
    private double south = Double.MAX_VALUE;
    private double north = -Double.MAX_VALUE;

    Projection(JsonNode features) {
      this.features = features;
      for (JsonNode feature : features) {
        for (List<double[]> ring : rings(feature.path("geometry"))) {
          for (double[] point : ring) {
            west = Math.min(west, point[0]);
            east = Math.max(east, point[0]);
            south = Math.min(south, point[1]);
            north = Math.max(north, point[1]);
          }
        }
      }
    }

    Outlines outlines() {
      double shrink = Math.cos(Math.toRadians((south + north) / 2));
      double scale = (WIDTH - 2.0 * MARGIN) / ((east - west) * shrink);
      var paths = new LinkedHashMap<String, String>();
      var centres = new LinkedHashMap<String, int[]>();
      for (JsonNode feature : features) {
        String code = feature.path("properties").path("code").asString("");
        var path = new StringBuilder();
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        for (List<double[]> ring : rings(feature.path("geometry"))) {
          draw(ring, shrink, scale, path, box);
        }
        paths.put(code, path.toString());
        centres.put(code, new int[] {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2});
      }
      int height = (int) Math.ceil((north - south) * scale) + 2 * MARGIN;
      return new Outlines(WIDTH, height, paths, centres);
    }

    private void draw(
        List<double[]> ring, double shrink, double scale, StringBuilder path, int[] box) {
      int lastX = -1;
      int lastY = -1;
      for (double[] point : ring) {
        int x = MARGIN + (int) Math.round((point[0] - west) * shrink * scale);
        int y = MARGIN + (int) Math.round((north - point[1]) * scale);
        if (x != lastX || y != lastY) {
          path.append(lastX < 0 ? 'M' : 'L').append(x).append(' ').append(y);
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
        lastX = x;
        lastY = y;
      }
      path.append('Z');
    }

    private static List<List<double[]>> rings(JsonNode geometry) {
      var rings = new ArrayList<List<double[]>>();
      JsonNode coordinates = geometry.path("coordinates");
      boolean many = geometry.path("type").asString("").equals("MultiPolygon");
      for (JsonNode polygon : many ? coordinates : List.of(coordinates)) {
        for (JsonNode ring : polygon) {
          var points = new ArrayList<double[]>();
          for (JsonNode point : ring) {
            points.add(new double[] {point.get(0).asDouble(), point.get(1).asDouble()});
          }
          rings.add(points);
        }
      }
      return rings;
    }
  }
}
