package yuheng.reports;

/// Undoes the transaction of reports that are kept whole or not at all.
final class NotWhole extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Whole.Stopped told;

  NotWhole(Whole.Stopped told) {
    super("report %d was not taken".formatted(told.place()));
    this.told = told;
  }

  Whole.Stopped told() {
    return told;
  }
}
