package yuheng.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.draft.Proposal.Measure;
import yuheng.plan.Indicator;
import yuheng.plan.Relation;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Period;
import yuheng.terms.PriceBasis;
import yuheng.terms.Words;

/// Writes the files of a package. Everything that a draft cannot know is said to be unknown, in the
/// place where a person will fill it in.
final class PackageWriter {
  private static final String FIGURES =
      "series,scope,period,value,unit,growth,heard,heard_basis,entered,authority,source,note\n";
  private static final String HEAD =
      "# 草案：由yuheng draft从正文生成；凡标“待”的须由人填写、核定 / drawn up from the text; what is marked 待 waits"
          + " for a person\n";

  private final Draft draft;

  PackageWriter(Draft draft) {
    this.draft = draft;
  }

  DraftPackage write() {
    String text = draft.text().text();
    ProseWriter.Written prose = new ProseWriter(text, draft.proposals()).write();
    var files = new LinkedHashMap<String, String>();
    files.put("plan.yaml", plan(text));
    files.put("plan.md", prose.prose());
    files.put("targets.yaml", new TargetsWriter(prose.bound()).write(HEAD));
    files.put("indicators/draft.yaml", indicators(prose));
    files.put("series.yaml", "series: {}\n");
    if (!draft.relations().isEmpty()) {
      files.put("relations.yaml", relations());
    }
    files.put("data/official.csv", FIGURES);
    files.put("official-text.txt", text);
    return new DraftPackage(files);
  }

  static void write(DraftPackage written, Path folder) throws IOException {
    for (Map.Entry<String, String> file : written.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, file.getValue());
    }
  }

  private String plan(String text) {
    Head head = draft.head();
    Period span = span(head);
    int horizon =
        draft.proposals().stream()
            .mapToInt(each -> each.period().lastDay().getYear())
            .reduce(Math.max(head.horizon(), span.lastDay().getYear()), Math::max);
    var yaml = new StringBuilder(HEAD);
    head.doubts().forEach(doubt -> yaml.append("# 存疑：").append(doubt.words().zh()).append('\n'));
    line(yaml, "id", head.id());
    line(yaml, "title", YamlText.value(head.title().isBlank() ? "待填" : head.title()));
    line(
        yaml, "issuer", head.issuer().map(YamlText::value).orElse("{zh: 待填, en: to be filled in}"));
    LocalDate issued = head.issued().orElse(span.start());
    line(yaml, "issued", issued.toString());
    line(yaml, "span", span.toString());
    line(yaml, "horizon", Integer.toString(horizon));
    line(yaml, "languages", "[zh]");
    yaml.append("text:\n");
    line(yaml, "  title", YamlText.value(head.title().isBlank() ? "待填" : head.title()));
    line(yaml, "  sha256", YamlText.value(sha256(text)));
    line(yaml, "  characters", Integer.toString(text.codePointCount(0, text.length())));
    yaml.append("coverages:\n  all: {zh: 全部, en: all}\n");
    yaml.append("scopes:\n  city: {zh: 全域, en: the whole}\n");
    return yaml.toString();
  }

  /// The years of the document and of every period that starts before them.
  private Period span(Head head) {
    int first =
        draft.proposals().stream()
            .mapToInt(each -> each.period().start().getYear())
            .reduce(head.span().start().getYear(), Math::min);
    int last = head.span().lastDay().getYear();
    return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1));
  }

  static void line(StringBuilder yaml, String key, String value) {
    yaml.append(key).append(": ").append(value).append('\n');
  }

  private String indicators(ProseWriter.Written prose) {
    SequencedMap<String, Proposal> firsts = new LinkedHashMap<>();
    prose
        .bound()
        .forEach(each -> firsts.putIfAbsent(each.proposal().indicator().id(), each.proposal()));
    if (firsts.isEmpty()) {
      return "indicators: {}\n";
    }
    var yaml = new StringBuilder(HEAD).append("indicators:\n");
    firsts.values().forEach(first -> indicator(yaml, first));
    return yaml.toString();
  }

  private static void indicator(StringBuilder yaml, Proposal first) {
    Measure measure = first.indicator();
    Optional<Indicator> known = first.definition().map(each -> each.definition().indicator());
    yaml.append("  ").append(measure.id()).append(":\n");
    line(yaml, "    name", YamlText.words(measure.name()));
    String unit = measure.unit().symbol().isEmpty() ? "倍" : measure.unit().symbol();
    line(yaml, "    unit", YamlText.value(unit));
    line(yaml, "    time", measure.time().name().toLowerCase(Locale.ROOT));
    line(yaml, "    better", measure.lowerIsBetter() ? "lower" : "higher");
    line(yaml, "    coverage", "open");
    if (measure.unit().prices().kind() != PriceBasis.Kind.NONE) {
      line(yaml, "    prices", "open");
    }
    String place = first.article().isEmpty() ? "" : "，" + first.article();
    Words definition =
        known
            .map(Indicator::definition)
            .orElse(
                new Words(
                    "待核定：正文只写作“%s”，没有给出定义。".formatted(measure.name().zh()),
                    "To be settled: the text names it and gives no definition."));
    line(yaml, "    definition", YamlText.words(definition));
    String source =
        first
            .definition()
            .map(
                each ->
                    "规划包%s：%s"
                        .formatted(
                            each.definition().plan(), each.definition().indicator().source()))
            .orElse("正文%s（草案建议）".formatted(place));
    line(yaml, "    source", YamlText.value(source));
    line(yaml, "    trust", "M");
    line(yaml, "    needs", YamlText.words(needs(first)));
  }

  private static Words needs(Proposal first) {
    return first
        .definition()
        .map(
            each ->
                new Words(
                    "待填：测算公式和数据来源可参照规划包%s的指标%s。"
                        .formatted(each.definition().plan(), each.definition().indicator().id()),
                    "To be filled in: formula and figures, after %s of the package %s."
                        .formatted(each.definition().indicator().id(), each.definition().plan())))
        .orElse(
            new Words(
                "待填：哪个部门公布这个数，按什么口径。",
                "To be filled in: which office publishes it, and what it covers."));
  }

  private String relations() {
    var yaml = new StringBuilder(HEAD).append("relations:\n");
    for (ProposedRelation proposed : draft.relations()) {
      relation(yaml, proposed.relation());
    }
    return yaml.toString();
  }

  private static void relation(StringBuilder yaml, Relation relation) {
    yaml.append("  ").append(relation.id()).append(":\n");
    line(yaml, "    why", YamlText.words(relation.why()));
    switch (relation) {
      case SumsTo sum -> {
        yaml.append("    sums-to:\n");
        line(yaml, "      whole", sum.whole());
        String parts = String.join(", ", sum.parts().stream().map(Relation.Part::target).toList());
        line(yaml, "      parts", "[" + parts + "]");
        line(yaml, "      remainder", sum.more() ? "some" : "none");
      }
      case Counts counts -> {
        yaml.append("    counts:\n");
        line(yaml, "      number", counts.number());
        String names = String.join(", ", counts.named().stream().map(YamlText::both).toList());
        line(yaml, "      named", "[" + names + "]");
      }
      case Relation.RatioOf _, Relation.Bounds _, Relation.Implies _, Relation.PerYear _ ->
          throw new IllegalArgumentException("A draft proposes no %s.".formatted(relation));
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
