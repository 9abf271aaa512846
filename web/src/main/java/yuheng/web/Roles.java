package yuheng.web;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import yuheng.facts.Role;

/// Sets of roles, each named by what it may; [RouteRules] and the pages say who may by nothing
/// else.
final class Roles {
  /// Everybody who signed in.
  static final Set<Role> ALL = Collections.unmodifiableSet(EnumSet.allOf(Role.class));

  /// Those who speak for a unit.
  static final Set<Role> UNITS = of(Role.CLERK, Role.OWNER);

  /// Those who see the work of offices: all but units, and but administrators, who keep accounts.
  static final Set<Role> OFFICES =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(Role.CLERK, Role.OWNER, Role.ADMINISTRATOR)));

  /// Those who enter figures and tasks, and draft.
  static final Set<Role> ANALYSTS = of(Role.ANALYST, Role.REVIEWER);

  /// Those who accept what analysts entered.
  static final Set<Role> REVIEWERS = of(Role.REVIEWER);

  /// Those who open duties and follow them.
  static final Set<Role> FOLLOWERS = of(Role.ANALYST, Role.REVIEWER, Role.SUPERVISOR);

  /// Those who close duties.
  static final Set<Role> CLOSERS = of(Role.REVIEWER, Role.SUPERVISOR);

  /// Those who read the log.
  static final Set<Role> LOG_READERS = of(Role.REVIEWER, Role.AUDITOR);

  /// Those who keep the accounts.
  static final Set<Role> ADMINISTRATORS = of(Role.ADMINISTRATOR);

  /// Those who see the accounts.
  static final Set<Role> ACCOUNT_READERS = of(Role.ADMINISTRATOR, Role.AUDITOR);

  /// Those of offices who read what units report, each within his scope.
  static final Set<Role> REPORT_READERS =
      of(
          Role.ANALYST,
          Role.REVIEWER,
          Role.PARK,
          Role.DISTRICT,
          Role.LINE_OFFICE,
          Role.DISPATCHER,
          Role.SUPERVISOR,
          Role.AUDITOR);

  /// Those who see units of the registers and their reports: offices, and the unit itself.
  static final Set<Role> REGISTER_READERS = union(REPORT_READERS, UNITS);

  /// Those who accept reports of units, or return them.
  static final Set<Role> ACCEPTORS = of(Role.DISTRICT, Role.LINE_OFFICE, Role.REVIEWER);

  private Roles() {}

  private static Set<Role> union(Set<Role> one, Set<Role> other) {
    var both = EnumSet.copyOf(one);
    both.addAll(other);
    return Collections.unmodifiableSet(both);
  }

  private static Set<Role> of(Role first, Role... more) {
    return Collections.unmodifiableSet(EnumSet.of(first, more));
  }
}
