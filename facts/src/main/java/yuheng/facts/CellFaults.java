package yuheng.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// What can be wrong with the cells of one figure.
final class CellFaults {
  private CellFaults() {}

  static Fault empty(Heading heading, Span place) {
    return new Fault(
        "FA111",
        new Words(
            "“%s” 空缺".formatted(heading.words().zh()),
            "`%s` is empty".formatted(heading.words().en())),
        place,
        new Words(
            "公布数须说明数列、所属期、数值、单位和来源", "a figure says its series, period, value, unit and source"),
        new Words("填上，或删去这一行", "fill it in, or take the row out"));
  }

  static Fault series(Cell cell, List<Series> likest) {
    String text = Fault.shown(cell.text());
    String zh = likest.stream().map(one -> one.name().zh()).collect(Collectors.joining("、"));
    String en = likest.stream().map(Series::id).collect(Collectors.joining(", "));
    return new Fault(
        "FA112",
        new Words("没有数列“%s”".formatted(text), "there is no series «%s»".formatted(text)),
        cell.place(),
        new Words("公布数归于规划所列的数列（series.yaml）", "a figure belongs to a series of series.yaml"),
        likest.isEmpty()
            ? new Words("用模板里列出的数列名称", "use a name from the list in the template")
            : new Words("是不是：" + zh, "perhaps " + en));
  }

