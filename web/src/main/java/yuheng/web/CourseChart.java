package yuheng.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import yuheng.indicators.Course;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.plan.Target;

/// What the chart of a target draws: a pure function from the course to data for the browser.
///
/// Points stand at the last day of their period. Stand-ins are never joined with actual values.
final class CourseChart {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CourseChart() {}

  static String json(Course course, Standing standing, Asked asked) {
    Target target = standing.target();
    var data = new LinkedHashMap<String, Object>();
    data.put("unit", unit(target, asked));
    data.put("actual", course.actual().stream().map(one -> point(one, asked)).toList());
    data.put("near", course.near().stream().map(one -> point(one, asked)).toList());
    var required = new ArrayList<List<Object>>();
    for (Course.Step step : course.required()) {
      required.add(List.of(day(step.day()), step.value().amount()));
    }
    data.put("required", required);
    data.put("breaks", course.breaks().stream().map(LocalDate::toString).toList());
    data.put(
        "words",
        Map.of(
            "actual", asked.t("实际", "actual"),
            "near", asked.t("近似口径", "stand-in"),
            "required", asked.t("要求", "required"),
            "target", asked.t("目标", "target"),
            "break", asked.t("口径调整", "definition changed")));
    return JSON.writeValueAsString(data).replace("</", "<\\/");
  }

  private static String unit(Target target, Asked asked) {
    var unit = target.indicator().unit();
    return asked.t(
        unit.symbol(),
        unit.symbol().equals("%") ? "%" : unit.symbol() + " (" + unit.english() + ")");
  }

  private static List<Object> point(Reckoning one, Asked asked) {
    return List.of(day(one.period().end()), one.value().amount(), asked.t(one.period().words()));
  }

  private static String day(LocalDate end) {
    return end.minusDays(1).toString();
  }
}
