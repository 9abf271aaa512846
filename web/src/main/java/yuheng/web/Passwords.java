package yuheng.web;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import yuheng.terms.Words;

/// How passwords are hashed, judged and made up: Argon2id (RFC 9106) with 16 MiB, two passes, one
/// lane, as Spring Security 5.8 and OWASP recommend.
public final class Passwords {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  /// Without what is mistaken for another: 0 O o, 1 l I.
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  private static final Argon2PasswordEncoder ARGON =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Each hash takes 16 MiB; a crowd at the door waits instead of filling the memory.
  private static final Semaphore AT_ONCE =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  private Passwords() {}

  /// The hash to keep; it names its own parameters.
  public static String hash(CharSequence password) {
    return inTurn(() -> Objects.requireNonNull(ARGON.encode(composed(password))));
  }

  /// A password that somebody else may hand over: 100 random bits, four groups of five.
  public static String generate() {
    var made = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        made.append('-');
      }
      made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return made.toString();
  }

  /// Why a password will not do for an account; empty if it will.
  public static Optional<Words> refusal(CharSequence password, String name) {
    String text = password.toString();
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(new Words("密码须有 10 至 200 个字符。", "A password has 10 to 200 characters."));
    }
    if (text.replaceAll("(?i)" + Pattern.quote(name), "").length() < SHORTEST / 2) {
      return Optional.of(new Words("密码不能就是账号名。", "A password is not the account's name."));
    }
    if (text.codePoints().distinct().count() < 4) {
      return Optional.of(
          new Words("密码里至少要有四个不同的字符。", "A password has at least four different characters."));
    }
    return Optional.empty();
  }

  /// Whether a password is the one that was hashed.
  public static boolean matches(CharSequence password, String hash) {
    return inTurn(() -> ARGON.matches(composed(password), hash));
  }

  /// One form of a text that keyboards compose differently; of what is longer than any password,
  /// only so much that it is still none.
  private static String composed(CharSequence password) {
    String text = password.subSequence(0, Math.min(password.length(), 3 * LONGEST)).toString();
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Whether a hash was made with weaker parameters than today's.
  static boolean isOld(String hash) {
    return ARGON.upgradeEncoding(hash);
  }

  private static <T> T inTurn(Supplier<T> step) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return step.get();
    } finally {
      AT_ONCE.release();
    }
  }
}
