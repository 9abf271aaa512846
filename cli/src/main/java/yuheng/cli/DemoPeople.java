package yuheng.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Activation;
import yuheng.facts.Journal;
import yuheng.facts.Letters.Letter;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.web.Passwords;

/// The accounts of a demonstration, all with one password that everybody may know: offices, and a
/// clerk of each invented unit. Accounts of units are opened with codes from letters, as
/// everywhere; the letters go no further than here.
final class DemoPeople {
  /// Everybody's password.
  static final String PASSWORD = "yuheng-demo";

  /// Accounts that the sign-in page offers, as they stand there; each is called as its role.
  static final List<Role> OFFERED =
      List.of(
          Role.CLERK,
          Role.OWNER,
          Role.DISTRICT,
          Role.LINE_OFFICE,
          Role.ANALYST,
          Role.REVIEWER,
          Role.DISPATCHER,
          Role.SUPERVISOR,
          Role.AUDITOR,
          Role.ADMINISTRATOR);

  private final Accounts accounts;
  private final Activation activation;
  private final List<Letter> letters = new ArrayList<>();
  private final String hash = Passwords.hash(PASSWORD);
  private final String nameOf;
  private final String districtOf;
  private final Access administrator;
  private final Access office;

  /// @param nameOf attribute of a unit that is its name
  /// @param districtOf attribute of a unit that is its district; empty where it has none
  DemoPeople(
      Journal journal,
      Activation.Contacts contacts,
      Clock clock,
      String nameOf,
      String districtOf) {
    this.accounts = new Accounts(journal);
    this.activation = new Activation(journal, contacts, letters::addAll, clock);
    this.nameOf = nameOf;
    this.districtOf = districtOf;
    for (Role role : OFFERED) {
      if (!role.isOfAUnit() && role != Role.DISTRICT) {
        add(role, role == Role.ADMINISTRATOR ? new Scope.None() : new Scope.All());
      }
    }
    administrator = access(Role.ADMINISTRATOR.code());
    office = access(Role.LINE_OFFICE.code());
  }

  /// A unit that has come on its register.
  ///
  /// @param offered whether its accounts are offered on the sign-in page
  record Unit(long number, Map<String, String> attributes, boolean offered) {}

  /// The office that keeps the registers and accepts reports.
  Access office() {
    return office;
  }

  /// Opens the accounts of units.
  ///
  /// @return the clerk of each
  Map<Long, Access> open(List<Unit> units) {
    letters.clear();
    Activation.Issued issued =
        activation.issue(administrator, Role.CLERK, units.stream().map(Unit::number).toList());
    if (!issued.unreached().isEmpty()) {
      throw new IllegalStateException("Units without a contact: " + issued.unreached());
    }
    Map<Long, String> codes = new HashMap<>();
    letters.forEach(letter -> codes.put(letter.unit(), letter.code()));
    var clerks = new HashMap<Long, Access>();
    for (Unit unit : units) {
      String name = unit.offered() ? Role.CLERK.code() : "unit-" + unit.number();
      activation.activate(
          codes.getOrDefault(unit.number(), ""), name, display(unit, Role.CLERK), hash);
      clerks.put(unit.number(), access(name));
      if (unit.offered()) {
        offer(unit);
      }
    }
    letters.clear();
    return clerks;
  }

  private void offer(Unit unit) {
    letters.clear();
    activation.issue(administrator, Role.OWNER, List.of(unit.number()));
    activation.activate(
        letters.getFirst().code(), Role.OWNER.code(), display(unit, Role.OWNER), hash);
    Optional.ofNullable(unit.attributes().get(districtOf))
        .ifPresent(district -> add(Role.DISTRICT, new Scope.District(district)));
  }

  private String display(Unit unit, Role role) {
    return unit.attributes().getOrDefault(nameOf, "" + unit.number()) + role.words().zh();
  }

  private void add(Role role, Scope scope) {
    accounts.add(
        Act.HOUSE,
        role.code(),
        "演示" + role.words().zh(),
        role,
        scope,
        Optional.empty(),
        hash,
        false);
  }

  private Access access(String name) {
    return accounts.access(name).orElseThrow();
  }
}
