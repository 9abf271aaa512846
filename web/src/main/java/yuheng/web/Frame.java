package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Plan;
import yuheng.terms.Language;

/// What stands around every page: title, bar, navigation.
///
/// @param here path of this page, without its query
/// @param more further parameters of this page's address
record Frame(
    Asked asked, String title, String plan, String issuer, String here, Map<String, String> more) {

  static Frame of(Plan plan, Asked asked, String title, String here) {
    return of(plan, asked, title, here, Map.of());
  }

  static Frame of(Plan plan, Asked asked, String title, String here, Map<String, String> more) {
    return new Frame(asked, title, asked.t(plan.title()), asked.t(plan.issuer()), here, more);
  }

  /// A place to go to.
  record Place(String name, String href, boolean current) {}

  List<Place> places() {
    var places = new ArrayList<Place>();
    places.add(place("/", "战略", "Strategy"));
    places.add(place("/targets", "目标", "Targets"));
    places.add(place("/pillars", "支柱", "Pillars"));
    places.add(place("/districts", "区县", "Districts"));
    places.add(place("/figures", "数据", "Figures"));
    places.add(place("/standing", "排名", "Standing"));
    places.add(place("/breakdowns", "分解", "Breakdowns"));
    places.add(place("/bulletins", "月报", "Bulletins"));
    if (asked.visitor().canSignIn()) {
      places.add(place("/duties", "督办", "Duties"));
    }
    if (asked.visitor().drafting() && asked.visitor().is(Roles.OFFICES)) {
      places.add(place("/drafts", "起草", "Drafts"));
    }
    if (asked.visitor().is(Roles.LOG_READERS)) {
      places.add(place("/log", "日志", "Log"));
    }
    if (asked.visitor().is(Roles.ACCOUNT_READERS)) {
      places.add(place("/accounts", "账号", "Accounts"));
    }
    return List.copyOf(places);
  }

  private Place place(String path, String zh, String en) {
    boolean current = here.equals(path) || (!path.equals("/") && here.startsWith(path + "/"));
    return new Place(asked.t(zh, en), asked.href(path), current);
  }

  /// Whether the page shows figures, so that it matters when is asked.
  boolean isOfFigures() {
    return !here.matches("/(sign-in|log|activate|activations|(accounts?|drafts)(/.*)?)");
  }

  /// Whether the page shows drafts of further plans.
  boolean isOfDrafts() {
    return here.matches("/drafts(/.*)?");
  }

  /// Where the visitor signs in; he comes back to this page.
  Place signIn() {
    String next = asked.href(here, more);
    return new Place(
        asked.t("登录", "Sign in"),
        asked.href("/sign-in", here.equals("/sign-in") ? more : Map.of("next", next)),
        here.equals("/sign-in"));
  }

  /// The own page of a visitor who is signed in, under his name.
  Optional<Place> own() {
    return asked
        .visitor()
        .account()
        .map(account -> place("/account", account.display(), account.display()));
  }

  /// What a form that changes something must send along.
  String token() {
    return asked.visitor().token().get();
  }

  /// The headers that scripts of a signed-in visitor send along; null for others, so that reading
  /// begins no session.
  @Nullable String headers() {
    return asked.visitor().account().isEmpty()
        ? null
        : "{\"%s\":\"%s\"}".formatted(Door.TOKEN_HEADER, token());
  }

  Place otherLanguage() {
    Language other = asked.language() == Language.ZH ? Language.EN : Language.ZH;
    return new Place(
        other == Language.EN ? "English" : "中文", asked.in(other).href(here, more), false);
  }

  String t(String zh, String en) {
    return asked.t(zh, en);
  }
}
