package yuheng.reports;

import yuheng.facts.Cell;
import yuheng.facts.Fault;
import yuheng.plan.Form;
import yuheng.terms.Period;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// What can be wrong with a table of reports: `RP101` to `RP128`, but for [FileAsWhole].
final class TableFaults {
  private static final Words MADE =
      new Words("模板记着每张表是谁的、哪一期的", "a template knows whose report of which period each sheet is");
  private static final Words ANEW =
      new Words("下载新模板，把数抄过去", "take a new template and copy the figures");
  private static final Words WHOLE_NUMBERS =
      new Words("报表里的数都是整数，以表上的计量单位计", "figures of a form are whole numbers of the unit it states");

  private static final Words SILENCE =
      new Words("不认识的列不会悄悄略过", "a column that is not understood is not passed over in silence");

  private TableFaults() {}

  static Fault noHeads(Span place) {
    return new Fault(
        "RP101",
        new Words("找不到报表的标题行", "no headings of a form are found"),
        place,
        new Words("各列凭标题辨认", "columns are known by their headings"),
        new Words(
            "用模板；或写明 unit、period 和各指标代码",
            "use a template, or head the columns unit, period, item ids"));
  }

  static Fault noFacts(Span place) {
    return new Fault(
        "RP102",
        new Words("这张表没有写明是谁的哪一期报表", "this sheet does not say whose report of which period it is"),
        place,
        MADE,
        new Words(
            "不要改工作表名、不要删隐藏表；或下载新模板",
            "keep the sheet's name and the hidden sheet, or take a new template"));
  }

  static Fault plan(String other, Span place) {
    return new Fault(
        "RP103",
        new Words(
            "模板属于规划 %s".formatted(Fault.shown(other)),
            "the template is of the plan %s".formatted(Fault.shown(other))),
        place,
        MADE,
        ANEW);
  }

  static Fault form(String form, Span place) {
    return new Fault(
        "RP104",
        new Words(
            "没有报表 %s".formatted(Fault.shown(form)),
            "there is no form %s".formatted(Fault.shown(form))),
        place,
        new Words("报表在规划里写定", "forms are those of the plan"),
        ANEW);
  }

  static Fault period(Cell cell, Form form) {
    return new Fault(
        "RP105",
        new Words(
            "“%s” 不是%s的报告期".formatted(shown(cell), form.words().zh()),
            "«%s» is no period of %s".formatted(shown(cell), form.words().en())),
        cell.place(),
        form.yearToDate() && form.rhythm() == Form.Rhythm.MONTH
            ? new Words(
                "月报累计，1月不单报，2月报1—2月",
                "the form is year-to-date: January alone is not asked, February's is of both")
            : new Words("报告期由报表的频率定", "periods follow from how often the form is reported"),
        new Words("写成 2012-09、2012Q3、2012 这样", "write it like 2012-09, 2012Q3 or 2012"));
  }

  static Fault periodChanged(Cell cell, Period period) {
    return new Fault(
        "RP105",
        new Words(
            "表上写着 “%s”，模板却是 %s 的".formatted(shown(cell), period),
            "the sheet says «%s», but the template is of %s".formatted(shown(cell), period)),
        cell.place(),
        MADE,
        new Words("改期要下载那一期的模板", "for another period take its own template"));
  }

  static Fault unit(Cell cell) {
    return new Fault(
        "RP106",
        new Words(
            "名录里没有单位 “%s”".formatted(shown(cell)),
            "there is no unit «%s» on the register".formatted(shown(cell))),
        cell.place(),
        new Words(
            "只有名录里、看得见的单位才有报表", "who is not on the register, or not in your scope, has no report"),
        new Words("改正编号或代码", "correct the number or code"));
  }

  static Fault noUnit(Span place) {
    return new Fault(
        "RP106",
        new Words("没有写单位", "no unit is written"),
        place,
        new Words("每份报表是一个单位的", "a report is one unit's"),
        new Words("写上单位编号或单位代码", "write the unit's number or code"));
  }

  static Fault units(Cell cell, RegisterUnit by) {
    return new Fault(
        "RP107",
        new Words(
            "代码 “%s” 不是单位 %d 的".formatted(shown(cell), by.number()),
            "«%s» is no code of unit %d".formatted(shown(cell), by.number())),
        cell.place(),
        new Words("编号和代码要是同一个单位", "number and code name the same unit"),
        new Words("改正其中一个，或只留一个", "correct one of them, or leave only one"));
  }

