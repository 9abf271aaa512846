package yuheng.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.plan.Article;
import yuheng.plan.Article.Run;
import yuheng.plan.Proof.Finding;

/// The findings of the proof, numbered as a reader meets them and tied to the words they concern.
final class DocumentRemarks {
  private final SequencedMap<Finding, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Asked asked;

  DocumentRemarks(List<Article> prose, List<Finding> findings, Asked asked) {
    this.asked = asked;
    prose.stream()
        .flatMap(article -> article.blocks().stream())
        .flatMap(DocumentRemarks::bound)
        .forEach(
            bound -> {
              words.put(bound.target(), bound.text());
              findings.stream()
                  .filter(finding -> isAt(finding, bound.target()))
                  .forEach(finding -> numbers.putIfAbsent(finding, numbers.size() + 1));
            });
  }

  /// Findings stand beside the first of the targets they name.
  private static boolean isAt(Finding finding, String target) {
    return !finding.targets().isEmpty() && finding.targets().getFirst().equals(target);
  }

  private static Stream<Run.Bound> bound(Article.Block block) {
    return block.runs().stream()
        .mapMulti(
            (run, sink) -> {
              if (run instanceof Run.Bound bound) {
                sink.accept(bound);
              }
            });
  }

  /// Numbers of the findings that concern a target.
  List<Integer> numbers(String target) {
    var here = new ArrayList<Integer>();
    numbers.forEach(
        (finding, number) -> {
          if (finding.targets().contains(target)) {
            here.add(number);
          }
        });
    return here;
  }

  /// What stands beside a paragraph.
  List<DocumentPage.Remark> beside(Article.Block block) {
    List<String> here = bound(block).map(Run.Bound::target).toList();
    var remarks = new ArrayList<DocumentPage.Remark>();
    numbers.forEach(
        (finding, number) -> {
          if (here.contains(finding.targets().getFirst())) {
            remarks.add(remark(finding, number));
          }
        });
    return remarks;
  }

  private DocumentPage.Remark remark(Finding finding, int number) {
    return new DocumentPage.Remark(
        number,
        asked.t(finding.what()),
        asked.t(finding.arithmetic()),
        finding
            .acknowledged()
            .map(seen -> seen.by() + " " + seen.on() + " " + asked.t(seen.why()))
            .orElse(""),
        finding.targets().stream()
            .filter(words::containsKey)
            .map(target -> new Frame.Place(words.getOrDefault(target, ""), "#" + target, false))
            .toList());
  }
}
