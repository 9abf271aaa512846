package yuheng.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Plan;
import yuheng.terms.Language;

/// What stands around every page: title, bar, navigation.
///
/// @param parts what the plan has pages of beside its targets
/// @param here path of this page, without its query
/// @param more further parameters of this page's address
/// @param synthetic whether what units report is invented
record Frame(
    Asked asked,
    String title,
    String plan,
    String issuer,
    Set<Part> parts,
    String here,
    Map<String, String> more,
    boolean synthetic) {

  static Frame of(Shown shown, Asked asked, String title, String here) {
    return of(shown, asked, title, here, Map.of());
  }

  static Frame of(Shown shown, Asked asked, String title, String here, Map<String, String> more) {
    Plan plan = shown.plan();
    var parts = EnumSet.noneOf(Part.class);
    if (!plan.pillars().isEmpty()) {
      parts.add(Part.PILLARS);
    }
    if (!shown.figures().districts().isEmpty()) {
      parts.add(Part.DISTRICTS);
    }
    return new Frame(
        asked,
        title,
        asked.t(plan.title()),
        asked.t(plan.issuer()),
        parts,
        here,
        more,
        shown.isSynthetic());
  }

  /// What not every plan has.
  enum Part {
    PILLARS,
    DISTRICTS
  }

  /// A place to go to.
  record Place(String name, String href, boolean current) {}

  /// Places that belong together by what people do there; its head leads to the first.
  record Group(String name, List<Place> places) {
    boolean current() {
      return places.stream().anyMatch(Place::current);
    }

    String href() {
      return places.getFirst().href();
    }
  }

  /// Where everybody can go: reading the strategy, how it fares, and the work on it.
  List<Group> groups() {
    var groups = new ArrayList<Group>();
    groups.add(new Group(asked.t("战略", "Strategy"), strategy()));
    groups.add(
        new Group(
            asked.t("进度", "Progress"),
            List.of(
                place("/standing", "排名", "Standing"), place("/breakdowns", "分解", "Breakdowns"))));
    groups.add(new Group(asked.t("工作", "Work"), work()));
    List<Place> reporting = reporting();
    if (!reporting.isEmpty()) {
      groups.add(new Group(asked.t("企业上报", "Reporting"), reporting));
    }
    return List.copyOf(groups);
  }

  /// What the visitor may see of what units report.
  private List<Place> reporting() {
    var places = new ArrayList<Place>();
    if (asked.visitor().reporting()) {
      if (asked.visitor().is(Roles.UNITS)) {
        places.add(place("/reports", "我的报表", "My reports"));
      }
      if (asked.visitor().is(Roles.REPORT_READERS)) {
        places.add(place("/queue", "受理", "Acceptance"));
        places.add(place("/missing", "未报名单", "Missing"));
      }
      if (asked.visitor().is(Roles.REGISTER_READERS)) {
        places.add(place("/registers", "名录", "Registers"));
      }
    }
    return List.copyOf(places);
  }

  private List<Place> strategy() {
    var places = new ArrayList<Place>();
    places.add(home());
    places.add(place("/targets", "目标", "Targets"));
    if (parts.contains(Part.PILLARS)) {
      places.add(place("/pillars", "支柱", "Pillars"));
    }
    if (parts.contains(Part.DISTRICTS)) {
      places.add(place("/districts", "区县", "Districts"));
    }
    return List.copyOf(places);
  }

  private List<Place> work() {
    var places = new ArrayList<Place>();
    places.add(place("/figures", "数据", "Figures"));
    if (asked.visitor().canSignIn()) {
      places.add(place("/duties", "督办", "Duties"));
    }
    places.add(place("/bulletins", "月报", "Bulletins"));
    if (asked.visitor().drafting() && asked.visitor().is(Roles.OFFICES)) {
      places.add(place("/drafts", "起草", "Drafts"));
    }
    return List.copyOf(places);
  }

  /// The text of the strategy.
  Place home() {
    return place("/", "正文", "Text");
  }

  /// The places beside this one.
  List<Place> places() {
    return Stream.concat(groups().stream(), own().stream())
        .filter(Group::current)
        .findFirst()
        .map(Group::places)
        .orElse(List.of());
  }

  private Place place(String path, String zh, String en) {
    boolean current = here.equals(path) || (!path.equals("/") && here.startsWith(path + "/"));
    return new Place(asked.t(zh, en), asked.href(path), current);
  }

  /// Whether the page shows figures, so that it matters when is asked.
  boolean isOfFigures() {
    return !here.matches(
        "/(sign-in|log|activate|activations"
            + "|(accounts?|drafts|reports|queue|missing|registers)(/.*)?)");
  }

  /// Whether the page shows drafts of further plans.
  boolean isOfDrafts() {
    return here.matches("/drafts(/.*)?");
  }

  /// What stands under a picture that is taken along.
  String when() {
    return asked.t(
        "截至 %s · 已知于 %s · %s · 玉衡".formatted(asked.asOf(), asked.knownOn(), plan),
        "As of %s · known on %s · %s · Yuheng".formatted(asked.asOf(), asked.knownOn(), plan));
  }

  /// Where the visitor signs in; he comes back to this page.
  Place signIn() {
    String next = asked.href(here, more);
    return new Place(
        asked.t("登录", "Sign in"),
        asked.href("/sign-in", here.equals("/sign-in") ? more : Map.of("next", next)),
        here.equals("/sign-in"));
  }

  /// The own pages of a visitor who is signed in, under his name.
  Optional<Group> own() {
    return asked
        .visitor()
        .account()
        .map(
            account -> {
              var places = new ArrayList<Place>();
              places.add(place("/account", "我的账号", "My account"));
              if (asked.visitor().is(Roles.ACCOUNT_READERS)) {
                places.add(place("/accounts", "全部账号", "Accounts"));
              }
              if (asked.visitor().is(Roles.LOG_READERS)) {
                places.add(place("/log", "日志", "Log"));
              }
              return new Group(account.display(), List.copyOf(places));
            });
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
