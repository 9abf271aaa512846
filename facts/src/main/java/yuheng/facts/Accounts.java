package yuheng.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Words;

/// The accounts of a journal (账号): added, changed and closed by acts, and read from them each time,
/// so that a change counts at once, whichever process made it.
///
/// Passwords come as hashes and are never shown by anything but [#hash].
public final class Accounts {
  /// Kind of what is said about an account.
  public static final String KIND = "account";

  /// Kind of what is said about signing in and out; the subject is the account, or [#NOBODY].
  public static final String SIGN_IN = "sign-in";

  /// Kind under which a hash is kept; what shows acts leaves its fields out.
  public static final String PASSWORD = "password";

  /// Subject of a failed sign-in under a name that no account has. The name itself is not kept, for
  /// people type passwords into the wrong field.
  public static final String NOBODY = "-";

  /// What a name must be.
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");

  /// What is kept where an account belongs to no office.
  private static final String NO_OFFICE = "-";

  private static final int LONGEST_DISPLAY = 60;

  private final Journal journal;

  public Accounts(Journal journal) {
    this.journal = journal;
  }

  /// How a try to sign in ended, or that somebody signed out.
  public enum SignIn {
    /// Signed in.
    IN,
    /// Wrong password, unknown name or closed account.
    FAILED,
    /// Too many failures; further tries wait.
    LOCKED,
    /// Signed out.
    OUT
  }

