package yuheng.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that stands where the story that is told has come to. One thread sets it, others read
/// it.
final class StoryClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  StoryClock(Instant start, ZoneId zone) {
    this.now = start;
    this.zone = zone;
  }

  void set(Instant moment) {
    now = moment;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new StoryClock(now, other);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
