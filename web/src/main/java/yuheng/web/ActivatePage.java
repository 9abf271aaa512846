package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.Activation;
import yuheng.facts.Addressees;
import yuheng.terms.Words;

/// Where the code of a letter becomes an account that speaks for a unit, or its new password. First
/// the code alone, then what it asks for.
@Controller
@NeedsJournal
class ActivatePage {
  private final Shown shown;
  private final Html html;
  private final Activation activation;
  private final Lockout lockout;
  private final ObjectProvider<Addressees> units;

  ActivatePage(
      Shown shown,
      Html html,
      Activation activation,
      Lockout lockout,
      ObjectProvider<Addressees> units) {
    this.shown = shown;
    this.html = html;
    this.activation = activation;
    this.lockout = lockout;
    this.units = units;
  }

  /// What the template gets.
  ///
  /// @param code as typed, once it was found good; empty while it is asked for
  /// @param unit that the code speaks for
  /// @param account whose password it sets anew; empty when it opens one
  /// @param done name of the account that was opened or renewed; empty before
  record View(
      Frame frame,
      String fault,
      String code,
      String unit,
      String role,
      String account,
      String name,
      String display,
      String done) {}

  @GetMapping("/activate")
  ResponseEntity<String> ask(WebRequest request) {
    return page(request, "", HttpStatus.OK);
  }

  @PostMapping("/activate")
  ResponseEntity<String> activate(WebRequest asked, HttpServletRequest request) {
    String code = text(asked, "code").strip();
    if (!Activation.isWhole(code)) {
      return page(asked, mistyped(asked), HttpStatus.BAD_REQUEST);
    }
    String from = request.getRemoteAddr();
    String tries = "code from " + from; // no name of an account has a blank
    Duration wait = lockout.enter(tries, from);
    if (!wait.isZero()) {
      return page(asked, mustWait(asked, wait), HttpStatus.TOO_MANY_REQUESTS);
    }
    Optional<Activation.Use> use = activation.find(code);
    if (use.isEmpty()) {
      lockout.wrong(tries, from);
      return page(asked, none(asked), HttpStatus.BAD_REQUEST);
    }
    lockout.right(tries);
    return asked.getParameter("new") == null
        ? form(asked, code, use.get(), "", HttpStatus.OK)
        : open(asked, code, use.get());
  }

  private ResponseEntity<String> open(WebRequest request, String code, Activation.Use use) {
    Asked asked = Asked.plain(request, shown.asked());
    String name = use.account().orElse(text(request, "name").strip());
    String chosen = text(request, "new");
    if (!chosen.equals(text(request, "again"))) {
      String differ = asked.t("两次输入的密码不同。", "The two passwords differ.");
      return form(request, code, use, differ, HttpStatus.BAD_REQUEST);
    }
    Optional<Words> refusal = Passwords.refusal(chosen, name.isEmpty() ? "?" : name);
    if (refusal.isPresent()) {
      return form(request, code, use, asked.t(refusal.get()), HttpStatus.BAD_REQUEST);
    }
    try {
      String hash = Passwords.hash(chosen);
      String display = text(request, "display").strip();
      Account account =
          use.account().isPresent()
              ? activation.renew(code, hash)
              : activation.activate(code, name, display.isEmpty() ? name : display, hash);
      return view(request, "", "", use, account.name(), HttpStatus.CREATED);
    } catch (Accounts.Refused refused) {
      return form(request, code, use, asked.t(refused.words()), HttpStatus.BAD_REQUEST);
    }
  }

  private String mistyped(WebRequest request) {
    return Asked.plain(request, shown.asked())
        .t("激活码抄错了：请对照信函逐字核对。", "The code is mistyped: compare it with the letter, sign by sign.");
  }

  private String none(WebRequest request) {
    return Asked.plain(request, shown.asked())
        .t(
            "该码无效、已使用、已过期，或已被新码取代。请核对信函，或请管理员重新寄发。",
            "The code is none, was used, is too old, or a newer one took its place. Compare it with"
                + " the letter, or have another sent.");
  }

  private String mustWait(WebRequest request, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Asked.plain(request, shown.asked())
        .t(
            "错误次数太多，请等 %d 秒后再试。".formatted(seconds),
            "Too many wrong codes. Wait %d seconds, then try again.".formatted(seconds));
  }

  private static String text(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private ResponseEntity<String> page(WebRequest request, String fault, HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    return html.page("activate", new View(frame(asked), fault, "", "", "", "", "", "", ""), status);
  }

  private ResponseEntity<String> form(
      WebRequest request, String code, Activation.Use use, String fault, HttpStatus status) {
    return view(request, code, fault, use, "", status);
  }

  private ResponseEntity<String> view(
      WebRequest request,
      String code,
      String fault,
      Activation.Use use,
      String done,
      HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    Words unit =
        Optional.ofNullable(units.getIfAvailable())
            .flatMap(known -> known.find(use.unit()))
            .map(Addressees.Addressee::name)
            .orElseGet(() -> new Words("单位 " + use.unit(), "unit " + use.unit()));
    return html.page(
        "activate",
        new View(
            frame(asked),
            fault,
            code,
            asked.t(unit),
            asked.t(use.role().words()),
            use.account().orElse(""),
            text(request, "name"),
            text(request, "display"),
            done),
        status);
  }

  private Frame frame(Asked asked) {
    return Frame.of(shown, asked, asked.t("开通企业账号", "Open an account of a unit"), "/activate");
  }
}
