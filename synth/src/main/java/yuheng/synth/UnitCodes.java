package yuheng.synth;

/// Codes with sound check digits from ranges that no office gives out: organization codes that
/// begin `YH`, and unified credit codes around them.
final class UnitCodes {
  private static final String ORGANIZATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int ORGANIZATION_MODULUS = 11;
  private static final int CREDIT_FACTOR = 3;

  private UnitCodes() {}

  /// Nine characters (GB 11714-1997).
  static String organization(int number) {
    String body = "YH%06d".formatted(number);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += ORGANIZATION.indexOf(body.charAt(i)) * ORGANIZATION_WEIGHTS[i];
    }
    int check = ORGANIZATION_MODULUS - sum % ORGANIZATION_MODULUS;
    return body
        + (check == 10 ? "X" : check == ORGANIZATION_MODULUS ? "0" : Integer.toString(check));
  }

  /// Eighteen characters (GB 32100-2015): commerce, enterprise, district, organization code.
  static String credit(int number, String district) {
    String body = "91" + district.substring(0, 6) + organization(number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += CREDIT.indexOf(body.charAt(i)) * weight;
      weight = weight * CREDIT_FACTOR % CREDIT.length();
    }
    return body + CREDIT.charAt((CREDIT.length() - sum % CREDIT.length()) % CREDIT.length());
  }
}
