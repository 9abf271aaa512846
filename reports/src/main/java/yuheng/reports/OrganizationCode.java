package yuheng.reports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Codes of organizations: nine characters (组织机构代码, GB 11714-1997) and eighteen (统一社会信用代码, GB
/// 32100-2015). The ninth to the seventeenth of the eighteen are the nine, so that both name the
/// same unit.
final class OrganizationCode {
  private static final Pattern NINE = Pattern.compile("[0-9A-Z]{8}[0-9X]");

  /// Without I, O, S, V and Z, which look like digits.
  private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] NINE_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int NINE_MODULUS = 11;
  private static final int CREDIT_MODULUS = 31;
  private static final int CREDIT_LENGTH = 18;
  private static final int NINE_FROM = 8;
  private static final int NINE_UNTIL = 17;

  private OrganizationCode() {}

  /// As codes are kept: capital letters, without the hyphen that the nine are printed with.
  static String plain(String code) {
    return code.strip().toUpperCase(Locale.ROOT).replace("-", "");
  }

  /// Whether a plain code is one of the two, with the right check digits.
  static boolean isSound(String code) {
    return isNine(code) || isCredit(code);
  }

  private static boolean isNine(String code) {
    return NINE.matcher(code).matches() && code.charAt(8) == nineCheck(code);
  }

  private static boolean isCredit(String code) {
    return code.length() == CREDIT_LENGTH
        && code.chars().allMatch(sign -> CREDIT_SIGNS.indexOf(sign) >= 0)
        && code.charAt(CREDIT_LENGTH - 1) == creditCheck(code)
        && isNine(code.substring(NINE_FROM, NINE_UNTIL));
  }

  /// The check digit of the first eight characters (GB 11714).
  static char nineCheck(String code) {
    int sum = 0;
    for (int i = 0; i < NINE_WEIGHTS.length; i++) {
      sum += NINE_WEIGHTS[i] * Character.digit(code.charAt(i), 36);
    }
    int check = NINE_MODULUS - sum % NINE_MODULUS;
    return check == 10 ? 'X' : check == NINE_MODULUS ? '0' : (char) ('0' + check);
  }

  /// The check character of the first seventeen (GB 32100): weights are the powers of 3 modulo 31.
  static char creditCheck(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < CREDIT_LENGTH - 1; i++) {
      sum += weight * CREDIT_SIGNS.indexOf(code.charAt(i));
      weight = weight * 3 % CREDIT_MODULUS;
    }
    return CREDIT_SIGNS.charAt((CREDIT_MODULUS - sum % CREDIT_MODULUS) % CREDIT_MODULUS);
  }

  /// The nine characters within a plain credit code.
  static Optional<String> within(String code) {
    return code.length() == CREDIT_LENGTH
        ? Optional.of(code.substring(NINE_FROM, NINE_UNTIL))
        : Optional.empty();
  }
}
