package yuheng.draft;

import java.util.List;
import yuheng.draft.ProseWriter.Bound;
import yuheng.plan.Sense;
import yuheng.terms.Words;

/// Writes `targets.yaml`: what each link of the prose means, with open doubts as notes.
final class TargetsWriter {
  private final List<Bound> bound;

  TargetsWriter(List<Bound> bound) {
    this.bound = bound;
  }

  String write(String head) {
    if (bound.isEmpty()) {
      return "targets: {}\n";
    }
    var yaml = new StringBuilder(head).append("targets:\n");
    bound.forEach(each -> target(yaml, each));
    return yaml.toString();
  }

  private static void target(StringBuilder yaml, Bound each) {
    Proposal proposal = each.proposal();
    yaml.append("  ").append(proposal.id()).append(":\n");
    PackageWriter.line(yaml, "    period", period(proposal));
    if (!proposal.indicator().id().equals(proposal.id())) {
      PackageWriter.line(yaml, "    indicator", proposal.indicator().id());
    }
    sense(yaml, each);
    proposal
        .baseline()
        .ifPresent(
            base -> {
              String value =
                  base.value().map(v -> ", value: " + YamlText.value(v.toString())).orElse("");
              String source = base.source().map(s -> ", source: " + YamlText.value(s)).orElse("");
              PackageWriter.line(
                  yaml, "    baseline", "{period: " + base.period() + value + source + "}");
            });
    PackageWriter.line(
        yaml,
        "    text",
        "{start: %d, end: %d, quote: %s}"
            .formatted(
                proposal.text().start(),
                proposal.text().end(),
                YamlText.value(proposal.text().quote())));
    if (!proposal.doubts().isEmpty()) {
      PackageWriter.line(yaml, "    note", YamlText.words(note(proposal)));
    }
  }

  private static String period(Proposal proposal) {
    return proposal.period().toString();
  }

  /// A sense other than what the words say is a reading, and readings are declared.
  private static void sense(StringBuilder yaml, Bound each) {
    Proposal proposal = each.proposal();
    Sense byDefault = proposal.indicator().lowerIsBetter() ? Sense.AT_MOST : Sense.AT_LEAST;
    Sense said = Sense.saidBy(each.before(), each.after()).orElse(byDefault);
    if (proposal.sense() != said) {
      PackageWriter.line(yaml, "    sense", proposal.sense().code());
      var reading =
          new Words(
              "按“%s”理解，字面是“%s”。".formatted(proposal.sense().words().zh(), said.words().zh()),
              "Read as “%s”; the words say “%s”."
                  .formatted(proposal.sense().words().en(), said.words().en()));
      PackageWriter.line(yaml, "    reading", YamlText.words(reading));
    }
  }

  private static Words note(Proposal proposal) {
    var zh = new StringBuilder("存疑：");
    var en = new StringBuilder("Doubts: ");
    for (Doubt doubt : proposal.doubts()) {
      zh.append(doubt.about().words().zh()).append("：").append(doubt.words().zh());
      en.append(doubt.about().words().en()).append(": ").append(doubt.words().en()).append(' ');
    }
    return new Words(zh.toString(), en.toString().strip());
  }
}
