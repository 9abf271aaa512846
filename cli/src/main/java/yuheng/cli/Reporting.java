package yuheng.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Journal;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.terms.Period;
import yuheng.web.Passwords;

/// What the commands about reports have in common: the book, who asks, which form and period.
/// Whoever asks shows that he is the account he names; being at the machine is not enough to speak
/// for a firm, or to read its figures.
final class Reporting {
  private Reporting() {}

  /// The book of a plan beside its journal.
  static ReportBook book(Plan plan, StoreOption store) {
    var scheme =
        new Scheme(
            plan.registers(),
            plan.forms(),
            (list, code, _) -> {
              throw new IllegalStateException("no register is changed here: " + list + " " + code);
            });
    return ReportBook.open(scheme, store.file(plan), Clock.system(ZoneId.systemDefault()));
  }

  /// The access of an account whose password is typed, or comes as the first line of input.
  static Access signedIn(Journal journal, String name) throws IOException {
    return access(new Accounts(journal), name, typed(name));
  }

  /// The accesses of a file with a line `account,password` for each unit.
  static List<Access> keys(Journal journal, Path file) throws IOException {
    var accounts = new Accounts(journal);
    var accesses = new ArrayList<Access>();
    for (String line : Files.readAllLines(file)) {
      int comma = line.indexOf(',');
      if (comma > 0) {
        accesses.add(access(accounts, line.substring(0, comma), line.substring(comma + 1)));
      }
    }
    return accesses;
  }

  private static Access access(Accounts accounts, String name, String password) {
    Optional<String> hash = accounts.hash(name);
    boolean right = hash.isPresent() && Passwords.matches(password, hash.get());
    return Optional.of(name)
        .filter(_ -> right)
        .flatMap(accounts::access)
        .orElseThrow(
            () ->
                new WrongInput(
                    "账号 %s 不存在、已停用，或密码不对。\nThere is no account %s with that password."
                        .formatted(name, name)));
  }

  @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again without a terminal
  private static String typed(String name) throws IOException {
    @Nullable Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("Password of %s 密码: ", name);
      return typed == null ? "" : new String(typed);
    }
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    @Nullable String line = input.readLine();
    return line == null ? "" : line;
  }

  static Form form(Plan plan, String id) {
    @Nullable Form form = plan.forms().get(id);
    if (form == null) {
      throw new WrongInput(
          "There is no form %s. The forms are: %s."
              .formatted(id, String.join(", ", plan.forms().keySet())));
    }
    return form;
  }

  static Period period(Form form, @Nullable String written) {
    Optional<Period> period = Optional.ofNullable(written).flatMap(Period::read);
    return period
        .filter(
            one -> form.closing(java.time.YearMonth.from(one.lastDay())).equals(Optional.of(one)))
        .orElseThrow(
            () ->
                new WrongInput(
                    "--period %s is none of form %s. Write it like 2012-09, 2012Q3 or 2012."
                        .formatted(written, form.id())));
  }
}
