package yuheng.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.Activation;
import yuheng.facts.Addressees;
import yuheng.facts.Listing;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.terms.Words;

/// The accounts, for those who keep them: a list, and a page for each.
@Controller
@NeedsJournal
class AccountsPage {
  private static final int ON_A_PAGE = 100;

  private static final List<Words> HEAD =
      List.of(
          new Words("账号名", "name"),
          new Words("姓名", "called"),
          new Words("角色", "role"),
          new Words("开设于", "since"),
          new Words("说明", "note"));

  private final Shown shown;
  private final Html html;
  private final Who who;
  private final Accounts accounts;
  private final Activation activation;
  private final ObjectProvider<Addressees> units;

  AccountsPage(
      Shown shown,
      Html html,
      Who who,
      Accounts accounts,
      Activation activation,
      ObjectProvider<Addressees> units) {
    this.shown = shown;
    this.html = html;
    this.who = who;
    this.accounts = accounts;
    this.activation = activation;
    this.units = units;
  }

  /// What the list's template gets.
  ///
  /// @param words that the list is narrowed by
  /// @param found how many fit them
  /// @param pages the pages before and after this one
  /// @param keeps whether who looks keeps the accounts
  /// @param letters address of the letters to units
  /// @param typed what was typed for a new account that could not be added
  record ListView(
      Frame frame,
      List<Line> lines,
      int all,
      int found,
      String words,
      List<Frame.Place> pages,
      Exports.Links links,
      List<AccountChoices.Option> roles,
      List<AccountChoices.Option> scopes,
      boolean keeps,
      String letters,
      List<AccountChoices.Option> offices,
      Typed typed) {}

  /// An account in the list.
  record Line(
      String name,
      String display,
      String role,
      String scope,
      String office,
      Moment since,
      String state,
      String href) {}

  /// A new account as it was typed.
  record Typed(
      String name,
      String display,
      String role,
      String scope,
      String digits,
      String office,
      String fault) {}

  /// What the template of one account gets.
  ///
  /// @param ofAUnit whether it speaks for a unit, and so is not the administrator's to change
  /// @param keeps whether who looks keeps the accounts
  /// @param asked whether a code was just sent
  /// @param canReset whether a code can be sent
  /// @param digits of the industry or park that it sees
  /// @param password a one-time password just made, shown this once; empty for none
  record OneView(
      Frame frame,
      Line line,
      boolean active,
      boolean ofAUnit,
      boolean keeps,
      boolean canReset,
      boolean asked,
      List<AccountChoices.Option> roles,
      List<AccountChoices.Option> scopes,
      String digits,
      List<AccountChoices.Option> offices,
      List<SignInLine> signIns,
      List<LogPage.Line> changes,
      String password,
      String fault) {}

  @GetMapping("/accounts")
  ResponseEntity<String> list(WebRequest request) {
    return list(request, new Typed("", "", Role.ANALYST.code(), "none", "", "", ""), HttpStatus.OK);
  }

  @PostMapping("/accounts")
  ResponseEntity<String> add(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    String name = text(request, "name").strip();
    String display = text(request, "display").strip();
    String role = text(request, "role");
    Optional<String> office = office(request);
    String password = Passwords.generate();
    try {
      Account added =
          accounts.add(
              who.need().name(),
              name,
              display.isEmpty() ? name : display,
              Role.find(role).orElse(Role.READER),
              scope(request),
              office,
              Passwords.hash(password),
              true);
      return one(request, added.name(), password, "", HttpStatus.CREATED);
    } catch (Accounts.Refused refused) {
      return list(
          request,
          new Typed(
              name,
              display,
              role,
              text(request, "scope"),
              text(request, "digits"),
              office.orElse(""),
              asked.t(refused.words())),
          HttpStatus.BAD_REQUEST);
    }
  }

  @GetMapping("/accounts/{name}")
  ResponseEntity<String> one(@PathVariable String name, WebRequest request) {
    return one(request, name, "", "", HttpStatus.OK);
  }

  @PostMapping("/accounts/{name}/role")
  ResponseEntity<String> role(@PathVariable String name, WebRequest request) {
    Role role = Role.find(text(request, "role")).orElseThrow(NoSuchElementException::new);
    return change(
        name, request, () -> accounts.role(who.need().name(), name, role, scope(request)));
  }

  /// Has a code sent to the unit of an account, with which it sets a new password itself.
  @PostMapping("/accounts/{name}/reset")
  ResponseEntity<String> reset(@PathVariable String name, WebRequest request) {
    return change(
        name, request, "&sent=1", () -> activation.reset(who.access().orElseThrow(), name));
  }

  private Scope scope(WebRequest request) {
    String written = AccountChoices.written(text(request, "scope"), text(request, "digits"));
    return shown.scopes().read(written);
  }

  @PostMapping("/accounts/{name}/office")
  ResponseEntity<String> office(@PathVariable String name, WebRequest request) {
    Optional<String> office = office(request);
    return change(name, request, () -> accounts.office(who.need().name(), name, office));
  }

