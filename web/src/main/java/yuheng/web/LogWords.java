package yuheng.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Accounts;
import yuheng.facts.Role;
import yuheng.facts.Said;
import yuheng.terms.Words;

/// How the log names what the journal says in codes. A code without words here is shown as it is.
final class LogWords {
  private static final Map<String, Words> WORDS =
      Map.ofEntries(
          Map.entry("account", new Words("账号", "account")),
          Map.entry("password", new Words("密码", "password")),
          Map.entry("sign-in", new Words("登录", "sign-in")),
          Map.entry("account-add", new Words("新增账号", "account added")),
          Map.entry("account-role", new Words("更改角色", "role changed")),
          Map.entry("account-office", new Words("更改单位", "office changed")),
          Map.entry("account-close", new Words("停用账号", "account closed")),
          Map.entry("account-reopen", new Words("重新启用账号", "account reopened")),
          Map.entry("account-password", new Words("更换密码", "password changed")),
          Map.entry("account-rehash", new Words("加强密码保存", "password kept better")),
          Map.entry("figure", new Words("公布数", "figure")),
          Map.entry("import", new Words("导入", "import")),
          Map.entry("comment", new Words("意见", "comment")),
          Map.entry("task", new Words("任务", "task")));

  private static final Map<String, Words> FIELDS =
      Map.of(
          "display", new Words("姓名", "called"),
          "role", new Words("角色", "role"),
          "office", new Words("单位", "office"),
          "active", new Words("启用", "active"),
          "one-time", new Words("一次性密码", "one-time password"),
          "outcome", new Words("结果", "outcome"),
          "from", new Words("来自", "from"));

  private LogWords() {}

  /// The words of a kind or of what an act was for.
  static String of(String code, Asked asked) {
    @Nullable Words words = WORDS.get(code);
    return words == null ? code : asked.t(words);
  }

  /// The fields of a thing said, in one line; nothing of a password.
  static String fields(Said said, Asked asked) {
    var line = new StringBuilder();
    said.fields()
        .forEach(
            (field, value) -> {
              if (!said.kind().equals(Accounts.PASSWORD)) {
                @Nullable Words words = FIELDS.get(field);
                line.append(line.isEmpty() ? "" : " · ")
                    .append(words == null ? field : asked.t(words))
                    .append(asked.t("：", ": "))
                    .append(value(field, value).map(asked::t).orElse(value));
              }
            });
    return line.toString();
  }

  private static Optional<Words> value(String field, String value) {
    return switch (field) {
      case "role" -> Role.find(value).map(Role::words);
      case "outcome" -> Optional.of(SignInLine.words(value));
      case "active", "one-time" ->
          Optional.of(value.equals("true") ? new Words("是", "yes") : new Words("否", "no"));
      default -> Optional.empty();
    };
  }
}
