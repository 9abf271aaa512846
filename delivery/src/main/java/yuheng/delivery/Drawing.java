package yuheng.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Line;
import yuheng.terms.Language;

/// A chart laid out on a plane of [#WIDTH] by its height: bars, lines and labels, in points of the
/// page. Web pages take it as SVG; PDF pages draw the same marks.
///
/// @param height below the lowest mark
record Drawing(double height, List<Mark> marks) {
  /// Width of the type area of an official document, 156 mm.
  static final double WIDTH = 442;

  private static final double TOP = 16;
  private static final double PLOT = 150;
  private static final double LEFT = 52;
  private static final double RIGHT = 30;
  private static final double SIZE = 9;
  private static final int TICKS = 4;

  Drawing {
    marks = List.copyOf(marks);
  }

  /// How a mark looks; pages say in which colour.
  enum Look {
    /// A measured bar or line.
    FIRST,
    /// The next one.
    SECOND,
    /// What is asked.
    ASKED,
    /// Axis and grid.
    GRID
  }

  /// Something drawn. Doubles, because this is geometry and no figure.
  sealed interface Mark {
    /// A filled bar.
    record Bar(double x, double y, double width, double height, Look look) implements Mark {}

    /// A straight line.
    record Stroke(double x1, double y1, double x2, double y2, Look look) implements Mark {}

    /// A point.
    record Dot(double x, double y, Look look) implements Mark {}

    /// Words; `anchor` is -1 at their left, 0 in the middle, 1 at their right end.
    record Label(double x, double y, int anchor, String text) implements Mark {}
  }

  static Drawing of(Chart chart, Language language) {
    return new Drawer(chart, language).draw();
  }

  /// The chart as an SVG element with a title and a description.
  String svg(String title) {
    var text = new StringBuilder();
    text.append(
        "<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 %s %s\" aria-label=\"%s\">"
            .formatted(n(WIDTH), n(height), escaped(title)));
    for (Mark mark : marks) {
      text.append(svg(mark));
    }
    return text.append("</svg>").toString();
  }

  private static String svg(Mark mark) {
    return switch (mark) {
      case Mark.Bar bar ->
          "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
              .formatted(code(bar.look), n(bar.x), n(bar.y), n(bar.width), n(bar.height));
      case Mark.Stroke line ->
          "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
              .formatted(code(line.look), n(line.x1), n(line.y1), n(line.x2), n(line.y2));
      case Mark.Dot dot ->
          "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"2.4\"/>"
              .formatted(code(dot.look), n(dot.x), n(dot.y));
      case Mark.Label label ->
          "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
              .formatted(
                  n(label.x),
                  n(label.y),
                  label.anchor < 0 ? "start" : label.anchor > 0 ? "end" : "middle",
                  escaped(label.text));
    };
  }

  private static String code(Look look) {
    return look.name().toLowerCase(Locale.ROOT);
  }

