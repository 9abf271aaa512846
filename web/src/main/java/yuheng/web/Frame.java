package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yuheng.terms.Language;

/// What stands around every page: title, bar, navigation.
///
/// @param here path of this page, without its query
/// @param more further parameters of this page's address
/// @param timed whether the page answers as of a month and known on a day
/// @param drafting whether drafts are kept here
record Frame(
    Asked asked,
    String title,
    String plan,
    String issuer,
    String here,
    Map<String, String> more,
    boolean timed,
    boolean drafting) {

  static Frame of(Shown shown, Asked asked, String title, String here) {
    return of(shown, asked, title, here, Map.of());
  }

  static Frame of(Shown shown, Asked asked, String title, String here, Map<String, String> more) {
    String plan = asked.t(shown.plan().title());
    String issuer = asked.t(shown.plan().issuer());
    return new Frame(asked, title, plan, issuer, here, more, true, shown.drafting());
  }

  /// The same around a page that no month and no day changes.
  Frame timeless() {
    return new Frame(asked, title, plan, issuer, here, more, false, drafting);
  }

  /// A place to go to.
  record Place(String name, String href, boolean current) {}

  List<Place> places() {
    var places = new ArrayList<Place>();
    places.add(place("/", "战略", "Strategy"));
    places.add(place("/targets", "目标", "Targets"));
    places.add(place("/pillars", "支柱", "Pillars"));
    places.add(place("/districts", "区县", "Districts"));
    if (drafting) {
      places.add(place("/drafts", "起草", "Drafts"));
    }
    return places;
  }

  private Place place(String path, String zh, String en) {
    boolean current = path.equals("/") ? here.equals("/") : here.startsWith(path);
    return new Place(asked.t(zh, en), asked.href(path), current);
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
