package yuheng.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
          Map.entry("account-scope", new Words("更改范围", "scope changed")),
          Map.entry("account-activate", new Words("企业开通账号", "account of a unit opened")),
          Map.entry("account-reset", new Words("寄出重设码", "code for a new password sent")),
          Map.entry("account-renew", new Words("凭码更换密码", "password set by a code")),
          Map.entry("activation-issue", new Words("寄发激活函", "letters issued")),
          Map.entry("activation-sent", new Words("激活函交寄", "letters handed over")),
          Map.entry("activation-code", new Words("激活码", "code")),
          Map.entry("activation-letter", new Words("激活函", "letter")),
          Map.entry("activation-batch", new Words("一批激活函", "batch of letters")),
          Map.entry("token", new Words("接口令牌", "token")),
          Map.entry("token-make", new Words("新接口令牌", "token made")),
          Map.entry("token-use", new Words("使用接口令牌", "token used")),
          Map.entry("token-revoke", new Words("撤销接口令牌", "token revoked")),
          Map.entry("account-rehash", new Words("加强密码保存", "password kept better")),
          Map.entry("figure", new Words("公布数", "figure")),
          Map.entry("import", new Words("导入", "import")),
          Map.entry("comment", new Words("意见", "comment")),
          Map.entry("task", new Words("任务", "task")));

  /// What acts are for that people look for.
  private static final List<String> CHOICES =
      List.of(
          "sign-in",
          "account-add",
          "account-role",
          "account-scope",
          "account-password",
          "account-close",
          "account-reopen",
          "account-activate",
          "account-reset",
          "account-renew",
          "activation-issue",
          "token-make",
          "token-use",
          "token-revoke",
          "import",
          "comment",
          "task");

  /// One of them, to choose.
  record Choice(String code, String name, boolean chosen) {}

  private static final Map<String, Words> FIELDS =
      Map.of(
          "display", new Words("姓名", "called"),
          "role", new Words("角色", "role"),
          "scope", new Words("数据范围", "scope"),
          "office", new Words("单位", "office"),
          "active", new Words("启用", "active"),
          "one-time", new Words("一次性密码", "one-time password"),
          "outcome", new Words("结果", "outcome"),
          "from", new Words("来自", "from"));

  /// Hashes of codes and tokens tell nobody anything.
  private static final Set<String> HIDDEN = Set.of("sha256", "code", "seal");

  private LogWords() {}

  /// What can be looked for; what was asked is always among it.
  static List<Choice> choices(String asked, Asked page) {
    var codes = new LinkedHashSet<>(CHOICES);
    if (!asked.isEmpty()) {
      codes.add(asked);
    }
    return codes.stream()
        .map(code -> new Choice(code, of(code, page), code.equals(asked)))
        .toList();
  }

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
              if (!said.kind().equals(Accounts.PASSWORD) && !HIDDEN.contains(field)) {
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
