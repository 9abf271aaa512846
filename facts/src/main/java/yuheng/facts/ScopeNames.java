package yuheng.facts;

import java.util.Optional;
import java.util.SequencedMap;
import yuheng.terms.Words;

/// How scopes are called before people, and which of them there are.
///
/// @param districts by code; their registers know the units in them
public record ScopeNames(SequencedMap<String, District> districts) {
  /// A scope in words.
  public Words of(Scope scope) {
    return switch (scope) {
      case Scope.All _ -> new Words("全部单位", "all units");
      case Scope.None _ -> new Words("无单位", "no units");
      case Scope.One(long unit) -> new Words("单位 " + unit, "unit " + unit);
      case Scope.Park(long park) -> new Words("园区 " + park, "park " + park);
      case Scope.Industry(var digits) -> new Words("行业 " + digits, "industry " + digits);
      case Scope.District(var code) ->
          find(code)
              .map(District::name)
              .orElseGet(() -> new Words("区县 " + code, "district " + code));
    };
  }

  /// A scope as somebody wrote it.
  ///
  /// @throws Accounts.Refused if it is none, or there is no such district
  public Scope read(String written) {
    Scope scope =
        Scope.read(written)
            .orElseThrow(
                () ->
                    new Accounts.Refused(
                        new Words(
                            "“"
                                + written
                                + "”不是数据范围，请写成 all、none、district:500107、industry:36 或"
                                + " park:17。",
                            "«"
                                + written
                                + "» is no scope; write all, none, district:500107, industry:36 or"
                                + " park:17.")));
    if (scope instanceof Scope.District(var code) && find(code).isEmpty()) {
      throw new Accounts.Refused(
          new Words("规划包里没有区县 " + code + "。", "The package has no district " + code + "."));
    }
    return scope;
  }

  private Optional<District> find(String code) {
    return Optional.ofNullable(districts.get(code));
  }
}
