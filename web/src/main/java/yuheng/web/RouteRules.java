package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import yuheng.facts.Role;

/// Who may ask for what: the one place that says it. What has no rule is not there for anybody, and
/// a route without exactly one rule keeps the server from starting.
final class RouteRules implements SmartInitializingSingleton {
  /// One line for each route. A route with a method other than GET is refused without a token of
  /// its form, whatever its rule.
  static final List<Rule> ALL =
      List.of(
          open("GET", "/"),
          open("GET", "/targets"),
          open("GET", "/targets" + Exports.AS),
          open("GET", "/targets/{id}"),
          open("GET", "/targets/{id}" + Exports.UNDER),
          open("GET", "/pillars"),
          open("GET", "/pillars" + Exports.AS),
          open("GET", "/districts"),
          open("GET", "/districts" + Exports.AS),
          open("GET", "/breakdowns"),
          open("GET", "/breakdowns" + Exports.AS),
          open("GET", "/breakdowns/open"),
          open("GET", "/breakdowns/{target}/{dimension}/{period}"),
          open("GET", "/breakdowns/{target}/{dimension}/{period}" + Exports.UNDER),
          only(Role.ANALYST, "POST", "/breakdowns/{target}/{dimension}/{period}"),
          open("GET", "/standing"),
          open("GET", "/standing" + Exports.AS),
          open("GET", "/bulletins"),
          open("GET", "/bulletins" + Exports.AS),
          open("GET", "/bulletins/{month}"),
          open("GET", "/bulletins/{month}/{file}"),
          open("GET", "/bulletins/{month}/tables/{table}" + Exports.UNDER),
          only(Role.ANALYST, "POST", "/bulletins/{month}/sentence"),
          only(Role.ANALYST, "POST", "/bulletins/{month}/submit"),
          only(Role.REVIEWER, "POST", "/bulletins/{month}/return"),
          only(Role.REVIEWER, "POST", "/bulletins/{month}/sign"),
          open("GET", "/duties"),
          open("GET", "/duties" + Exports.AS),
          only(Role.READER, "GET", "/duties/mine"),
          only(Role.READER, "GET", "/duties/mine" + Exports.AS),
          open("GET", "/duties/{id}"),
          only(Role.ANALYST, "POST", "/duties"),
          only(Role.ANALYST, "POST", "/duties/due"),
          only(Role.ANALYST, "POST", "/duties/{id}/say"),
          only(Role.ANALYST, "POST", "/duties/{id}/assign"),
          only(Role.REVIEWER, "POST", "/duties/{id}/close"),
          only(Role.REVIEWER, "POST", "/duties/{id}/reopen"),
          open("GET", "/figures"),
          open("GET", "/figures" + Exports.AS),
          open("GET", "/figures/{id}"),
          only(Role.ANALYST, "GET", "/figures/enter"),
          only(Role.ANALYST, "POST", "/figures/enter"),
          only(Role.ANALYST, "POST", "/figures/enter/check"),
          only(Role.ANALYST, "GET", "/figures/import"),
          only(Role.ANALYST, "POST", "/figures/import"),
          only(Role.ANALYST, "GET", "/figures/import/check"),
          only(Role.ANALYST, "POST", "/figures/import/take"),
          only(Role.ANALYST, "GET", "/figures/template.xlsx"),
          only(Role.ANALYST, "GET", "/figures/from-text"),
          only(Role.ANALYST, "POST", "/figures/from-text"),
          only(Role.ANALYST, "POST", "/figures/from-text/check"),
          open("GET", "/sign-in"),
          open("POST", "/sign-in"),
          open("POST", "/sign-out"),
          only(Role.READER, "GET", "/account"),
          only(Role.READER, "POST", "/account/password"),
          only(Role.ADMINISTRATOR, "GET", "/accounts"),
          only(Role.ADMINISTRATOR, "GET", "/accounts" + Exports.AS),
          only(Role.ADMINISTRATOR, "POST", "/accounts"),
          only(Role.ADMINISTRATOR, "GET", "/accounts/{name}"),
          only(Role.ADMINISTRATOR, "POST", "/accounts/{name}/role"),
          only(Role.ADMINISTRATOR, "POST", "/accounts/{name}/office"),
          only(Role.ADMINISTRATOR, "POST", "/accounts/{name}/password"),
          only(Role.ADMINISTRATOR, "POST", "/accounts/{name}/close"),
          only(Role.ADMINISTRATOR, "POST", "/accounts/{name}/reopen"),
          only(Role.REVIEWER, "GET", "/log"),
          only(Role.REVIEWER, "GET", "/log" + Exports.AS),
          only(Role.READER, "GET", "/drafts"),
          only(Role.ANALYST, "POST", "/drafts"),
          only(Role.READER, "GET", "/drafts/{id}"),
          only(Role.ANALYST, "POST", "/drafts/{id}/decisions"),
          only(Role.READER, "GET", "/drafts/{id}/package"),
          only(Role.ANALYST, "POST", "/drafts/{id}/package"),
          only(Role.READER, "GET", "/drafts/{id}/package.zip"),
          open("GET", "/{file:[a-z0-9-]+\\.(?:css|js|svg|png|ico)}"),
          open("GET", "/webjars/**"),
          open("GET", "/_static/**"),
          open("ANY", "/error"));

