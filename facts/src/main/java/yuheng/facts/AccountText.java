package yuheng.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import yuheng.terms.Words;

/// What people may write as the name and the display of an account.
final class AccountText {
  private static final int LONGEST_DISPLAY = 60;

  private AccountText() {}

  /// The fields of a new account.
  ///
  /// @throws Accounts.Refused if name or display are none
  static Map<String, String> fields(String name, String display, Role role) {
    if (!Accounts.NAME.matcher(name).matches() || name.equals(Act.HOUSE)) {
      throw new Accounts.Refused(
          new Words(
              "账号名须以小写字母开头，由小写字母、数字和 . _ - 组成，2 至 32 个字符，且不能是 yuheng。",
              "A name begins with a small letter, has small letters, digits and . _ - only, 2 to 32"
                  + " of them, and is not yuheng."));
    }
    String called = display.strip();
    if (!isOneLine(called, LONGEST_DISPLAY)) {
      throw new Accounts.Refused(
          new Words("姓名须为一行文字，1 至 60 个字。", "Display is one line of 1 to 60 characters."));
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("display", called);
    fields.put("role", role.code());
    fields.put("active", "true");
    return fields;
  }

  /// Whether a text may be shown as one line: something to see, not too long, and no character that
  /// would let it pass for another.
  static boolean isOneLine(String text, int longest) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= longest
        && text.codePoints().noneMatch(AccountText::unseen);
  }

  /// Control and direction characters, which would let a display pass for another.
  private static boolean unseen(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
