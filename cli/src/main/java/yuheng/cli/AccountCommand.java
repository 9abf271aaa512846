package yuheng.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.web.Passwords;

/// `account`: who may sign in, kept from the machine itself; the first administrator is made here.
/// A password is never an argument.
@Command(
    name = "account",
    description = "Keeps the accounts of a plan's pages. 管理一个规划的账号。",
    mixinStandardHelpOptions = true)
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Mixin private StoreOption store;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AccountCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say add, list, role, office, deactivate or password.");
  }

  @Command(name = "add", description = "Adds an account. 新增账号。")
  int add(
      @Parameters(paramLabel = "NAME", description = "as it signs in") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "reader, analyst, reviewer or administrator")
          Role role,
      @Option(names = "--display", paramLabel = "TEXT", description = "how people call it")
          @Nullable String display,
      @Option(names = "--office", paramLabel = "CODE", description = "an office of the plan")
          @Nullable String office,
      @Option(names = "--generate", description = "make a one-time password and print it")
          boolean generate) {
    return with(
        (accounts, read) -> {
          String password = chosen(name, generate);
          Account account =
              accounts.add(
                  Act.HOUSE,
                  name,
                  display == null ? name : display,
                  role,
                  office == null ? Optional.empty() : Optional.of(known(office, read)),
                  Passwords.hash(password),
                  generate);
          return said(account, generate ? password : "");
        });
  }

  @Command(name = "password", description = "Sets a password. 重设密码。")
  int password(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--generate", description = "make a one-time password and print it")
          boolean generateOne) {
    return with(
        (accounts, _) -> {
          String password = chosen(name, generateOne);
          Account account =
              accounts.password(Act.HOUSE, name, Passwords.hash(password), generateOne);
          return said(account, generateOne ? password : "");
        });
  }

  @Command(name = "role", description = "Gives another role. 更改角色。")
  int role(
      @Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "ROLE") Role role) {
    return with((accounts, _) -> said(accounts.role(Act.HOUSE, name, role), ""));
  }

  @Command(name = "office", description = "Gives an account to an office. 更改单位。")
  int office(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "CODE", description = "an office of the plan; none: -")
          String office) {
    return with(
        (accounts, read) ->
            said(
                accounts.office(
                    Act.HOUSE,
                    name,
                    office.equals("-") ? Optional.empty() : Optional.of(known(office, read))),
                ""));
  }

  private static String known(String office, Plan plan) {
    if (!plan.offices().containsKey(office)) {
      throw new WrongInput(
          "There is no office `%s` in plan.yaml. Use one of: %s."
              .formatted(office, String.join(", ", plan.offices().keySet())));
    }
    return office;
  }

  @Command(name = "deactivate", description = "Closes an account; what it said stays. 停用账号。")
  int deactivate(@Parameters(paramLabel = "NAME") String name) {
    return with((accounts, _) -> said(accounts.deactivate(Act.HOUSE, name), ""));
  }

  @Command(name = "list", description = "Lists the accounts. 列出账号。")
  int list() {
    return with(
        (accounts, _) ->
            accounts.all().stream().map(AccountCommand::line).collect(Collectors.joining()));
  }

  private static String said(Account account, String password) {
    return line(account)
        + (password.isEmpty() ? "" : "one-time password 一次性密码: %s%n".formatted(password));
  }

  private static String line(Account account) {
    return "%-20s %-14s %-8s %s  %-12s  %s%n"
        .formatted(
            account.name(),
            account.role().code(),
            account.active() ? "active" : "closed",
            account.since().toString().substring(0, 10),
            account.office().orElse("-"),
            account.display());
  }

  private int with(BiFunction<Accounts, Plan, String> step) {
    PrintWriter err = spec.commandLine().getErr();
    Reading reading = Plan.read(plan);
    Plan read =
        reading
            .plan()
            .orElseThrow(
                () ->
                    new WrongInput(
                        "%s is no sound plan package; `yuheng check %s` says why."
                            .formatted(plan, plan)));
    try (Journal journal = store.open(read)) {
      spec.commandLine().getOut().print(step.apply(new Accounts(journal), read));
      spec.commandLine().getOut().flush();
      return Main.OK;
    } catch (Accounts.Refused refused) {
      err.println(refused.words().zh());
      throw new WrongInput(refused.words().en());
    }
  }

  private String chosen(String name, boolean generate) {
    String password = generate ? Passwords.generate() : typed();
    Passwords.refusal(password, name)
        .ifPresent(
            words -> {
              throw new WrongInput(words.zh() + "\n" + words.en());
            });
    return password;
  }

  /// Typed twice at a terminal, unseen; or the first line of standard input.
  @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again without a terminal
  private static String typed() {
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      try {
        @Nullable String line = input.readLine();
        if (line == null) {
          throw new WrongInput("No password came on standard input; --generate makes one.");
        }
        return line;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    char[] first = read(console, "Password 密码: ");
    char[] again = read(console, "Again 再输一次: ");
    if (!Arrays.equals(first, again)) {
      throw new WrongInput("两次输入不同。\nThe two passwords differ.");
    }
    return new String(first);
  }

  private static char[] read(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    return typed == null ? new char[0] : typed;
  }
}
