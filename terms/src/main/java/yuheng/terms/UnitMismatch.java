package yuheng.terms;

/// Two units were brought together that do not measure the same thing. The message names both.
public final class UnitMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnitMismatch(String message) {
    super(message);
  }
}
