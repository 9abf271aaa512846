package yuheng.facts;

import yuheng.terms.Span;
import yuheng.terms.Words;

/// What can be wrong with a file or its headings, before any figure is read.
final class FileFaults {
  private static final Words WHOLE =
      new Words("数据要么整批收下，要么一个不收", "figures are taken whole or not at all");
  private static final Words INERT =
      new Words("收进来的只是数据，任何程序都不执行", "what comes in is figures; nothing in a file is carried out");

  private FileFaults() {}

  static Fault unreadable(String name, Words what) {
    return new Fault(
        "FA101",
        what,
        Span.at(name, 1, 1),
        WHOLE,
        new Words(
            "另存为 .xlsx 或 UTF-8 的 CSV 后再试", "save it as .xlsx, or as CSV in UTF-8, and try again"));
  }

  static Fault tooLarge(String name, String size) {
    return new Fault(
        "FA102",
        new Words(
            "“%s” 太大：%s".formatted(name, size), "«%s» is too large: %s".formatted(name, size)),
        Span.at(name, 1, 1),
        new Words(
            "文件不超过 20 MB，解压后不超过 200 MB，不超过 20 万行",
            "a file has at most 20 MB, 200 MB unpacked, and 200 000 rows"),
        new Words("分成几个文件", "divide it into several files"));
  }

  static Fault locked(String name) {
    return new Fault(
        "FA103",
        new Words(
            "“%s” 有密码保护，或是旧版 .xls 工作簿".formatted(name),
            "«%s» is protected by a password, or a workbook of the old kind (.xls)"
                .formatted(name)),
        Span.at(name, 1, 1),
        new Words("只读得懂未加密的 .xlsx", "only .xlsx without a password can be read"),
        new Words("去掉密码，另存为 .xlsx", "remove the password and save it as .xlsx"));
  }

  static Fault macros(String name, String part) {
    return new Fault(
        "FA104",
        new Words(
            "“%s” 里有宏或嵌入对象（%s）".formatted(name, Fault.shown(part)),
            "«%s» holds macros or embedded objects (%s)".formatted(name, Fault.shown(part))),
        Span.at(name, 1, 1),
        INERT,
        new Words("另存为不含宏的 .xlsx", "save it as .xlsx without macros"));
  }

  static Fault declaration(String name, String part) {
    return new Fault(
        "FA105",
        new Words(
            "“%s” 的部件 %s 含有 XML 声明（DOCTYPE）或非 UTF-8 编码".formatted(name, Fault.shown(part)),
            "part %s of «%s» declares a document type, or is not UTF-8"
                .formatted(Fault.shown(part), name)),
        Span.at(name, 1, 1),
        new Words(
            "电子表格软件从不写这种声明，它只用来读别的文件",
            "no spreadsheet program writes such a declaration; it serves to read other files"),
        new Words("用电子表格软件打开后另存", "open it with a spreadsheet program and save it anew"));
  }

  static Fault noHeadings(Span place) {
    return new Fault(
        "FA106",
        new Words("找不到标题行", "no row of headings is found"),
        place,
        new Words("各列凭标题辨认", "columns are known by their headings"),
        new Words(
            "加一行标题：数列、范围、所属期、数值、单位、同比增速、发布日期、发布机构、来源、备注",
            "add a row of headings: series, scope, period, value, unit, growth, heard, authority,"
                + " source, note"));
  }

  static Fault headingMissing(Heading heading, Span place) {
    return new Fault(
        "FA107",
        new Words(
            "缺少“%s”列".formatted(heading.words().zh()),
            "there is no column `%s`".formatted(heading.words().en())),
        place,
        new Words(
            "公布数须说明数列、所属期、数值、单位和来源", "a figure says its series, period, value, unit and source"),
        new Words(
            "加上标题为“%s”的一列".formatted(heading.words().zh()),
            "add a column with the heading `%s`".formatted(heading.words().en())));
  }

  static Fault unknownHeading(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA108",
        new Words("不认识标题“%s”".formatted(text), "the heading «%s» is not known".formatted(text)),
        cell.place(),
        new Words("不认识的列不会悄悄略过", "a column that is not understood is not passed over in silence"),
        new Words("改用模板里的标题，或删去这一列", "use a heading of the template, or take the column out"));
  }

  static Fault beyondHeadings(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA108",
        new Words("“%s” 上方没有标题".formatted(text), "no heading stands over «%s»".formatted(text)),
        cell.place(),
        new Words("不认识的列不会悄悄略过", "a column that is not understood is not passed over in silence"),
        new Words("给这一列加标题，或清空它", "give the column a heading, or empty it"));
  }

  static Fault headingTwice(Cell cell, Cell before) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA109",
        new Words(
            "“%s” 列在 %s 已有".formatted(text, before.place().address()),
            "the column «%s» already stands at %s".formatted(text, before.place().address())),
        cell.place(),
        new Words("每项只在一列说", "each thing is said in one column"),
        new Words("删去其中一列", "take one of the two out"));
  }
}