  static String n(double number) {
    return BigDecimal.valueOf(Math.round(number * 10), 1).stripTrailingZeros().toPlainString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Lays a chart out.
  private static final class Drawer {
    private final Chart chart;
    private final Language language;
    private final List<Mark> marks = new ArrayList<>();
    private final double low;
    private final double high;

    Drawer(Chart chart, Language language) {
      this.chart = chart;
      this.language = language;
      double most = 0;
      double least = 0;
      for (Line line : chart.lines()) {
        for (Bulletin.Point point : line.points()) {
          double value = point.value().map(Double::parseDouble).orElse(0.0);
          most = Math.max(most, value);
          least = Math.min(least, value);
        }
      }
      double step = step((most - least) / TICKS);
      high = Math.ceil(most / step) * step;
      low = Math.floor(least / step) * step;
    }

    /// 1, 2, 2.5 or 5 times a power of ten.
    private static double step(double least) {
      if (least <= 0) {
        return 1;
      }
      double power = Math.pow(10, Math.floor(Math.log10(least)));
      for (double factor : new double[] {1, 2, 2.5, 5}) {
        if (factor * power >= least) {
          return factor * power;
        }
      }
      return 10 * power;
    }

    Drawing draw() {
      grid();
      double width = (WIDTH - LEFT - RIGHT) / chart.categories().size();
      for (int i = 0; i < chart.categories().size(); i++) {
        marks.add(
            new Mark.Label(
                LEFT + (i + 0.5) * width,
                TOP + PLOT + SIZE + 5,
                0,
                chart.categories().get(i).in(language)));
      }
      for (int i = 0; i < chart.lines().size(); i++) {
        Line line = chart.lines().get(i);
        Look look = line.dashed() ? Look.ASKED : measured(i);
        if (chart.kind() == Chart.Kind.BAR) {
          bars(line, width, look);
        } else {
          line(line, width, look);
        }
      }
      double below = TOP + PLOT + 2 * SIZE + 14;
      if (chart.lines().size() > 1) {
        legend(below);
        below += SIZE + 8;
      }
      return new Drawing(below, marks);
    }

    private Look measured(int place) {
      long before = chart.lines().subList(0, place).stream().filter(line -> !line.dashed()).count();
      return before == 0 ? Look.FIRST : Look.SECOND;
    }

    private double y(double value) {
      return TOP + PLOT - (value - low) / (high - low) * PLOT;
    }

    private void grid() {
      double step = step((high - low) / TICKS);
      for (double value = low; value <= high + step / 2; value += step) {
        marks.add(new Mark.Stroke(LEFT, y(value), WIDTH - RIGHT, y(value), Look.GRID));
        marks.add(new Mark.Label(LEFT - 5, y(value) + 3, 1, n(value)));
      }
      marks.add(new Mark.Label(LEFT - 5, 8, 1, chart.unit().in(language)));
    }

    private void bars(Line line, double width, Look look) {
      double thick = Math.min(34, width * 0.55);
      for (int i = 0; i < line.points().size(); i++) {
        Optional<String> value = line.points().get(i).value();
        if (value.isPresent()) {
          double number = Double.parseDouble(value.get());
          double middle = LEFT + (i + 0.5) * width;
          double top = Math.min(y(number), y(0));
          marks.add(new Mark.Bar(middle - thick / 2, top, thick, Math.abs(y(number) - y(0)), look));
          marks.add(
              new Mark.Label(
                  middle, number < 0 ? y(number) + SIZE + 2 : y(number) - 3, 0, value.get()));
        }
      }
    }

    private void line(Line line, double width, Look look) {
      double beforeX = Double.NaN;
      double beforeY = 0;
      for (int i = 0; i < line.points().size(); i++) {
        Optional<String> value = line.points().get(i).value();
        if (value.isEmpty()) {
          beforeX = Double.NaN; // a gap is a gap
          continue;
        }
        double x = LEFT + (i + 0.5) * width;
        double y = y(Double.parseDouble(value.get()));
        if (!Double.isNaN(beforeX)) {
          marks.add(new Mark.Stroke(beforeX, beforeY, x, y, look));
        }
        marks.add(new Mark.Dot(x, y, look));
        boolean end = i == line.points().size() - 1;
        if (!line.dashed() || end || i == 0) {
          marks.add(new Mark.Label(x, line.dashed() ? y - 6 : y + SIZE + 5, 0, value.get()));
        }
        beforeX = x;
        beforeY = y;
      }
    }

    private void legend(double y) {
      double x = LEFT;
      for (int i = 0; i < chart.lines().size(); i++) {
        Line line = chart.lines().get(i);
        Look look = line.dashed() ? Look.ASKED : measured(i);
        String name = line.name().in(language);
        marks.add(new Mark.Stroke(x, y - 3, x + 18, y - 3, look));
        marks.add(new Mark.Label(x + 22, y, -1, name));
        x += 40 + name.codePoints().mapToDouble(c -> c >= 0x2E80 ? SIZE : SIZE * 0.55).sum();
      }
    }
  }
}
