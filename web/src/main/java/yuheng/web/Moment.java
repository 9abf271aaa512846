package yuheng.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A moment as pages show it: by the clock of the place where the server stands.
///
/// @param exact for machines
/// @param shown for people, to the second
record Moment(String exact, String shown) {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static Moment of(Instant instant) {
    return new Moment(instant.toString(), FORMAT.format(instant.atZone(ZoneId.systemDefault())));
  }

  /// The zone of the clock.
  static String zone() {
    return ZoneId.systemDefault().getId();
  }
}
