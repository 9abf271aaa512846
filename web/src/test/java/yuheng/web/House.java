package yuheng.web;

import java.nio.file.Path;
import java.util.Optional;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.testing.Golden;
import yuheng.web.YuhengServer.Stores;

/// A small plan served with a journal, accounts and drafts, by a clock that the test moves.
record House(Served served, Journal journal, Accounts accounts, SetClock clock)
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
    var clock = new SetClock();
    Journal journal = Journal.open(folder.resolve("journal.db"), clock);
    var stores = new Stores(Optional.of(journal), Optional.of(folder.resolve("drafts")));
    Served served = Served.of(plan, stores, clock);
    return new House(served, journal, new Accounts(journal), clock);
  }

  /// Adds an account whose name is its role.
  House with(Role role) {
    return with(role.code(), role);
  }

  House with(String name, Role role) {
    accounts.add(Act.HOUSE, name, name, role, HASH, false);
    return this;
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
    journal.close();
  }
}