  /// The office chosen; empty for none.
  private Optional<String> office(WebRequest request) {
    String code = text(request, "office");
    if (!code.isEmpty() && !shown.plan().offices().containsKey(code)) {
      throw new NoSuchElementException(code);
    }
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  @PostMapping("/accounts/{name}/close")
  ResponseEntity<String> close(@PathVariable String name, WebRequest request) {
    return change(name, request, () -> accounts.deactivate(who.need().name(), name));
  }

  @PostMapping("/accounts/{name}/password")
  ResponseEntity<String> password(@PathVariable String name, WebRequest request) {
    String password = Passwords.generate();
    return handOver(
        name,
        request,
        password,
        () -> accounts.password(who.need().name(), name, Passwords.hash(password), true));
  }

  @PostMapping("/accounts/{name}/reopen")
  ResponseEntity<String> reopen(@PathVariable String name, WebRequest request) {
    String password = Passwords.generate();
    return handOver(
        name,
        request,
        password,
        () -> accounts.reopen(who.need().name(), name, Passwords.hash(password)));
  }

  private ResponseEntity<String> change(String name, WebRequest request, Runnable change) {
    return change(name, request, "", change);
  }

  private ResponseEntity<String> change(
      String name, WebRequest request, String more, Runnable change) {
    try {
      change.run();
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header("Location", Asked.plain(request, shown.asked()).href("/accounts/" + name) + more)
          .build();
    } catch (Accounts.Refused refused) {
      return refused(request, name, refused);
    }
  }

  /// Shows a new password in the answer itself, so that it is kept nowhere.
  private ResponseEntity<String> handOver(
      String name, WebRequest request, String password, Runnable change) {
    try {
      change.run();
      return one(request, name, password, "", HttpStatus.OK);
    } catch (Accounts.Refused refused) {
      return refused(request, name, refused);
    }
  }

  private ResponseEntity<String> refused(
      WebRequest request, String name, Accounts.Refused refused) {
    String why = Asked.plain(request, shown.asked()).t(refused.words());
    return one(request, name, "", why, HttpStatus.BAD_REQUEST);
  }

  private static String text(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private ResponseEntity<String> list(WebRequest request, Typed typed, HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    String words = text(request, "q").strip();
    List<Account> all = accounts.all();
    List<Account> found = all.stream().filter(account -> fits(account, words, asked)).toList();
    int from =
        Math.max(0, Math.min(AccountChoices.number(text(request, "from")), found.size() - 1));
    Map<String, String> more = words.isEmpty() ? Map.of() : Map.of("q", words);
    return html.page(
        "accounts",
        new ListView(
            Frame.of(shown, asked, asked.t("账号", "Accounts"), "/accounts", more),
            found.stream().skip(from).limit(ON_A_PAGE).map(one -> line(one, asked)).toList(),
            all.size(),
            found.size(),
            words,
            pages(from, found.size(), more, asked),
            Exports.Links.of(asked, "/accounts", more),
            choices().roles(typed.role(), asked),
            choices().scopes(typed.scope(), asked),
            asked.visitor().is(Roles.ADMINISTRATORS),
            units.getIfAvailable() == null ? "" : asked.href("/activations"),
            choices().offices(typed.office(), asked),
            typed),
        status);
  }

  @GetMapping("/accounts" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    String words = text(request, "q").strip();
    var rows = new ArrayList<List<String>>();
    for (Account account : accounts.all()) {
      if (fits(account, words, asked)) {
        Line line = line(account, asked);
        rows.add(
            List.of(line.name(), line.display(), line.role(), line.since().exact(), line.state()));
      }
    }
    return Exports.of(
        form,
        new Listing(
            asked.t("账号", "accounts"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-accounts".formatted(shown.plan().id()));
  }

  private boolean fits(Account account, String words, Asked asked) {
    return String.join(
            " ",
            account.name(),
            account.display(),
            asked.t(account.role().words()),
            asked.t(shown.scopes().of(account.scope())),
            officeOf(account, asked))
        .toLowerCase(Locale.ROOT)
        .contains(words.toLowerCase(Locale.ROOT));
  }

  private static List<Frame.Place> pages(
      int from, int found, Map<String, String> more, Asked asked) {
    var pages = new ArrayList<Frame.Place>();
    if (from > 0) {
      pages.add(page(asked.t("← 前一页", "← Before"), from - ON_A_PAGE, more, asked));
    }
    if (from + ON_A_PAGE < found) {
      pages.add(page(asked.t("后一页 →", "After →"), from + ON_A_PAGE, more, asked));
    }
    return pages;
  }

  private static Frame.Place page(String name, int from, Map<String, String> more, Asked asked) {
    var parameters = new LinkedHashMap<>(more);
    parameters.put("from", Integer.toString(Math.max(0, from)));
    return new Frame.Place(name, asked.href("/accounts", parameters), false);
  }

  private AccountChoices choices() {
    return new AccountChoices(shown.plan(), shown.figures().districts());
  }

  private String officeOf(Account account, Asked asked) {
    return account.office().map(code -> asked.t(shown.office(code))).orElse("");
  }

  private Line line(Account account, Asked asked) {
    String state =
        !account.active()
            ? asked.t("已停用", "closed")
            : account.oneTime() ? asked.t("待改密码", "password to be changed") : "";
    return new Line(
        account.name(),
        account.display(),
        asked.t(account.role().words()),
        asked.t(shown.scopes().of(account.scope())),
        officeOf(account, asked),
        Moment.of(account.since()),
        state,
        asked.href("/accounts/" + account.name()));
  }

  private ResponseEntity<String> one(
      WebRequest request, String name, String password, String fault, HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    Account account = accounts.find(name).orElseThrow(NoSuchElementException::new);
    return html.page(
        "accountof",
        new OneView(
            Frame.of(shown, asked, account.display(), "/accounts/" + name),
            line(account, asked),
            account.active(),
            account.role().isOfAUnit(),
            asked.visitor().is(Roles.ADMINISTRATORS),
            units.getIfAvailable() != null,
            request.getParameter("sent") != null,
            choices().roles(account.role().code(), asked),
            choices().scopes(AccountChoices.kind(account.scope()), asked),
            AccountChoices.digits(account.scope()),
            choices().offices(account.office().orElse(""), asked),
            SignInLine.last(accounts, name, asked),
            accounts.changes(name).stream().map(act -> LogPage.line(act, asked)).toList(),
            password,
            fault),
        status);
  }
}
