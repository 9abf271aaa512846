package yuheng.facts;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import yuheng.terms.Words;

/// What a column of a table of figures holds, and the headings people give it.
enum Heading {
  SERIES(new Words("数列", "series"), true, "指标", "指标名称", "序列", "indicator"),
  SCOPE(new Words("范围", "scope"), false, "地区", "区县", "行业", "对象", "区域"),
  PERIOD(new Words("所属期", "period"), true, "时期", "期间", "时间", "报告期"),
  VALUE(new Words("数值", "value"), true, "值", "数据", "公布数", "figure"),
  UNIT(new Words("单位", "unit"), true, "计量单位"),
  GROWTH(
      new Words("同比增速", "growth"), false, "增速", "同比", "增长", "同比增长", "增幅", "同比%", "增速%", "growth%"),
  COVERAGE(new Words("统计口径", "coverage"), false, "口径"),
  HEARD(
      new Words("发布日期", "heard"),
      false,
      "发布日",
      "听闻日",
      "公布日期",
      "公布日",
      "发布时间",
      "published",
      "heardon"),
  BASIS(new Words("日期依据", "heard_basis"), false, "发布日期依据"),
  AUTHORITY(new Words("发布机构", "authority"), false, "机构", "发布部门"),
  SOURCE(new Words("来源", "source"), true, "出处", "资料来源", "数据来源"),
  NOTE(new Words("备注", "note"), false, "注", "说明", "附注", "remark"),
  REASON(new Words("理由", "reason"), false, "核实说明", "核实理由"),
  /// A column of `data/official.csv`; the day is given by the house, so that nothing is read here.
  ENTERED(new Words("录入日", "entered"), false, "录入日期");

  private static final Pattern BETWEEN = Pattern.compile("[\\s/（）()*、]+");

  private final Words words;
  private final boolean needed;
  private final List<String> others;

  Heading(Words words, boolean needed, String... others) {
    this.words = words;
    this.needed = needed;
    this.others = List.of(others);
  }

  /// As a template writes it.
  Words words() {
    return words;
  }

  /// No figure without it.
  boolean needed() {
    return needed;
  }

  /// The column that a heading names, in Chinese, in English or in both: `数列 series`.
  static Optional<Heading> of(String written) {
    String plain = plain(written);
    for (Heading heading : values()) {
      if (heading.isCalled(plain)) {
        return Optional.of(heading);
      }
    }
    Set<Heading> parts = EnumSet.noneOf(Heading.class);
    for (String part : BETWEEN.split(written, -1)) {
      of(part, parts);
    }
    return parts.size() == 1 ? Optional.of(parts.iterator().next()) : Optional.empty();
  }

  private static void of(String part, Set<Heading> found) {
    for (Heading heading : values()) {
      if (!part.isBlank() && heading.isCalled(plain(part))) {
        found.add(heading);
      }
    }
  }

  private boolean isCalled(String plain) {
    return plain.equals(plain(words.zh()))
        || plain.equals(plain(words.en()))
        || others.contains(plain);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_*＊()（）]", "");
  }
}