  /// Rules of what answers before any route: files, and what the door itself does.
  static final Set<String> WITHOUT_ROUTE =
      Set.of(
          "POST /sign-in",
          "POST /sign-out",
          "GET /{file:[a-z0-9-]+\\.(?:css|js|svg|png|ico)}",
          "GET /webjars/**",
          "GET /_static/**");

  private final RequestMappingHandlerMapping routes;

  RouteRules(RequestMappingHandlerMapping requestMappingHandlerMapping) {
    this.routes = requestMappingHandlerMapping;
  }

  /// A rule.
  ///
  /// @param method of HTTP, or `ANY`
  /// @param least the least role that may; empty: everybody, signed in or not
  record Rule(String method, PathPattern pattern, Optional<Role> least) {
    String route() {
      return method + " " + pattern.getPatternString();
    }

    /// Whether it serves an account's own password and leaving, and so is open to a password that
    /// must be changed.
    boolean isForOneself() {
      return pattern.getPatternString().matches("/account(/password)?|/sign-out");
    }

    /// Whether whoever is not signed in reads the same there.
    boolean isSameForAll() {
      return method.equals("GET")
          && least.isEmpty()
          && !pattern.getPatternString().equals("/sign-in");
    }

    private boolean answers(String asked, PathContainer path) {
      return (method.equals("ANY") || method.equals(asked)) && pattern.matches(path);
    }
  }

  private static Rule open(String method, String pattern) {
    return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Optional.empty());
  }

  private static Rule only(Role least, String method, String pattern) {
    return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Optional.of(least));
  }

  /// The rule for a request, the one with the most specific pattern, as routes are chosen; HEAD is
  /// GET. Empty: no such page.
  static Optional<Rule> find(HttpServletRequest request) {
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    PathContainer path =
        (ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request))
            .pathWithinApplication();
    return ALL.stream()
        .filter(rule -> rule.answers(method, path))
        .min(
            (one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern, other.pattern));
  }

  /// Every route of the pages: `GET /targets/{id}`.
  List<String> routes() {
    return routes.getHandlerMethods().keySet().stream()
        .flatMap(RouteRules::routes)
        .sorted()
        .toList();
  }

  private static Stream<String> routes(RequestMappingInfo mapped) {
    Set<RequestMethod> methods = mapped.getMethodsCondition().getMethods();
    return mapped.getPatternValues().stream()
        .flatMap(
            pattern ->
                methods.isEmpty()
                    ? Stream.of("ANY " + pattern)
                    : methods.stream().map(method -> method + " " + pattern));
  }

  /// Everything that is wrong with the rules, for the one who wrote a route.
  static List<String> faults(List<String> routes, List<Rule> rules) {
    var faults = new ArrayList<String>();
    for (String route : routes.stream().distinct().toList()) {
      long found = rules.stream().filter(rule -> rule.route().equals(route)).count();
      if (found != 1) {
        faults.add(
            "the route «%s» has %d rules in RouteRules.ALL, not one".formatted(route, found));
      }
    }
    return faults;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> faults = faults(routes(), ALL);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }
}
