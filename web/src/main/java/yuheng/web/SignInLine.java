package yuheng.web;

import java.util.List;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.terms.Words;

/// A sign-in as pages list it.
///
/// @param code of its outcome: in, failed, locked, out
record SignInLine(Moment at, String code, String outcome, String from) {
  private static final int SHOWN = 20;

  /// The last ones of an account, newest first.
  static List<SignInLine> last(Accounts accounts, String name, Asked asked) {
    return accounts.signIns(name).stream().limit(SHOWN).map(act -> of(act, asked)).toList();
  }

  private static SignInLine of(Act act, Asked asked) {
    String code = act.said().getFirst().find("outcome").orElse("");
    return new SignInLine(
        Moment.of(act.at()),
        code,
        asked.t(words(code)),
        act.said().getFirst().find("from").orElse(""));
  }

  static Words words(String code) {
    return switch (code) {
      case "in" -> new Words("登录成功", "signed in");
      case "failed" -> new Words("密码错误", "wrong password");
      case "locked" -> new Words("密码错误，暂停登录", "wrong password, made to wait");
      case "out" -> new Words("退出", "signed out");
      default -> Words.same(code.isBlank() ? "?" : code);
    };
  }
}
