package yuheng.reports;

import java.util.Arrays;
import java.util.Optional;

/// One row of the book as it is kept; what it means is read from its body.
///
/// Bodies and hashes are bytes that nobody changes once they are in an entry.
final class Entry {
  /// The chain that nobody's unit has: what the house itself keeps.
  static final long HOUSE = 0;

  private final long number;
  private final long unit;
  private final Kind kind;
  private final String form;
  private final String period;
  private final long about;
  private final byte[] token;
  private final long at;
  private final String by;
  private final byte[] body;
  private final byte[] hash;

  /// What an entry is.
  enum Kind {
    /// A change of a register.
    REGISTER(0),
    /// Which items a form has; versions refer to it, so that they are read right for ever.
    LAYOUT(1),
    /// A version of a report.
    VERSION(2),
    /// What an office said of a version.
    DECISION(3),
    /// A note beside a version.
    NOTE(4);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /// As it is written in the file.
    int code() {
      return code;
    }

    static Kind of(int code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code == code)
          .findFirst()
          .orElseThrow(Packed.Torn::new);
    }
  }

  Entry(
      long number,
      long unit,
      Kind kind,
      String form,
      String period,
      long about,
      byte[] token,
      long at,
      String by,
      byte[] body,
      byte[] hash) {
    this.number = number;
    this.unit = unit;
    this.kind = kind;
    this.form = form;
    this.period = period;
    this.about = about;
    this.token = token;
    this.at = at;
    this.by = by;
    this.body = body;
    this.hash = hash;
  }

  /// An entry that is chained to what came before in its unit.
  static Entry chained(
      byte[] before,
      long number,
      long unit,
      Kind kind,
      String form,
      String period,
      long about,
      byte[] token,
      long at,
      String by,
      byte[] body) {
    byte[] open = {};
    var entry = new Entry(number, unit, kind, form, period, about, token, at, by, body, open);
    return new Entry(
        number, unit, kind, form, period, about, token, at, by, body, entry.hashAfter(before));
  }

  /// The hash that it must have.
  ///
  /// @param before the last hash of its unit's chain
  byte[] hashAfter(byte[] before) {
    return new Digest()
        .add(before)
        .add(number)
        .add(unit)
        .add(kind.code())
        .add(form)
        .add(period)
        .add(about)
        .add(token)
        .add(at)
        .add(by)
        .add(body)
        .end();
  }

  long number() {
    return number;
  }

  long unit() {
    return unit;
  }

  Kind kind() {
    return kind;
  }

  /// Empty for what is of no form.
  String form() {
    return form;
  }

  /// Empty for what is of no form.
  String period() {
    return period;
  }

  /// For a decision or a note, the entry of the version; 0 for others.
  long about() {
    return about;
  }

  /// What names a submission among its unit's; empty for others.
  byte[] token() {
    return token;
  }

  /// Milliseconds since 1970.
  long at() {
    return at;
  }

  String by() {
    return by;
  }

  byte[] body() {
    return body;
  }

  byte[] hash() {
    return hash;
  }

  /// What it is to people who look for it: `version 3 …`.
  String called() {
    String what =
        switch (kind) {
          case REGISTER -> "register change";
          case LAYOUT -> "items of form " + form;
          case VERSION -> "version";
          case DECISION -> "decision on entry " + about;
          case NOTE -> "note on entry " + about;
        };
    String report = kind == Kind.LAYOUT || form.isEmpty() ? "" : ", form " + form;
    return "entry %d (unit %d%s%s, %s)"
        .formatted(
            number,
            unit,
            report,
            Optional.of(period).filter(p -> !p.isEmpty()).map(p -> ", period " + p).orElse(""),
            what);
  }
}