  static Fault notAsked(Cell cell, Form form) {
    return new Fault(
        "RP108",
        new Words(
            "单位 “%s” 这一期不报%s".formatted(shown(cell), form.words().zh()),
            "unit «%s» is not asked for %s in this period"
                .formatted(shown(cell), form.words().en())),
        cell.place(),
        new Words("报表问的是当期在名录里的单位", "a form asks units of its register that stand in its period"),
        new Words("删去这一行", "take the row out"));
  }

  static Fault notYours(Cell cell) {
    return new Fault(
        "RP109",
        new Words(
            "您不能替单位 “%s” 报".formatted(shown(cell)),
            "you do not speak for unit «%s»".formatted(shown(cell))),
        cell.place(),
        new Words("企业的数只由企业自己报", "what a unit reports is said by the unit itself"),
        new Words(
            "附上该单位的钥匙，或作为建议送它确认",
            "bring the unit's own key, or send it as a proposal for the unit to confirm"));
  }

  static Fault heading(Cell cell) {
    return new Fault(
        "RP110",
        new Words(
            "不认识标题 “%s”".formatted(shown(cell)),
            "the heading «%s» is not known".formatted(shown(cell))),
        cell.place(),
        SILENCE,
        new Words("改用模板里的标题，或删去这一列", "use a heading of the template, or take the column out"));
  }

  static Fault beyond(Cell cell) {
    return new Fault(
        "RP110",
        new Words(
            "“%s” 上方没有标题".formatted(shown(cell)),
            "no heading stands over «%s»".formatted(shown(cell))),
        cell.place(),
        SILENCE,
        new Words("给这一列加标题，或清空它", "give the column a heading, or empty it"));
  }

  static Fault twice(Cell cell, Span before) {
    return new Fault(
        "RP111",
        new Words(
            "“%s” 在 %s 已有".formatted(shown(cell), before.address()),
            "«%s» already stands at %s".formatted(shown(cell), before.address())),
        cell.place(),
        new Words("每项只说一次", "each thing is said once"),
        new Words("删去其中一个", "take one of the two out"));
  }

  static Fault required(Form.Item item, Span place) {
    return new Fault(
        "RP112",
        new Words(
            "“%s” 必填而空缺".formatted(item.words().zh()),
            "%s is required and empty".formatted(item.words().en())),
        place,
        new Words("带 * 的指标不能空", "items with * are never left empty"),
        new Words("填上；确实没有就填 0", "fill it in; if there is none, write 0"));
  }

  static Fault number(Form.Item item, Cell cell) {
    return new Fault(
        "RP113",
        new Words(
            "“%s”：“%s” 不是数".formatted(item.words().zh(), shown(cell)),
            "%s: «%s» is not a number".formatted(item.words().en(), shown(cell))),
        cell.place(),
        WHOLE_NUMBERS,
        new Words("写数字；没有数就空着", "write digits; leave it empty when there is no figure"));
  }

  static Fault whole(Form.Item item, Cell cell) {
    return new Fault(
        "RP114",
        new Words(
            "“%s”：%s 不是整数".formatted(item.words().zh(), shown(cell)),
            "%s: %s is not whole".formatted(item.words().en(), shown(cell))),
        cell.place(),
        WHOLE_NUMBERS,
        new Words(
            "以%s计，四舍五入到整数".formatted(item.unit().symbol()),
            "round it to whole " + item.unit().english()));
  }

  static Fault negative(Form.Item item, Cell cell) {
    return new Fault(
        "RP115",
        new Words(
            "“%s”：%s 是负数".formatted(item.words().zh(), shown(cell)),
            "%s: %s is negative".formatted(item.words().en(), shown(cell))),
        cell.place(),
        new Words("这个指标不会是负的", "this item is never negative"),
        new Words("改正", "correct it"));
  }

  static Fault large(Form.Item item, Cell cell) {
    return new Fault(
        "RP116",
        new Words(
            "“%s”：%s 超过 15 位".formatted(item.words().zh(), shown(cell)),
            "%s: %s has more than 15 digits".formatted(item.words().en(), shown(cell))),
        cell.place(),
        WHOLE_NUMBERS,
        new Words(
            "看看单位是不是 " + item.unit().symbol(), "see whether it is in " + item.unit().symbol()));
  }

