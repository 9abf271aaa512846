package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Accounts;

/// Where one signs in, and where one goes from there.
@Controller
@NeedsJournal
class SignInPage {
  private final Shown shown;
  private final Html html;
  private final Accounts accounts;
  private final ObjectProvider<Demonstration> demonstration;

  /// Once there was an account, there always is one.
  private volatile boolean peopled;

  SignInPage(
      Shown shown, Html html, Accounts accounts, ObjectProvider<Demonstration> demonstration) {
    this.shown = shown;
    this.html = html;
    this.accounts = accounts;
    this.demonstration = demonstration;
  }

  /// What the template gets.
  ///
  /// @param fault why the last try did not succeed; empty for none
  /// @param next where to go afterwards
  /// @param nobody whether there is no account at all yet
  /// @param offered accounts that anybody may use, in a demonstration
  /// @param password of those
  record View(
      Frame frame,
      String fault,
      String next,
      boolean nobody,
      List<Offered> offered,
      String password) {}

  /// An account that anybody may use.
  ///
  /// @param sees whose rows it sees
  record Offered(String name, String role, String sees) {}

  @GetMapping("/sign-in")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    String next = next(request.getParameter("next"));
    Frame frame =
        Frame.of(
            shown,
            asked,
            asked.t("登录", "Sign in"),
            "/sign-in",
            next.equals("/") ? Map.of() : Map.of("next", next));
    Optional<Demonstration> offers = Optional.ofNullable(demonstration.getIfAvailable());
    return html.page(
        "signin",
        new View(
            frame,
            fault(request, asked),
            next,
            !peopled(),
            offers.map(one -> offered(one, asked)).orElse(List.of()),
            offers.map(Demonstration::password).orElse("")));
  }

  private List<Offered> offered(Demonstration offers, Asked asked) {
    return offers.accounts().stream()
        .flatMap(name -> accounts.find(name).stream())
        .filter(Account::active)
        .map(
            account ->
                new Offered(
                    account.name(),
                    asked.t(account.role().words()),
                    account.role().isOfAUnit()
                        ? account.display()
                        : asked.t(shown.scopes().of(account.scope()))))
        .toList();
  }

  private boolean peopled() {
    if (!peopled) {
      peopled = !accounts.isEmpty();
    }
    return peopled;
  }

  private static String fault(WebRequest request, Asked asked) {
    if (request.getParameter("failed") != null) {
      return asked.t("账号或密码不对，或账号已停用。", "Wrong name or password, or the account is closed.");
    }
    @Nullable String wait = request.getParameter("wait");
    if (wait != null && wait.matches("\\d{1,4}")) {
      return asked.t(
          "错误次数太多，请等 %s 秒后再试。".formatted(wait),
          "Too many wrong passwords. Wait %s seconds, then try again.".formatted(wait));
    }
    return "";
  }

  /// A place within this house; anything else is the first page.
  static String next(@Nullable String asked) {
    return asked != null && asked.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*") ? asked : "/";
  }

  /// After a sign-in.
  static void goOn(HttpServletRequest request, HttpServletResponse response, Account account)
      throws IOException {
    String own = "/account?lang=" + language(request);
    go(response, account.oneTime() ? own : next(request.getParameter("next")));
  }

  /// After a try that failed: the same page again, which says so.
  static void again(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
      throws IOException {
    String why =
        failed instanceof PasswordCheck.MustWait wait ? "wait=" + wait.seconds() : "failed=";
    String next = next(request.getParameter("next"));
    go(
        response,
        "/sign-in?%s&lang=%s&next=%s"
            .formatted(why, language(request), URLEncoder.encode(next, StandardCharsets.UTF_8)));
  }

  /// After signing out.
  static void leave(HttpServletRequest request, HttpServletResponse response) {
    go(response, "/?lang=" + language(request));
  }

  private static String language(HttpServletRequest request) {
    return "en".equals(request.getParameter("lang")) ? "en" : "zh";
  }

  private static void go(HttpServletResponse response, String address) {
    response.setHeader("Location", address);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
