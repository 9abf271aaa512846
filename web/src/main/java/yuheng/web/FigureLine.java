package yuheng.web;

import yuheng.facts.Figure;

/// A published figure in one line.
record FigureLine(
    String id,
    String series,
    String value,
    String scope,
    String period,
    String heard,
    String basis,
    String authority,
    String source,
    boolean linked,
    String note,
    String href) {

  static FigureLine of(Figure figure, Shown shown, Asked asked) {
    return new FigureLine(
        figure.id(),
        figure.series().name().in(asked.language()),
        figure.value().show(asked.language()),
        scope(figure.scope(), shown, asked),
        figure.about().words().in(asked.language()),
        figure.heard().toString(),
        asked.t(figure.basis().words()),
        asked.t(figure.authority().words()),
        figure.source(),
        figure.hasAddress(),
        figure.note().orElse(""),
        asked.href("/figures/" + figure.id()));
  }

  static String scope(String code, Shown shown, Asked asked) {
    var scope = shown.plan().scopes().get(code);
    if (scope != null) {
      return asked.t(scope);
    }
    var pillar = shown.plan().pillars().get(code);
    if (pillar != null) {
      return asked.t(pillar.name());
    }
    var district = shown.figures().districts().get(code);
    return district == null ? code : asked.t(district.name());
  }

  /// The site a source is on, or its title.
  String site() {
    if (!linked) {
      return source;
    }
    String rest = source.substring(source.indexOf("//") + 2);
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }
}