  /// An account as it is now.
  public Optional<Account> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    @Nullable Account account = null;
    for (Act act : journal.acts(KIND, name)) {
      for (Said said : act.said()) {
        account = after(account, act, said);
      }
    }
    return Optional.ofNullable(account);
  }

  /// Every account as it is now, closed ones too, by name.
  public List<Account> all() {
    var accounts = new TreeMap<String, Account>();
    for (Act act : journal.acts(KIND)) {
      for (Said said : act.said()) {
        accounts.put(said.subject(), after(accounts.get(said.subject()), act, said));
      }
    }
    return List.copyOf(accounts.values());
  }

  /// Whether no account was ever added.
  public boolean isEmpty() {
    return journal.acts(KIND).isEmpty();
  }

  private static Account after(@Nullable Account before, Act act, Said said) {
    boolean password = said.find("one-time").isPresent();
    return new Account(
        said.subject(),
        said.find("display").orElseGet(() -> before == null ? said.subject() : before.display()),
        said.find("role")
            .flatMap(Role::find)
            .orElseGet(() -> before == null ? Role.READER : before.role()),
        said.find("office")
            .map(office -> Optional.of(office).filter(one -> !one.equals(NO_OFFICE)))
            .orElseGet(() -> before == null ? Optional.empty() : before.office()),
        said.find("scope")
            .flatMap(Scope::read)
            .orElseGet(() -> before == null ? new Scope.None() : before.scope()),
        before == null ? act.at() : before.since(),
        said.find("active").map("true"::equals).orElse(before == null || before.active()),
        password ? said.text("one-time").equals("true") : before != null && before.oneTime(),
        password || before == null ? act.number() : before.passwordSince(),
        act.number());
  }

  /// What an account may do now, and whose rows it sees; empty when there is no such account, or it
  /// is closed.
  public Optional<Access> access(String name) {
    return find(name).filter(Account::active).map(Access::new);
  }

  /// The hash of an account's password.
  public Optional<String> hash(String name) {
    return journal.acts(PASSWORD, name).stream()
        .reduce((_, last) -> last)
        .map(act -> act.said().getLast().text("hash"));
  }

  /// Adds an account that belongs to no office.
  ///
  /// @throws Refused as the other
  public Account add(
      String by, String name, String display, Role role, String hash, boolean oneTime) {
    return add(by, name, display, role, Optional.empty(), hash, oneTime);
  }

  /// Adds an account.
  ///
  /// @param by who adds it: an account, or [Act#HOUSE]
  /// @param office code of an office of the plan; whoever asks holds it to be one
  /// @param oneTime whether the password must be changed at the first sign-in
  /// @throws Refused if the name is taken or none, or the display is empty or too long
  public Account add(
      String by,
      String name,
      String display,
      Role role,
      Optional<String> office,
      String hash,
      boolean oneTime) {
    if (!NAME.matcher(name).matches() || name.equals(Act.HOUSE)) {
      throw new Refused(
          new Words(
              "账号名须以小写字母开头，由小写字母、数字和 . _ - 组成，2 至 32 个字符，且不能是 yuheng。",
              "A name begins with a small letter, has small letters, digits and . _ - only, 2 to 32"
                  + " of them, and is not yuheng."));
    }
    String called = display.strip();
    if (called.isEmpty()
        || called.codePointCount(0, called.length()) > LONGEST_DISPLAY
        || called.codePoints().anyMatch(Accounts::unseen)) {
      throw new Refused(
          new Words("姓名须为一行文字，1 至 60 个字。", "Display is one line of 1 to 60 characters."));
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("display", called);
    fields.put("role", role.code());
    office.ifPresent(code -> fields.put("office", code));
    fields.put("active", "true");
    fields.put("one-time", Boolean.toString(oneTime));
    List<Said> said = List.of(new Said(KIND, name, fields), password(name, hash));
    if (journal.appendUnlessOvertaken(by, "account-add", said, KIND, name, 0)
        instanceof Journal.Kept.Overtaken) {
      throw new Refused(new Words("账号 %s 已存在。", "There is an account %s already.").filled(name));
    }
    return find(name).orElseThrow();
  }

  /// Control and direction characters, which would let a display pass for another.
  private static boolean unseen(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /// Gives an account another role.
  ///
  /// @throws Refused if there is no such account, or it is the last administrator
  public Account role(String by, String name, Role role) {
    Account account = open(name);
    if (role != Role.ADMINISTRATOR) {
      notTheLastAdministrator(account);
    }
    return change(by, "account-role", account, Map.of("role", role.code()), List.of());
  }

  /// Gives an account to an office, or to none.
  ///
  /// @param office code of an office of the plan; whoever asks holds it to be one
  /// @throws Refused if there is no such account
  public Account office(String by, String name, Optional<String> office) {
    return change(
        by, "account-office", open(name), Map.of("office", office.orElse(NO_OFFICE)), List.of());
  }

  /// Gives an account other rows to see.
  ///
  /// @throws Refused if there is no such account
  public Account scope(String by, String name, Scope scope) {
    return change(by, "account-scope", open(name), Map.of("scope", scope.written()), List.of());
  }

  /// Closes an account; whoever is signed in with it is not any more.
  ///
  /// @throws Refused if there is no such account, or it is the last administrator
  public Account deactivate(String by, String name) {
    Account account = open(name);
    notTheLastAdministrator(account);
    return change(by, "account-close", account, Map.of("active", "false"), List.of());
  }

  /// Opens a closed account again, with a new password.
  public Account reopen(String by, String name, String hash) {
    Map<String, String> fields = Map.of("active", "true", "one-time", "true");
    return change(by, "account-reopen", known(name), fields, List.of(password(name, hash)));
  }

  /// Sets a password; every session of the account that began before is over.
  ///
  /// @param oneTime whether it must be changed at the next sign-in
  public Account password(String by, String name, String hash, boolean oneTime) {
    return change(
        by,
        "account-password",
        open(name),
        Map.of("one-time", Boolean.toString(oneTime)),
        List.of(password(name, hash)));
  }

  /// Keeps a better hash of the same password; sessions go on.
  public void rehash(String name, String hash) {
    journal.append(Act.HOUSE, "account-rehash", List.of(password(name, hash)));
  }

  private static Said password(String name, String hash) {
    return new Said(PASSWORD, name, Map.of("hash", hash));
  }

  private Account change(
      String by, String what, Account seen, Map<String, String> fields, List<Said> more) {
    var said = new ArrayList<Said>();
    said.add(new Said(KIND, seen.name(), fields));
    said.addAll(more);
    if (journal.appendUnlessOvertaken(by, what, said, KIND, seen.name(), seen.lastAct())
        instanceof Journal.Kept.Overtaken) {
      throw new Refused(
          new Words(
                  "账号 %s 刚被他人改动，请刷新后再试。",
                  "Somebody else has just changed the account %s. Look again, then try again.")
              .filled(seen.name()));
    }
    return find(seen.name()).orElseThrow();
  }

  private Account known(String name) {
    return find(name)
        .orElseThrow(
            () -> new Refused(new Words("没有这个账号：%s。", "There is no account %s.").filled(name)));
  }

  private Account open(String name) {
    Account account = known(name);
    if (!account.active()) {
      throw new Refused(new Words("账号 %s 已停用。", "The account %s is closed.").filled(name));
    }
    return account;
  }

  private void notTheLastAdministrator(Account account) {
    if (account.role() == Role.ADMINISTRATOR
        && all().stream().filter(one -> one.may(Role.ADMINISTRATOR)).count() == 1) {
      throw new Refused(
          new Words("%s 是唯一的管理员，请先任命另一位。", "%s is the only administrator. Make another one first.")
              .filled(account.name()));
    }
  }

  /// Keeps that somebody signed in or out, or tried to.
  ///
  /// @param name an account's, or [#NOBODY]
  /// @param from the address it came from
  public void keep(SignIn outcome, String name, String from) {
    String by =
        switch (outcome) {
          case IN, OUT -> name;
          case FAILED, LOCKED -> Act.HOUSE;
        };
    String code = outcome.name().toLowerCase(Locale.ROOT);
    journal.append(
        by, SIGN_IN, List.of(new Said(SIGN_IN, name, Map.of("outcome", code, "from", from))));
  }

  /// Every change of an account, newest first.
  public List<Act> changes(String name) {
    return journal.acts(KIND, name).reversed();
  }

  /// Every sign-in of an account, failed ones too, newest first.
  public List<Act> signIns(String name) {
    return journal.acts(SIGN_IN, name).reversed();
  }

  /// What was asked cannot be done, in words for the one who asked.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Words words;

    Refused(Words words) {
      super(words.en());
      this.words = words;
    }

    /// What is wrong, and how to mend it.
    public Words words() {
      return words;
    }
  }
}
