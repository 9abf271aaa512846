package yuheng.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Activation;
import yuheng.facts.Journal;
import yuheng.facts.Letters;
import yuheng.facts.OfficialFigures;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.plan.Plan;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.testing.Golden;
import yuheng.web.YuhengServer.Post;
import yuheng.web.YuhengServer.Stores;

/// A small plan served with a journal, accounts and drafts, by a clock that the test moves.
record House(
    Served served, Journal journal, Accounts accounts, SetClock clock, Optional<ReportBook> book)
    implements AutoCloseable {
  /// Everybody's password.
  static final String PASSWORD = "four unrelated words";

  private static final String HASH = Passwords.hash(PASSWORD);

  static House open(Path folder) {
    return open(folder, "examples/small");
  }

  static House open(Path folder, String plan) {
    return open(folder, Golden.home().resolve(plan));
  }

  static House open(Path folder, Path plan) {
    return open(folder, plan, Optional.empty());
  }

  /// One that writes to units.
  static House open(Path folder, Path plan, Optional<Post> post) {
    var clock = new SetClock();
    Path file = folder.resolve("journal.db");
    Journal journal = Journal.open(file, clock);
    Plan read = Plan.read(plan).plan().orElseThrow();
    Optional<ReportBook> book =
        read.forms().isEmpty()
            ? Optional.empty()
            : Optional.of(
                ReportBook.open(
                    Scheme.of(read, OfficialFigures.load(read).figures().orElseThrow()),
                    file,
                    clock));
    var stores =
        new Stores(Optional.of(journal), Optional.of(folder.resolve("drafts")), post, book);
    Served served = Served.of(plan, stores, clock);
    return new House(served, journal, new Accounts(journal), clock, book);
  }

  /// Adds an account whose name is its role.
  House with(Role role) {
    return with(role.code(), role);
  }

  /// An account that sees the rows its role usually sees. A clerk or an owner opens his own, of
  /// unit 1, with the code of his letter.
  House with(String name, Role role) {
    return with(name, role, usual(role));
  }

  House with(String name, Role role, Scope scope) {
    if (!role.isOfAUnit()) {
      accounts.add(Act.HOUSE, name, name, role, scope, Optional.empty(), HASH, false);
      return this;
    }
    if (accounts.access("root").isEmpty()) {
      with("root", Role.ADMINISTRATOR);
    }
    var letters = new ArrayList<Letters.Letter>();
    var activation = new Activation(journal, _ -> Optional.of("tel 023-1"), letters::addAll, clock);
    activation.issue(accounts.access("root").orElseThrow(), role, List.of(1L));
    activation.activate(letters.getFirst().code(), name, name, HASH);
    return this;
  }

  static Scope usual(Role role) {
    return switch (role) {
      case CLERK, OWNER -> new Scope.One(1);
      case PARK -> new Scope.Park(3);
      case DISTRICT -> new Scope.District("500106");
      case LINE_OFFICE -> new Scope.Industry("36");
      case READER, ANALYST, REVIEWER, ADMINISTRATOR, DISPATCHER, SUPERVISOR, AUDITOR ->
          new Scope.None();
    };
  }

  Visit visit() {
    return new Visit(served);
  }

  /// A visit of an account that has signed in.
  Visit visit(String name) {
    Visit visit = visit();
    var answer = visit.signIn(name, PASSWORD);
    if (answer.statusCode() != 303 || Visit.location(answer).startsWith("/sign-in")) {
      throw new IllegalStateException(name + " could not sign in: " + Visit.location(answer));
    }
    return visit;
  }

  @Override
  public void close() {
    served.close();
    book.ifPresent(ReportBook::close);
    journal.close();
  }
}
