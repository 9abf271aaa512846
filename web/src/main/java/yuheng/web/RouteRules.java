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
          only(Roles.ANALYSTS, "POST", "/breakdowns/{target}/{dimension}/{period}"),
          open("GET", "/standing"),
          open("GET", "/standing" + Exports.AS),
          open("GET", "/bulletins"),
          open("GET", "/bulletins" + Exports.AS),
          open("GET", "/bulletins/{month}"),
          open("GET", "/bulletins/{month}/{file}"),
          open("GET", "/bulletins/{month}/tables/{table}" + Exports.UNDER),
          only(Roles.ANALYSTS, "POST", "/bulletins/{month}/sentence"),
          only(Roles.ANALYSTS, "POST", "/bulletins/{month}/submit"),
          only(Roles.REVIEWERS, "POST", "/bulletins/{month}/return"),
          only(Roles.REVIEWERS, "POST", "/bulletins/{month}/sign"),
          open("GET", "/duties"),
          open("GET", "/duties" + Exports.AS),
          only(Roles.OFFICES, "GET", "/duties/mine"),
          only(Roles.OFFICES, "GET", "/duties/mine" + Exports.AS),
          open("GET", "/duties/{id}"),
          only(Roles.FOLLOWERS, "POST", "/duties"),
          only(Roles.FOLLOWERS, "POST", "/duties/due"),
          only(Roles.FOLLOWERS, "POST", "/duties/{id}/say"),
          only(Roles.FOLLOWERS, "POST", "/duties/{id}/assign"),
          only(Roles.CLOSERS, "POST", "/duties/{id}/close"),
          only(Roles.CLOSERS, "POST", "/duties/{id}/reopen"),
          open("GET", "/figures"),
          open("GET", "/figures" + Exports.AS),
          open("GET", "/figures/{id}"),
          only(Roles.ANALYSTS, "GET", "/figures/enter"),
          only(Roles.ANALYSTS, "POST", "/figures/enter"),
          only(Roles.ANALYSTS, "POST", "/figures/enter/check"),
          only(Roles.ANALYSTS, "GET", "/figures/import"),
          only(Roles.ANALYSTS, "POST", "/figures/import"),
          only(Roles.ANALYSTS, "GET", "/figures/import/check"),
          only(Roles.ANALYSTS, "POST", "/figures/import/take"),
          only(Roles.ANALYSTS, "GET", "/figures/template.xlsx"),
          only(Roles.ANALYSTS, "GET", "/figures/from-text"),
          only(Roles.ANALYSTS, "POST", "/figures/from-text"),
          only(Roles.ANALYSTS, "POST", "/figures/from-text/check"),
          open("GET", "/health"),
          open("GET", "/sign-in"),
          open("POST", "/sign-in"),
          open("POST", "/sign-out"),
          open("GET", "/activate"),
          open("POST", "/activate"),
          only(Roles.ACCOUNT_READERS, "GET", "/activations"),
          only(Roles.ADMINISTRATORS, "POST", "/activations"),
          only(Roles.ALL, "GET", "/account"),
          only(Roles.ALL, "POST", "/account/password"),
          only(Roles.ALL, "POST", "/account/tokens"),
          only(Roles.ALL, "POST", "/account/tokens/{id}/revoke"),
          only(Roles.ACCOUNT_READERS, "GET", "/accounts"),
          only(Roles.ACCOUNT_READERS, "GET", "/accounts" + Exports.AS),
          only(Roles.ADMINISTRATORS, "POST", "/accounts"),
          only(Roles.ACCOUNT_READERS, "GET", "/accounts/{name}"),
          only(Roles.ADMINISTRATORS, "POST", "/accounts/{name}/role"),
          only(Roles.ADMINISTRATORS, "POST", "/accounts/{name}/office"),
          only(Roles.ADMINISTRATORS, "POST", "/accounts/{name}/password"),
          only(Roles.ADMINISTRATORS, "POST", "/accounts/{name}/reset"),
          only(Roles.ADMINISTRATORS, "POST", "/accounts/{name}/close"),
          only(Roles.ADMINISTRATORS, "POST", "/accounts/{name}/reopen"),
          only(Roles.LOG_READERS, "GET", "/log"),
          only(Roles.LOG_READERS, "GET", "/log" + Exports.AS),
          only(Roles.OFFICES, "GET", "/drafts"),
          only(Roles.ANALYSTS, "POST", "/drafts"),
          only(Roles.OFFICES, "GET", "/drafts/{id}"),
          only(Roles.ANALYSTS, "POST", "/drafts/{id}/decisions"),
          only(Roles.OFFICES, "GET", "/drafts/{id}/package"),
          only(Roles.ANALYSTS, "POST", "/drafts/{id}/package"),
          only(Roles.OFFICES, "GET", "/drafts/{id}/package.zip"),
          only(Roles.UNITS, "GET", "/reports"),
          only(Roles.UNITS, "GET", "/reports/{form}/{period}"),
          only(Roles.UNITS, "POST", "/reports/{form}/{period}"),
          only(Roles.UNITS, "POST", "/reports/{form}/{period}/check"),
          only(Roles.REPORT_READERS, "GET", "/queue"),
          only(Roles.ACCEPTORS, "POST", "/queue/{version}/accept"),
          only(Roles.ACCEPTORS, "POST", "/queue/{version}/return"),
          only(Roles.REPORT_READERS, "GET", "/missing"),
          only(Roles.REPORT_READERS, "GET", "/missing/{of}/{period}"),
          only(Roles.REPORT_READERS, "GET", "/missing/{of}/{period}" + Exports.UNDER),
          only(Roles.REGISTER_READERS, "GET", "/registers"),
          only(Roles.REGISTER_READERS, "GET", "/registers/{register}"),
          only(Roles.REGISTER_READERS, "GET", "/registers/{register}/{unit}"),
          only(Roles.REGISTER_READERS, "GET", "/registers/{register}/{unit}/{form}/{period}"),
          open("GET", "/api/v1/openapi.json"),
          only(Roles.REGISTER_READERS, "GET", "/api/v1/forms"),
          only(Roles.UNITS, "POST", "/api/v1/reports/{form}/{period}"),
          only(Roles.REGISTER_READERS, "GET", "/api/v1/reports/{form}/{period}/{unit}"),
          only(Roles.REPORT_READERS, "GET", "/api/v1/missing/{form}/{period}"),
          only(Roles.REGISTER_READERS, "GET", "/api/v1/registers/{register}"),
          only(Roles.REGISTER_READERS, "GET", "/api/v1/registers/{register}/{unit}"),
          only(Roles.ACCEPTORS, "POST", "/api/v1/versions/{version}/accept"),
          only(Roles.ACCEPTORS, "POST", "/api/v1/versions/{version}/return"),
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
  /// @param roles those that may; empty: everybody, signed in or not
  record Rule(String method, PathPattern pattern, Optional<Set<Role>> roles) {
    String route() {
      return method + " " + pattern.getPatternString();
    }

    /// Whether it serves an account's own password and leaving, and so is open to a password that
    /// must be changed.
    boolean isForOneself() {
      return pattern.getPatternString().matches("/account(/password)?|/sign-out");
    }

    /// Whether a program may ask it with a token. Accounts, passwords and tokens themselves are for
    /// people who signed in.
    boolean isForTokens() {
      return !pattern
          .getPatternString()
          .matches("/(sign-in|sign-out|activate|activations|accounts?)(/.*)?");
    }

    /// Whether it only reads.
    boolean reads() {
      return method.equals("GET");
    }

    /// Whether whoever is not signed in reads the same there.
    boolean isSameForAll() {
      return method.equals("GET")
          && roles.isEmpty()
          && !pattern.getPatternString().matches("/(sign-in|activate|health)");
    }

    private boolean answers(String asked, PathContainer path) {
      return (method.equals("ANY") || method.equals(asked)) && pattern.matches(path);
    }
  }

  private static Rule open(String method, String pattern) {
    return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Optional.empty());
  }

  private static Rule only(Set<Role> roles, String method, String pattern) {
    return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Optional.of(roles));
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
