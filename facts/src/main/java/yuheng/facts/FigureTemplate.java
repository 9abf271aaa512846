package yuheng.facts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Figure.Authority;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.terms.Words;

/// An empty workbook to write figures into (录入模板): headings in both languages, the plan's series,
/// scopes and units to choose from, and one example that is not read.
public final class FigureTemplate {
  private static final String EXAMPLE = "示例，不读入 example, not read";
  private static final List<Heading> COLUMNS =
      Stream.of(Heading.values())
          .filter(one -> one != Heading.ENTERED && one != Heading.BASIS)
          .toList();
  private static final int ROWS = 2_000;
  private static final double WIDE = 34;
  private static final double NARROW = 16;

  private FigureTemplate() {}

  static boolean isExample(Map<Heading, Cell> row) {
    @Nullable Cell note = row.get(Heading.NOTE);
    return note != null && note.text().equals(EXAMPLE);
  }

  /// The workbook for a plan, as bytes of an .xlsx file.
  public static byte[] of(Plan plan, OfficialFigures figures) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Yuheng", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("公布数 figures");
      Worksheet lists = workbook.newWorksheet("可选 choices");
      lists.setVisibilityState(VisibilityState.HIDDEN);
      for (int column = 0; column < COLUMNS.size(); column++) {
        Heading heading = COLUMNS.get(column);
        sheet.value(0, column, heading.words().zh() + " " + heading.words().en());
        sheet.style(0, column).bold().set();
        sheet.width(
            column,
            switch (heading) {
              case SERIES, SOURCE, NOTE, REASON -> WIDE;
              default -> NARROW;
            });
        choose(sheet, lists, column, choices(heading, plan, figures));
      }
      example(sheet, plan);
      sheet.freezePane(0, 1);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static List<String> choices(Heading heading, Plan plan, OfficialFigures figures) {
    Stream<String> all =
        switch (heading) {
          case SERIES -> plan.series().values().stream().map(series -> series.name().zh());
          case SCOPE -> new PlanNames(plan, figures).scopes().values().stream().map(w -> w.zh());
          case UNIT -> plan.series().values().stream().map(series -> series.unit().toString());
          case AUTHORITY -> Stream.of(Authority.values()).map(one -> one.words().zh());
          case COVERAGE -> plan.coverages().values().stream().map(w -> w.zh());
          default -> Stream.empty();
        };
    return all.distinct().toList();
  }

  private static void choose(Worksheet sheet, Worksheet lists, int column, List<String> choices) {
    if (choices.isEmpty()) {
      return;
    }
    for (int row = 0; row < choices.size(); row++) {
      lists.value(row, column, choices.get(row));
    }
    sheet
        .range(1, column, ROWS, column)
        .validateWithList(lists.range(0, column, choices.size() - 1, column))
        .allowBlank(true)
        .showErrorMessage(false);
  }

  private static void example(Worksheet sheet, Plan plan) {
    Series series = plan.series().firstEntry().getValue();
    int year = plan.span().start().getYear();
    for (int column = 0; column < COLUMNS.size(); column++) {
      String text =
          switch (COLUMNS.get(column)) {
            case SERIES -> series.name().zh();
            case SCOPE -> plan.scopes().getOrDefault(Plan.WHOLE, Words.same(Plan.WHOLE)).zh();
            case PERIOD -> year + "年1-9月";
            case VALUE -> "1234.5";
            case UNIT -> series.unit().toString();
            case GROWTH -> "8.1";
            case COVERAGE -> plan.coverage(series.coverage()).zh();
            case HEARD -> year + "-10-20";
            case AUTHORITY -> Authority.STATISTICS.words().zh();
            case SOURCE -> "https://…";
            case NOTE -> EXAMPLE;
            case BASIS, REASON, ENTERED -> "";
          };
      sheet.value(1, column, text);
      sheet.style(1, column).italic().fontColor("808080").set();
    }
  }
}
