package yuheng.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import yuheng.reports.RegisterChange.Add;
import yuheng.reports.RegisterChange.Change;
import yuheng.reports.RegisterChange.Close;
import yuheng.reports.RegisterChange.Merge;
import yuheng.reports.RegisterChange.Recode;
import yuheng.reports.RegisterChange.Split;
import yuheng.terms.Period;

/// What the bodies of entries hold.
final class Bodies {
  private Bodies() {}

  static byte[] of(RegisterChange change) {
    var to = new Packed();
    long day = change.from().toEpochDay();
    return switch (change) {
      case Add(var register, var code, var attributes, _) ->
          to.add(0).add(day).add(register).add(code).add(attributes).bytes();
      case Change(_, var attributes, _) -> to.add(1).add(day).add(attributes).bytes();
      case Recode(_, var code, _) -> to.add(2).add(day).add(code).bytes();
      case Merge(_, long into, _) -> to.add(3).add(day).add(into).bytes();
      case Split(_, var into, _) -> {
        to.add(4).add(day).add(into.size());
        into.forEach(to::add);
        yield to.bytes();
      }
      case Close(_, var why, _) -> to.add(5).add(day).add(why).bytes();
    };
  }

  static RegisterEntry registerEntry(Entry entry) {
    var from = new Packed.Reader(entry.body());
    long unit = entry.unit();
    int what = from.small();
    LocalDate day = LocalDate.ofEpochDay(from.number());
    RegisterChange change =
        switch (what) {
          case 0 -> new Add(from.text(), from.text(), from.map(), day);
          case 1 -> new Change(unit, from.map(), day);
          case 2 -> new Recode(unit, from.text(), day);
          case 3 -> new Merge(unit, from.number(), day);
          case 4 -> {
            var into = new ArrayList<Long>();
            int parts = from.small();
            for (int i = 0; i < parts; i++) {
              into.add(from.number());
            }
            yield new Split(unit, into, day);
          }
          case 5 -> new Close(unit, from.text(), day);
          default -> throw new Packed.Torn();
        };
    return new RegisterEntry(
        entry.number(), unit, change, entry.by(), Instant.ofEpochMilli(entry.at()), hex(entry));
  }

  static byte[] of(List<String> items) {
    var to = new Packed().add(items.size());
    items.forEach(to::add);
    return to.bytes();
  }

  static List<String> items(Entry layout) {
    var from = new Packed.Reader(layout.body());
    int size = from.small();
    var items = new ArrayList<String>();
    for (int i = 0; i < size; i++) {
      items.add(from.text());
    }
    return items;
  }

  /// @param reset see [yuheng.facts.Access#resetSince]
  static byte[] of(Submission submission, long layout, int number, long reset, boolean afterReset) {
    var to = new Packed().add(layout).add(number).add(reset).add(afterReset ? 1 : 0);
    submission.cells().pack(to);
    return to.add(submission.reasons()).bytes();
  }

  /// The number of a version within its report.
  static int number(Entry version) {
    var from = new Packed.Reader(version.body());
    from.number();
    return (int) from.number();
  }

  /// The reset after which an account said a version.
  static long reset(Entry version) {
    var from = new Packed.Reader(version.body());
    from.number();
    from.number();
    return from.number();
  }

  static Version version(Entry entry, Optional<Entry> decision, Layouts layouts) {
    var from = new Packed.Reader(entry.body());
    Layouts.Places places = layouts.places(from.number());
    int number = (int) from.number();
    from.number();
    boolean afterReset = from.number() != 0;
    CellRow cells = CellRow.unpack(from, places.of(), places.items());
    return new Version(
        entry.number(),
        key(entry),
        number,
        cells,
        from.map(),
        entry.by(),
        Instant.ofEpochMilli(entry.at()),
        afterReset,
        decision.map(Bodies::decision),
        hex(entry));
  }

  static ReportKey key(Entry entry) {
    return new ReportKey(
        entry.unit(), entry.form(), Period.read(entry.period()).orElseThrow(Packed.Torn::new));
  }

  static byte[] of(boolean accepted, String reason) {
    return new Packed().add(accepted ? 1 : 0).add(reason).bytes();
  }

  static Version.Decision decision(Entry entry) {
    var from = new Packed.Reader(entry.body());
    boolean accepted = from.number() != 0;
    return new Version.Decision(
        entry.number(),
        accepted,
        from.text(),
        entry.by(),
        Instant.ofEpochMilli(entry.at()),
        hex(entry));
  }

  static Note note(Entry entry) {
    return new Note(
        entry.number(),
        entry.about(),
        new Packed.Reader(entry.body()).text(),
        entry.by(),
        Instant.ofEpochMilli(entry.at()),
        hex(entry));
  }

  static String hex(Entry entry) {
    return HexFormat.of().formatHex(entry.hash());
  }
}
