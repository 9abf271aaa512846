package yuheng.synth;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// One version of one synthetic report. The same object is used for the next report: who wants to
/// keep something of it copies it out.
public final class ReportRow {
  static final long NONE = Long.MIN_VALUE;

  final long[] now;
  final long[] prior;
  final Form form;
  int unit;
  String code = "";
  @Nullable Period period;
  int version;
  long heard;
  long accepted;
  Oddity oddity = Oddity.NONE;

  ReportRow(Form form) {
    this.form = form;
    this.now = new long[form.items().size()];
    this.prior = new long[form.items().size()];
  }

  /// What is wrong with a version on purpose.
  public enum Oddity {
    /// Nothing.
    NONE,
    /// It came after the due day.
    LATE,
    /// It is lower than the version that follows.
    LOW,
    /// Its money is a thousand or ten times too large.
    WRONG_UNIT,
    /// It puts an earlier version right.
    CORRECTION,
    /// Its figures of the year before are not those reported then.
    PRIOR_REVISED
  }

  /// The form.
  public Form form() {
    return form;
  }

  /// The unit's place among those of the register, from 0.
  public int unit() {
    return unit;
  }

  /// The unit's code.
  public String code() {
    return code;
  }

  /// What the report is of.
  public Period period() {
    if (period == null) {
      throw new IllegalStateException("This row has not been filled yet.");
    }
    return period;
  }

  /// From 1 within the report.
  public int version() {
    return version;
  }

  /// When it was handed in.
  public Instant heard() {
    return Instant.ofEpochSecond(heard);
  }

  /// When an office took it; empty where it was returned.
  public Optional<Instant> accepted() {
    return accepted == NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(accepted));
  }

  /// What is wrong with it on purpose.
  public Oddity oddity() {
    return oddity;
  }

  /// The cell of an item, by its place in the form, in the item's unit. Every cell is filled.
  public long now(int item) {
    return now[item];
  }

  /// Whether the figure of the year before is filled: the form asks it, and the unit was there.
  public boolean hasPrior(int item) {
    return prior[item] != NONE;
  }

  /// The figure of the year before.
  public long prior(int item) {
    if (prior[item] == NONE) {
      throw new IllegalStateException(
          "%s has no figure of the year before.".formatted(form.items().get(item).id()));
    }
    return prior[item];
  }
}
