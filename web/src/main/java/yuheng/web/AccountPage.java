package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Accounts;

/// One's own account: who one is here, one's sign-ins, one's password.
@Controller
@NeedsJournal
class AccountPage {
  private final Shown shown;
  private final Html html;
  private final Who who;
  private final Accounts accounts;
  private final PasswordCheck check;

  AccountPage(Shown shown, Html html, Who who, Accounts accounts, PasswordCheck check) {
    this.shown = shown;
    this.html = html;
    this.who = who;
    this.accounts = accounts;
    this.check = check;
  }

  /// What the template gets.
  ///
  /// @param fault why the password was not changed; empty for none
  /// @param changed whether it has just been
  record View(
      Frame frame,
      String name,
      String display,
      boolean oneTime,
      String role,
      String office,
      Moment since,
      List<SignInLine> signIns,
      String fault,
      boolean changed) {}

  @GetMapping("/account")
  ResponseEntity<String> show(WebRequest request) {
    return page(request, "", request.getParameter("changed") != null, HttpStatus.OK);
  }

  @PostMapping("/account/password")
  ResponseEntity<String> password(
      WebRequest asked, HttpServletRequest request, HttpServletResponse response) {
    Account account = who.need();
    String chosen = text(asked, "new");
    Optional<String> fault = fault(account, asked, chosen, request.getRemoteAddr());
    if (fault.isPresent()) {
      return page(asked, fault.get(), false, HttpStatus.BAD_REQUEST);
    }
    Account now = accounts.password(account.name(), account.name(), Passwords.hash(chosen), false);
    renew(now, request, response);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", Asked.plain(asked, shown.asked()).href("/account") + "&changed=1")
        .build();
  }

  private Optional<String> fault(Account account, WebRequest request, String chosen, String from) {
    Asked asked = Asked.plain(request, shown.asked());
    if (!chosen.equals(text(request, "again"))) {
      return Optional.of(asked.t("两次输入的新密码不同。", "The two new passwords differ."));
    }
    if (chosen.equals(text(request, "current"))) {
      return Optional.of(asked.t("新密码与现在的相同。", "The new password is the one you have now."));
    }
    var refusal = Passwords.refusal(chosen, account.name());
    if (refusal.isPresent()) {
      return refusal.map(asked::t);
    }
    try {
      check.check(account.name(), text(request, "current"), from);
      return Optional.empty();
    } catch (PasswordCheck.MustWait wait) {
      return Optional.of(
          asked.t(
              "错误次数太多，请等 %d 秒后再试。".formatted(wait.seconds()),
              "Too many wrong passwords. Wait %d seconds, then try again."
                  .formatted(wait.seconds())));
    } catch (BadCredentialsException wrong) {
      return Optional.of(asked.t("现在的密码不对。", "The present password is wrong."));
    }
  }

  /// This session goes on under a new id with the new password; every other one is over.
  private static void renew(
      Account account, HttpServletRequest request, HttpServletResponse response) {
    request.changeSessionId();
    var context = new SecurityContextImpl(PasswordCheck.token(account));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  private static String text(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private ResponseEntity<String> page(
      WebRequest request, String fault, boolean changed, HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    Account account = who.need();
    return html.page(
        "account",
        new View(
            Frame.of(shown, asked, asked.t("我的账号", "My account"), "/account"),
            account.name(),
            account.display(),
            account.oneTime(),
            asked.t(account.role().words()),
            account.office().map(code -> asked.t(shown.office(code))).orElse(""),
            Moment.of(account.since()),
            SignInLine.last(accounts, account.name(), asked),
            fault,
            changed),
        status);
  }
}
