package yuheng.reports;

import yuheng.terms.Words;

/// How a workbook of reports is laid out; what writes it and what reads it agree on this.
///
/// A hidden sheet, first in the book, says in each line which sheet holds which report: name of the
/// sheet, form, unit, period, version that it replaces. A sheet of one report has a line for each
/// item; a sheet of many has a line for each report.
final class FormSheet {
  /// The hidden sheet.
  static final String FACTS = "yuheng";

  /// What stands in its first cell.
  static final String MARK = "yuheng-reports";

  /// The layout, for readers to come.
  static final String LAYOUT = "1";

  /// The first line of the hidden sheet that speaks of a sheet, from 0; above it stand the mark and
  /// the plan, and headings.
  static final int FIRST_FACT = 3;

  /// Columns of a sheet of one report, from 0.
  static final int ITEM = 0;

  static final int CODE = 1;
  static final int UNIT = 2;
  static final int NOW = 3;
  static final int PRIOR = 4;
  static final int BEFORE = 5;
  static final int COLUMNS = 6;

  /// Headings of a sheet of one report.
  static final Words CODE_HEAD = new Words("代码", "Code");

  static final Words NOW_HEAD = new Words("本期", "This period");
  static final Words PRIOR_HEAD = new Words("上年同期", "Year before");
  static final Words UNIT_HEAD = new Words("计量单位", "Unit");
  static final Words PERIOD_LABEL = new Words("报告期", "Period");

  /// What stands before the id of a check where its reason is written.
  static final String REASON = "reason.";

  /// The largest figure, so that a spreadsheet shows every digit.
  static final long LARGEST = 999_999_999_999_999L;

  private FormSheet() {}

  /// Both languages in one cell.
  static String both(Words words) {
    return words.zh().equals(words.en()) ? words.zh() : words.zh() + "\n" + words.en();
  }

  /// The Chinese half, or all, of a cell that [#both] wrote.
  static String first(String cell) {
    int end = cell.indexOf('\n');
    return (end < 0 ? cell : cell.substring(0, end)).strip();
  }
}
