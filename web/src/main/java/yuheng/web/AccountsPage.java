package yuheng.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.Listing;
import yuheng.facts.Role;
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

  AccountsPage(Shown shown, Html html, Who who, Accounts accounts) {
    this.shown = shown;
    this.html = html;
    this.who = who;
    this.accounts = accounts;
  }

  /// What the list's template gets.
  ///
  /// @param words that the list is narrowed by
  /// @param found how many fit them
  /// @param pages the pages before and after this one
  /// @param typed what was typed for a new account that could not be added
  record ListView(
      Frame frame,
      List<Line> lines,
      int all,
      int found,
      String words,
      List<Frame.Place> pages,
      Exports.Links links,
      List<Option> roles,
      List<Option> offices,
      Typed typed) {}

  /// An account in the list.
  record Line(
      String name,
      String display,
      String role,
      String office,
      Moment since,
      String state,
      String href) {}

  /// A role or an office to choose.
  record Option(String code, String name, boolean chosen) {}

  /// A new account as it was typed.
  record Typed(String name, String display, String role, String office, String fault) {}

  /// What the template of one account gets.
  ///
  /// @param password a one-time password just made, shown this once; empty for none
  record OneView(
      Frame frame,
      Line line,
      boolean active,
      List<Option> roles,
      List<Option> offices,
      List<SignInLine> signIns,
      List<LogPage.Line> changes,
      String password,
      String fault) {}

  @GetMapping("/accounts")
  ResponseEntity<String> list(WebRequest request) {
    return list(request, new Typed("", "", Role.ANALYST.code(), "", ""), HttpStatus.OK);
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
              office,
              Passwords.hash(password),
              true);
      return one(request, added.name(), password, "", HttpStatus.CREATED);
    } catch (Accounts.Refused refused) {
      return list(
          request,
          new Typed(name, display, role, office.orElse(""), asked.t(refused.words())),
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
    return change(name, request, () -> accounts.role(who.need().name(), name, role));
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
    try {
      change.run();
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header("Location", Asked.plain(request, shown.asked()).href("/accounts/" + name))
          .build();
    } catch (Accounts.Refused refused) {
      Asked asked = Asked.plain(request, shown.asked());
      return one(request, name, "", asked.t(refused.words()), HttpStatus.BAD_REQUEST);
    }
  }

  /// Shows a new password in the answer itself, so that it is kept nowhere.
  private ResponseEntity<String> handOver(
      String name, WebRequest request, String password, Runnable change) {
    try {
      change.run();
      return one(request, name, password, "", HttpStatus.OK);
    } catch (Accounts.Refused refused) {
      Asked asked = Asked.plain(request, shown.asked());
      return one(request, name, "", asked.t(refused.words()), HttpStatus.BAD_REQUEST);
    }
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
    int from = Math.max(0, Math.min(number(text(request, "from")), found.size() - 1));
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
            roles(typed.role(), asked),
            offices(typed.office(), asked),
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

  private static int number(String text) {
    return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }

  private boolean fits(Account account, String words, Asked asked) {
    return (account.name()
            + " "
            + account.display()
            + " "
            + asked.t(account.role().words())
            + " "
            + officeOf(account, asked))
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

  private static List<Option> roles(String chosen, Asked asked) {
    return Stream.of(Role.values())
        .map(role -> new Option(role.code(), asked.t(role.words()), role.code().equals(chosen)))
        .toList();
  }

  private List<Option> offices(String chosen, Asked asked) {
    return shown.plan().offices().entrySet().stream()
        .map(one -> new Option(one.getKey(), asked.t(one.getValue()), one.getKey().equals(chosen)))
        .toList();
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
            roles(account.role().code(), asked),
            offices(account.office().orElse(""), asked),
            SignInLine.last(accounts, name, asked),
            accounts.changes(name).stream().map(act -> LogPage.line(act, asked)).toList(),
            password,
            fault),
        status);
  }
}