  static Fault otherUnit(Form.Item item, Cell cell) {
    return new Fault(
        "RP117",
        new Words(
            "“%s” 以%s计，“%s” 写的是别的".formatted(item.words().zh(), item.unit().symbol(), shown(cell)),
            "%s is in %s, and «%s» says another"
                .formatted(item.words().en(), item.unit().symbol(), shown(cell))),
        cell.place(),
        WHOLE_NUMBERS,
        new Words(
            "换算成%s，只写数字".formatted(item.unit().symbol()),
            "convert it to %s and write digits only".formatted(item.unit().symbol())));
  }

  static Fault formula(Cell cell) {
    return new Fault(
        "RP118",
        new Words(
            "公式 %s 没有结果".formatted(shown(cell)),
            "the formula %s has no result".formatted(shown(cell))),
        cell.place(),
        new Words("公式不在这里计算", "formulas are not computed here"),
        new Words("复制后选择性粘贴为数值", "copy the cell and paste it as a value"));
  }

  static Fault error(Cell cell) {
    return new Fault(
        "RP119",
        new Words(
            "单元格是错误值 %s".formatted(shown(cell)), "the cell is the error %s".formatted(shown(cell))),
        cell.place(),
        new Words("错误值不是数", "an error is not a figure"),
        new Words("改正表中的公式，或写上数", "mend the formula in the table, or write the figure"));
  }

  static Fault notPrior(Form.Item item, Cell cell) {
    return new Fault(
        "RP120",
        new Words(
            "“%s” 不问上年同期".formatted(item.words().zh()),
            "%s is not asked for the year before".formatted(item.words().en())),
        cell.place(),
        new Words("表上没有问的，不收", "what a form does not ask is not taken"),
        new Words("清空这一格", "empty the cell"));
  }

  static Fault line(Cell cell) {
    return new Fault(
        "RP121",
        new Words(
            "表里没有代码 “%s”".formatted(shown(cell)),
            "the form has no line «%s»".formatted(shown(cell))),
        cell.place(),
        new Words("各行凭代码辨认", "lines are known by their codes"),
        ANEW);
  }

  static Fault unitChanged(Form.Item item, Cell cell) {
    return new Fault(
        "RP122",
        new Words(
            "“%s” 的计量单位被改成 “%s”".formatted(item.words().zh(), shown(cell)),
            "the unit of %s was changed to «%s»".formatted(item.words().en(), shown(cell))),
        cell.place(),
        WHOLE_NUMBERS,
        new Words(
            "改回%s，并换算数字".formatted(item.unit().symbol()),
            "change it back to %s, and convert the figure".formatted(item.unit().symbol())));
  }

  static Fault hard(Form.Check check, Span place) {
    return new Fault(
        "RP123",
        check.says(),
        place,
        new Words(
            "审核 %s：%s".formatted(check.id(), check.test().written()),
            "check %s: %s".formatted(check.id(), check.test().written())),
        new Words("改正其中的数", "correct one of the figures"));
  }

  static Fault soft(Form.Check check, Span place) {
    return new Fault(
        "RP124",
        check.says(),
        place,
        new Words(
            "核实 %s：%s；不合须说明".formatted(check.id(), check.test().written()),
            "check %s: %s, or a reason why not".formatted(check.id(), check.test().written())),
        new Words("改正，或在说明栏写明原因", "correct it, or write the reason where it is asked"));
  }

  static Fault version(Cell cell) {
    return new Fault(
        "RP125",
        new Words(
            "“%s” 不是版本号".formatted(shown(cell)),
            "«%s» is no number of a version".formatted(shown(cell))),
        cell.place(),
        new Words(
            "更正要说明更正的是第几版，首报是 0",
            "a correction says which version it replaces; the first report says 0"),
        new Words("写整数，或空着", "write a whole number, or leave it empty"));
  }

  static Fault reason(Cell cell, int longest) {
    return new Fault(
        "RP127",
        new Words(
            "说明长过 %d 字，或含控制符".formatted(longest),
            "a reason of more than %d characters, or with control characters".formatted(longest)),
        cell.place(),
        new Words("说明给人看", "reasons are for people"),
        new Words("写短些", "shorten it"));
  }

  static Fault nothing(Span place) {
    return new Fault(
        "RP128",
        new Words("一个数也没有填", "no figure is filled in"),
        place,
        new Words("空表不是报表", "an empty form is no report"),
        new Words("填上数，或不要导入", "fill it in, or do not bring it"));
  }

  private static String shown(Cell cell) {
    return Fault.shown(cell.text());
  }
}
