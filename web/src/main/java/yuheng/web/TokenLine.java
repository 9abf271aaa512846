package yuheng.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yuheng.facts.Account;
import yuheng.facts.ApiToken;
import yuheng.facts.ScopeNames;

/// A token as its owner sees it listed.
///
/// @param good whether it can still be used, and so be revoked
record TokenLine(
    String id,
    String name,
    String rights,
    String scope,
    Moment made,
    Moment expires,
    Optional<Moment> lastUse,
    boolean good,
    String state) {

  static List<TokenLine> all(
      List<ApiToken> tokens, Account account, ScopeNames scopes, Instant now, Asked asked) {
    return tokens.stream().map(token -> of(token, account, scopes, now, asked)).toList();
  }

  private static TokenLine of(
      ApiToken token, Account account, ScopeNames scopes, Instant now, Asked asked) {
    boolean good = token.isGood(account, now);
    return new TokenLine(
        token.id(),
        token.name(),
        token.says() ? asked.t("读取和上报", "read and submit") : asked.t("只读", "read"),
        asked.t(scopes.of(token.scope())),
        Moment.of(token.made()),
        Moment.of(token.expires()),
        token.lastUse().map(Moment::of),
        good,
        good ? "" : state(token, now, asked));
  }

  private static String state(ApiToken token, Instant now, Asked asked) {
    if (token.revoked()) {
      return asked.t("已撤销", "revoked");
    }
    return now.isBefore(token.expires())
        ? asked.t("已失效：账号换过密码", "ended by a new password")
        : asked.t("已过期", "expired");
  }
}
