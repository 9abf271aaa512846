package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.facts.District;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.plan.Plan;
import yuheng.terms.Words;

/// What can be chosen for an account: its role, the rows it sees, its office.
record AccountChoices(Plan plan, SequencedMap<String, District> districts) {
  /// One thing to choose.
  record Option(String code, String name, boolean chosen) {}

  /// Those that can be given; what is of a unit, only the unit itself opens.
  List<Option> roles(String chosen, Asked asked) {
    return Stream.of(Role.values())
        .filter(role -> !role.isOfAUnit() || role.code().equals(chosen))
        .map(role -> new Option(role.code(), asked.t(role.words()), role.code().equals(chosen)))
        .toList();
  }

  /// Those of an office; districts by their names.
  List<Option> scopes(String chosen, Asked asked) {
    var scopes = new ArrayList<Option>();
    scopes.add(option("none", new Words("无单位", "no units"), chosen, asked));
    scopes.add(option("all", new Words("全部单位", "all units"), chosen, asked));
    scopes.add(option("industry", new Words("一个行业（填代码）", "an industry (code)"), chosen, asked));
    scopes.add(option("park", new Words("一个园区（填编号）", "a park (number)"), chosen, asked));
    districts.forEach(
        (code, district) -> scopes.add(option("district:" + code, district.name(), chosen, asked)));
    return List.copyOf(scopes);
  }

  private static Option option(String code, Words words, String chosen, Asked asked) {
    return new Option(code, asked.t(words), code.equals(chosen));
  }

  List<Option> offices(String chosen, Asked asked) {
    return plan.offices().entrySet().stream()
        .map(one -> new Option(one.getKey(), asked.t(one.getValue()), one.getKey().equals(chosen)))
        .toList();
  }

  /// The scope that was chosen, with the digits of an industry or a park behind it, as it is
  /// written.
  static String written(String chosen, String digits) {
    boolean needsDigits = chosen.equals("industry") || chosen.equals("park");
    String written = needsDigits ? chosen + ":" + digits.strip() : chosen;
    return written.isEmpty() ? "none" : written;
  }

  /// Place in a list, as an address says it.
  static int number(String text) {
    return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }

  static String kind(Scope scope) {
    return switch (scope) {
      case Scope.Industry _ -> "industry";
      case Scope.Park _ -> "park";
      case Scope.All _, Scope.None _, Scope.One _, Scope.District _ -> scope.written();
    };
  }

  static String digits(Scope scope) {
    return switch (scope) {
      case Scope.Industry(var digits) -> digits;
      case Scope.Park(long park) -> Long.toString(park);
      case Scope.All _, Scope.None _, Scope.One _, Scope.District _ -> "";
    };
  }
}
