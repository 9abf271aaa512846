package yuheng.delivery;

import java.io.IOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Line;
import yuheng.terms.Language;

/// A chart of a Word document with the workbook it is drawn from, so that it can be edited there.
final class DocxChart {
  private static final int WIDTH_MILLIMETRES = 156;
  private static final int HEIGHT_MILLIMETRES = 60;
  private static final byte[] FIRST = {0x1F, 0x6F, 0x54};
  private static final byte[] SECOND = {0x7A, 0x5C, 0x1E};
  private static final byte[] ASKED = {0x55, 0x55, 0x55};

  private final XWPFDocument document;
  private final Chart chart;
  private final Language language;

  DocxChart(XWPFDocument document, Chart chart, Language language) {
    this.document = document;
    this.chart = chart;
    this.language = language;
  }

  void draw(XWPFRun place) throws IOException, InvalidFormatException {
    XWPFChart drawn =
        document.createChart(
            place,
            WIDTH_MILLIMETRES * Units.EMU_PER_CENTIMETER / 10,
            HEIGHT_MILLIMETRES * Units.EMU_PER_CENTIMETER / 10);
    drawn.setAutoTitleDeleted(true);
    drawn.displayBlanksAs(DisplayBlanks.GAP);
    XDDFCategoryAxis bottom = drawn.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = drawn.createValueAxis(AxisPosition.LEFT);
    left.setTitle(chart.unit().in(language));
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.getOrAddMajorGridProperties().setLineProperties(line(new byte[] {-56, -56, -56}, 0.5));
    XDDFChartData data =
        drawn.createData(
            chart.kind() == Chart.Kind.BAR ? ChartTypes.BAR : ChartTypes.LINE, bottom, left);
    data.setVaryColors(false);
    XDDFCategoryDataSource names = names(drawn);
    for (int i = 0; i < chart.lines().size(); i++) {
      series(drawn, data, names, i);
    }
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(BarDirection.COL);
      bars.setGapWidth(80);
      left.setCrossBetween(org.apache.poi.xddf.usermodel.chart.AxisCrossBetween.BETWEEN);
    }
    if (chart.lines().size() > 1) {
      drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    drawn.plot(data);
  }

  private XDDFCategoryDataSource names(XWPFChart drawn) {
    String[] names =
        chart.categories().stream().map(words -> words.in(language)).toArray(String[]::new);
    return XDDFDataSourcesFactory.fromArray(names, range(drawn, 0), 0);
  }

  private String range(XWPFChart drawn, int column) {
    return drawn.formatRange(new CellRangeAddress(1, chart.categories().size(), column, column));
  }

  private void series(
      XWPFChart drawn, XDDFChartData data, XDDFCategoryDataSource names, int place) {
    Line line = chart.lines().get(place);
    // Doubles only here: a chart's workbook has no other numbers.
    var values = new @Nullable Double[line.points().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = line.points().get(i).value().map(Double::valueOf).orElse(null);
    }
    XDDFNumericalDataSource<@Nullable Double> source =
        XDDFDataSourcesFactory.fromArray(values, range(drawn, place + 1), place + 1);
    XDDFChartData.Series series = data.addSeries(names, source);
    series.setTitle(
        line.name().in(language), drawn.setSheetTitle(line.name().in(language), place + 1));
    byte[] colour = line.dashed() ? ASKED : first(place) ? FIRST : SECOND;
    var look = new XDDFShapeProperties();
    switch (series) {
      case XDDFBarChartData.Series bar -> {
        look.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(colour)));
        bar.setShapeProperties(look);
        labels(bar.getCTBarSer().addNewDLbls());
      }
      case XDDFLineChartData.Series points -> {
        XDDFLineProperties stroke = line(colour, 2);
        if (line.dashed()) {
          stroke.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        }
        look.setLineProperties(stroke);
        points.setShapeProperties(look);
        points.setSmooth(false);
        points.setMarkerStyle(line.dashed() ? MarkerStyle.DIAMOND : MarkerStyle.CIRCLE);
        labels(points.getCTLineSer().addNewDLbls());
      }
      default -> throw new IllegalStateException("a chart of another kind: " + series);
    }
  }

  private boolean first(int place) {
    return chart.lines().subList(0, place).stream().allMatch(Line::dashed);
  }

  private static XDDFLineProperties line(byte[] colour, double points) {
    var line =
        new XDDFLineProperties(
            new XDDFSolidFillProperties(
                colour.length == 3 ? XDDFColor.from(colour) : XDDFColor.from(PresetColor.BLACK)));
    line.setWidth(points);
    return line;
  }

  private static void labels(CTDLbls labels) {
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }
}