  static Fault scope(Cell cell, List<String> likest) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA113",
        new Words("没有范围“%s”".formatted(text), "there is no scope «%s»".formatted(text)),
        cell.place(),
        new Words(
            "公布数讲的是全体、某一支柱或某一区县",
            "a figure is about the whole, a scope or pillar of the plan, or a district"),
        likest.isEmpty()
            ? new Words("用规划或区县表里的名称、代码", "use a name or code of the plan or of its districts")
            : new Words("是不是：" + String.join("、", likest), "perhaps " + String.join(", ", likest)));
  }

  static Fault scopeTwice(Cell cell, List<String> codes) {
    String text = Fault.shown(cell.text());
    String all = String.join(", ", codes);
    return new Fault(
        "FA113",
        new Words("“%s” 不止一个：%s".formatted(text, all), "«%s» is several: %s".formatted(text, all)),
        cell.place(),
        new Words("公布数只讲一个对象", "a figure is about one thing"),
        new Words("改写代码", "write the code instead"));
  }

  static Fault period(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA114",
        new Words("“%s” 不是时期".formatted(text), "«%s» is not a period".formatted(text)),
        cell.place(),
        new Words("公布数讲的是整月", "a figure is about whole months"),
        new Words(
            "写成 2012年1-9月、2012-09、2012年上半年、2012 这样",
            "write it like 2012-01..2012-09, Jan–Sep 2012, 2012-09, 2012H1 or 2012"));
  }

  static Fault number(Heading heading, Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA115",
        new Words("“%s” 不是数".formatted(text), "«%s» is not a number".formatted(text)),
        cell.place(),
        heading == Heading.VALUE
            ? new Words("公布数照印出的写", "figures are written as printed")
            : new Words("增速以百分数写", "growth is a number of percent"),
        new Words(
            "写数字，如 9621.5；没有数就删去这一行",
            "write digits, like 9621.5; without a number take the row out"));
  }

  static Fault unit(String written, Span place) {
    String text = Fault.shown(written);
    return new Fault(
        "FA116",
        new Words("没有单位“%s”".formatted(text), "there is no unit «%s»".formatted(text)),
        place,
        new Words("每个数都是某种可数之物的数", "a number is a number of something known"),
        new Words("写成 亿元、%、万吨、元/人·年 这样", "write it like 亿元, %, 万吨, 元/人·年"));
  }

  static Fault unitTwice(Cell value, String behind, String unit) {
    return new Fault(
        "FA116",
        new Words(
            "数后写的是 %s，单位列写的是 %s".formatted(Fault.shown(behind), Fault.shown(unit)),
            "%s stands behind the number, %s in the column of units"
                .formatted(Fault.shown(behind), Fault.shown(unit))),
        value.place(),
        new Words("单位只说一次", "the unit is said once"),
        new Words("删去数后的单位", "take the unit behind the number out"));
  }

  static Fault dimension(Series series, String unit, Span place) {
    return new Fault(
        "FA117",
        new Words(
            "“%s” 以 %s 计，不以 %s 计".formatted(series.name().zh(), series.unit(), unit),
            "`%s` is counted in %s, not in %s".formatted(series.id(), series.unit(), unit)),
        place,
        new Words("同一数列量的是同一种东西", "all figures of a series measure the same thing"),
        new Words("改正单位，或归入另一数列", "correct the unit, or put the figure under another series"));
  }

  static Fault day(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA118",
        new Words("“%s” 不是日期".formatted(text), "«%s» is not a day".formatted(text)),
        cell.place(),
        new Words("公布总在某一天", "what was heard was heard on a day"),
        new Words(
            "写成 2012-10-20 或 2012年10月20日；只知道月份写 2012-10；不知道就空着",
            "write it like 2012-10-20, or 2012-10 when only the month is known; leave it empty when"
                + " nobody knows"));
  }

  static Fault closed(Heading heading, Cell cell, List<Words> choices) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA119",
        new Words(
            "“%s” 不是一种%s".formatted(text, heading.words().zh()),
            "«%s» is no %s".formatted(text, heading.words().en())),
        cell.place(),
        new Words("这一列只用几个词", "this column takes one of a few words"),
        new Words(
            "用：" + choices.stream().map(Words::zh).collect(Collectors.joining("、")),
            "use one of: " + choices.stream().map(Words::en).collect(Collectors.joining(", "))));
  }

  static Fault coverage(Series series, Words own, Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA120",
        new Words(
            "“%s” 的口径是“%s”，不是“%s”".formatted(series.name().zh(), own.zh(), text),
            "`%s` covers «%s», not «%s»".formatted(series.id(), own.en(), text)),
        cell.place(),
        new Words("口径不同的数不放在一个数列里", "figures of different coverage are different series"),
        new Words("改正口径，或归入另一数列", "correct the coverage, or put the figure under another series"));
  }

  static Fault forecast(LocalDate heard, Period about, Span place) {
    return new Fault(
        "FA121",
        new Words(
            "讲的是%s，却在%s公布，那时还没开始".formatted(about.words().zh(), heard),
            "about %s, but heard on %s, before that period began".formatted(about, heard)),
        place,
        new Words("事前说的是预测，不是公布数", "what is said before its time is a forecast, not a figure"),
        new Words("改正日期或所属期，或删去这一行", "correct the day or the period, or take the row out"));
  }

  static Fault future(LocalDate heard, LocalDate today, Span place) {
    return new Fault(
        "FA122",
        new Words(
            "发布日期 %s 在今天（%s）之后".formatted(heard, today),
            "heard on %s, which is after today (%s)".formatted(heard, today)),
        place,
        new Words("还没发布的不能收", "nobody has heard what is not yet published"),
        new Words("改正日期", "correct the day"));
  }

  static Fault formula(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA123",
        new Words("公式 %s 没有结果".formatted(text), "the formula %s has no result".formatted(text)),
        cell.place(),
        new Words("公式不在这里计算", "formulas are not computed here"),
        new Words("复制后选择性粘贴为数值", "copy the cell and paste it as a value"));
  }

  static Fault error(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA124",
        new Words("单元格是错误值 %s".formatted(text), "the cell is the error %s".formatted(text)),
        cell.place(),
        new Words("错误值不是数", "an error is not a figure"),
        new Words("改正表中的公式，或写上印出的数", "mend the formula in the table, or write what was printed"));
  }

  static Fault known(String where, Span place) {
    return new Fault(
        "FA125",
        new Words(
            "这个数已有（%s）".formatted(where), "this figure is already here (%s)".formatted(where)),
        place,
        new Words("同一来源的同一个数只说一次", "the same figure from the same source is said once"),
        new Words(
            "删去这一行；若是修订，写上修订后的数",
            "take the row out; if it is a revision, write the revised number"));
  }

  static Fault text(Heading heading, Cell cell, int longest) {
    return new Fault(
        "FA126",
        new Words(
            "“%s” 长过 %d 字，或含控制符".formatted(heading.words().zh(), longest),
            "`%s` is longer than %d characters, or has control characters in it"
                .formatted(heading.words().en(), longest)),
        cell.place(),
        new Words("来源和备注给人看，一眼能读完", "sources and notes are for people, to be read at a glance"),
        new Words("写短些", "shorten it"));
  }
}
