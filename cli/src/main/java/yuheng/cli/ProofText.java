package yuheng.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.plan.Proof;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Finding;
import yuheng.plan.Proof.Slack;
import yuheng.plan.Target;
import yuheng.terms.Language;

/// A proof for the terminal and for scripts.
final class ProofText {
  private ProofText() {}

  static void print(Proof proof, Language language, PrintWriter out) {
    boolean zh = language == Language.ZH;
    for (Slack slack : proof.slacks()) {
      if (slack.slack().isPresent()) {
        out.printf(
            zh ? "余量 %s%s：%s（%s）%n" : "slack %s%s: %s (%s)%n",
            slack.target().id(),
            slack.reading().equals(Proof.DECLARED) ? "" : " [" + slack.reading() + "]",
            slack.slack().get().show(language),
            String.join(", ", slack.because()));
      }
    }
    for (Finding finding : proof.findings()) {
      out.printf("%s  %s%n", finding.id(), finding.what().in(language));
      out.printf("    %s%n", finding.arithmetic().in(language));
      finding
          .acknowledged()
          .ifPresent(
              seen ->
                  out.printf(
                      zh ? "    已知悉：%s，%s：%s%n" : "    acknowledged by %s on %s: %s%n",
                      seen.by(),
                      seen.on(),
                      seen.why().in(language)));
    }
  }

  /// Adds `findings`, `slack` and `conflicts`; empty lists when there is no plan to prove.
  static void json(Optional<Proof> proof, Map<String, Object> json) {
    json.put(
        "findings",
        proof.map(p -> p.findings().stream().map(ProofText::json).toList()).orElse(List.of()));
    json.put(
        "slack",
        proof.map(p -> p.slacks().stream().map(ProofText::json).toList()).orElse(List.of()));
    json.put(
        "conflicts",
        proof.map(p -> p.conflicts().stream().map(ProofText::json).toList()).orElse(List.of()));
  }

  private static Map<String, Object> json(Slack slack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("target", slack.target().id());
    json.put("reading", slack.reading());
    slack
        .slack()
        .ifPresentOrElse(
            value -> json.put("value", value.digits()), () -> json.put("missing", "not-implied"));
    json.put("unit", slack.target().indicator().unit().symbol());
    json.put("because", slack.because());
    return json;
  }

  private static Map<String, Object> json(Conflict conflict) {
    var json = new LinkedHashMap<String, Object>();
    json.put("reading", conflict.reading());
    json.put("members", conflict.members().stream().map(Target::id).toList());
    var words = new ArrayList<Map<String, Object>>();
    for (Target member : conflict.members()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("target", member.id());
      one.put("article", member.article());
      one.put("words", member.value().toString());
      words.add(one);
    }
    json.put("words", words);
    json.put("because", conflict.because());
    return json;
  }

  private static Map<String, Object> json(Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", finding.id());
    json.put("what", finding.what().zh());
    json.put("what_en", finding.what().en());
    json.put("arithmetic", finding.arithmetic().zh());
    json.put("targets", finding.targets());
    finding
        .acknowledged()
        .ifPresent(
            seen ->
                json.put("acknowledged", seen.by() + ", " + seen.on() + ": " + seen.why().zh()));
    return json;
  }
}
