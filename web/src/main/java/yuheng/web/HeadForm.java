package yuheng.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import yuheng.draft.Head;

/// What the document says of itself, as a form.
record HeadForm(
    String title,
    String issuer,
    String issued,
    String span,
    String horizon,
    String plan,
    List<ProposalForm.DoubtLine> doubts) {

  static HeadForm of(Head head, Asked asked, Map<String, String> typed) {
    return new HeadForm(
        typed.getOrDefault("title", head.title()),
        typed.getOrDefault("issuer", head.issuer().orElse("")),
        typed.getOrDefault("issued", head.issued().map(LocalDate::toString).orElse("")),
        typed.getOrDefault("span", head.span().toString()),
        typed.getOrDefault("horizon", Integer.toString(head.horizon())),
        typed.getOrDefault("plan", head.id()),
        ProposalForm.doubts(head.doubts(), asked));
  }
}
