package yuheng.cli;

/// What the user gave cannot be used; the message says what, why and how to mend it.
final class WrongInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongInput(String message) {
    super(message);
  }
}
