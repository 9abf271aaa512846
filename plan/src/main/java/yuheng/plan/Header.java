package yuheng.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import yuheng.plan.Plan.MapFile;
import yuheng.plan.Plan.OfficialText;
import yuheng.plan.Plan.Pillar;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// What `plan.yaml` says. What is missing is told as a problem and stands here as a placeholder, so
/// that the rest of the package can still be read.
record Header(
    String id,
    Words title,
    Words issuer,
    LocalDate issued,
    Period span,
    int horizon,
    Optional<OfficialText> text,
    SequencedMap<String, Pillar> pillars,
    SequencedMap<String, Words> coverages,
    SequencedMap<String, Words> scopes,
    Optional<MapFile> map,
    SequencedMap<String, Words> principles,
    SequencedMap<String, Words> offices,
    Optional<Spot> owner,
    Set<Language> languages,
    Progress progress) {

  static Header read(YamlMap file, Problems problems) {
    Words unsaid = Words.same("?");
    var id = file.need("id");
    var title = file.needWords("title");
    var issuer = file.needWords("issuer");
    var issued = file.needDay("issued");
    var span = file.needPeriod("span");
    var horizon = file.integer("horizon");
    var text = file.map("text").flatMap(Header::text);
    var pillars = new LinkedHashMap<String, Pillar>();
    file.map("pillars").ifPresent(all -> all.keys().forEach(key -> pillar(all, key, pillars)));
    var coverages = words(file, "coverages");
    coverages.putIfAbsent(Indicator.OPEN, new Words("原文未明确", "left open by the text"));
    var scopes = words(file, "scopes");
    scopes.putIfAbsent(Plan.WHOLE, new Words("全市", "the whole city"));
    var map = file.map("map").flatMap(Header::map);
    var principles = words(file, "principles");
    var offices = words(file, "offices");
    var owner = file.find("owner");
    var languages = languages(file);
    var progress =
        file.map("progress").map(new ProgressReader(problems)::read).orElse(Progress.OURS);
    file.nothingElse();
    Period years = span.orElse(Period.year(1970));
    return new Header(
        id.orElse("?"),
        title.orElse(unsaid),
        issuer.orElse(unsaid),
        issued.orElse(LocalDate.EPOCH),
        years,
        horizon.orElse(years.lastDay().getYear()),
        text,
        pillars,
        coverages,
        scopes,
        map,
        principles,
        offices,
        owner,
        languages,
        progress);
  }

  /// Every scope, pillars among them.
  Set<String> allScopes() {
    var all = new LinkedHashSet<>(scopes.keySet());
    all.addAll(pillars.keySet());
    return all;
  }

  /// The languages of the prose; both, unless the package says otherwise.
  private static Set<Language> languages(YamlMap file) {
    var codes = Map.of("zh", Language.ZH, "en", Language.EN);
    List<Language> said = file.someOf("languages", codes);
    return said.isEmpty() ? EnumSet.allOf(Language.class) : EnumSet.copyOf(said);
  }

  private static Optional<OfficialText> text(YamlMap entry) {
    var title = entry.need("title");
    var sha256 = entry.need("sha256");
    var characters = entry.needInteger("characters");
    entry.nothingElse();
    return title.flatMap(t -> sha256.flatMap(s -> characters.map(c -> new OfficialText(t, s, c))));
  }

  private static void pillar(YamlMap all, Spot key, SequencedMap<String, Pillar> pillars) {
    all.map(key.text())
        .ifPresent(
            entry -> {
              var name = entry.wordsHere();
              var article = entry.need("article");
              entry.nothingElse();
              name.ifPresent(
                  n -> pillars.put(key.text(), new Pillar(key.text(), n, article.orElse("?"))));
            });
  }

  private static LinkedHashMap<String, Words> words(YamlMap file, String key) {
    var words = new LinkedHashMap<String, Words>();
    file.map(key)
        .ifPresent(
            all ->
                all.keys()
                    .forEach(
                        code ->
                            all.words(code.text())
                                .ifPresent(value -> words.put(code.text(), value))));
    return words;
  }

  private static Optional<MapFile> map(YamlMap entry) {
    var file = entry.need("file");
    var boundaries = entry.needInteger("boundaries");
    var source = entry.need("source");
    var licence = entry.need("licence");
    var note = entry.needWords("note");
    entry.nothingElse("note");
    return file.flatMap(
        f ->
            boundaries.flatMap(
                b ->
                    source.flatMap(
                        s -> licence.flatMap(l -> note.map(n -> new MapFile(f, b, s, l, n))))));
  }
}
