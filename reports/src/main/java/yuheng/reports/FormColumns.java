package yuheng.reports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yuheng.plan.Form;
import yuheng.terms.Words;

/// The columns of a table that holds one report in each line (一行一户), and how their headings are
/// written: by id, or by their words.
///
/// Who and which period come first, then for each item its figure and the one of the year before,
/// then a reason for each soft check.
final class FormColumns {
  private final Form form;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Column> byHeading = new HashMap<>();

  /// One column.
  sealed interface Column {
    /// As machines write it.
    String id();

    /// As people read it.
    Words words();
  }

  /// What a line says before its figures.
  enum Key implements Column {
    /// Number of the unit in the registers.
    UNIT("单位编号", "unit number"),
    /// A code of the unit.
    CODE("单位代码", "unit code"),
    /// Its name; for people only.
    NAME("单位名称", "unit name"),
    /// The period.
    PERIOD("报告期", "reporting period"),
    /// Number of the version that is replaced, 0 or nothing for the first.
    VERSION("版本", "replaced version"),
    /// How an exported version stands; for people only.
    STATE("状态", "version state"),
    /// When an exported version was heard; for people only.
    HEARD("收到", "received at");

    private final Words words;

    Key(String zh, String en) {
      words = new Words(zh, en);
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Words words() {
      return words;
    }
  }

  /// A figure.
  ///
  /// @param place of the item in the form
  /// @param prior whether it is the one of the year before
  record Figure(Form.Item item, int place, boolean prior) implements Column {
    @Override
    public String id() {
      return item.id() + (prior ? ".prior" : "");
    }

    @Override
    public Words words() {
      return prior
          ? new Words(item.words().zh() + "·上年同期", item.words().en() + ", year before")
          : item.words();
    }
  }

  /// Why a soft check fails.
  record Reason(Form.Check check) implements Column {
    @Override
    public String id() {
      return "reason." + check.id();
    }

    @Override
    public Words words() {
      return new Words("说明：" + check.says().zh(), "Reason: " + check.says().en());
    }
  }

  FormColumns(Form form) {
    this.form = form;
    columns.addAll(List.of(Key.UNIT, Key.CODE, Key.NAME, Key.PERIOD, Key.VERSION));
    for (int place = 0; place < form.items().size(); place++) {
      Form.Item item = form.items().get(place);
      columns.add(new Figure(item, place, false));
      if (item.prior()) {
        columns.add(new Figure(item, place, true));
      }
    }
    form.checks().stream().filter(one -> !one.hard()).forEach(one -> columns.add(new Reason(one)));
    columns.forEach(this::know);
    know(Key.STATE);
    know(Key.HEARD);
  }

  private void know(Column column) {
    byHeading.put(plain(column.id()), column);
    byHeading.putIfAbsent(plain(column.words().zh()), column);
    byHeading.putIfAbsent(plain(column.words().en()), column);
  }

  Form form() {
    return form;
  }

  /// Those of a template, in order.
  List<Column> columns() {
    return List.copyOf(columns);
  }

  /// The column under a heading.
  Optional<Column> find(String heading) {
    return Optional.ofNullable(byHeading.get(plain(heading)));
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .replaceAll("[\\s*＊]", "")
        .toLowerCase(Locale.ROOT);
  }
}
