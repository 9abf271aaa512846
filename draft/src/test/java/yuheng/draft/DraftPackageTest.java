package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.AnchorCheck;
import yuheng.plan.Article;
import yuheng.plan.Layout;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.plan.Target;
import yuheng.prose.PolicyText;
import yuheng.terms.Language;

/// Whatever the text, the package of its draft is one that the plan room accepts.
class DraftPackageTest {
  private static final List<String> PIECES =
      List.of(
          "到2015年，工业总产值达到500亿元",
          "\n",
          "\n\n　　",
          "一、总体要求",
          "（一）目标。",
          "（二）任务",
          "第三章 保障",
          "--",
          "——",
          "质量损失率控制在0.2%以内",
          "由13%提高到13.8%",
          "3—5家",
          "增长10%以上",
          "翻一番",
          "A、B、C三大产业集群",
          "每立方米天然气产出25元以上",
          "，",
          "。",
          "；",
          "*星号*",
          "_下划_",
          "[括号](x)",
          "<b>",
          "&amp;",
          "`码`",
          "# ",
          "1. ",
          "- ",
          "+ ",
          "> ",
          "\\",
          "| 表 | 格 |",
          "\t",
          "~~~",
          "===",
          "'",
          "\"",
          ": ",
          "{x: y}",
          "𠀀",
          "𝟙",
          "培育企业30家",
          "新增就业1.2万人",
          "年均增长7%",
          "每年建设10个",
          "用电产出30元/度",
          "360台/万人");

  @TempDir private Path folder;

  @Test
  void thePackagesOfOurSamplesHaveNoProblem() throws IOException {
    for (Path file : Samples.own()) {
      hold(Draft.of(Samples.read(file).text(), Known.nothing()), file.toString());
    }
  }

  @Test
  void thePackageOfAnExamplesOwnTextHasNoProblem() throws IOException {
    Path text = Samples.FOLDER.resolve("../../examples/small/official-text.txt").normalize();
    Plan small = Plan.read(text.resolveSibling("")).plan().orElseThrow();
    hold(Draft.of(Samples.read(text).text(), Known.of(List.of(small))), "small");
  }

  @Test
  void thePackageOfAnyTextHasNoProblem() {
    forAll(
        DraftPackageTest::text,
        text -> {
          try {
            hold(Draft.of(PolicyText.of(text), Known.nothing()), text);
          } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
          }
        });
  }

  private static String text(RandomGenerator random, int size) {
    var text = new StringBuilder(random.nextBoolean() ? "某市工业发展意见\n" : "");
    for (int i = 0; i <= size * 5; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private void hold(Draft draft, String what) throws IOException {
    empty(folder);
    DraftPackage.of(draft).write(folder);
    Reading reading = Plan.read(folder);
    assertThat(reading.problems()).as(what).isEmpty();
    Plan plan = reading.plan().orElseThrow();
    assertThat(plan.targets().keySet())
        .as(what)
        .containsExactlyElementsOf(draft.proposals().stream().map(Proposal::id).toList());
    for (Proposal proposal : draft.proposals()) {
      Target target = Objects.requireNonNull(plan.targets().get(proposal.id()));
      assertThat(Amounts.equal(target.value(), proposal.value())).as(what).isTrue();
      assertThat(target.sense()).as(what).isEqualTo(proposal.sense());
      assertThat(target.period()).as(what).isEqualTo(proposal.period());
    }
    byte[] text = draft.text().text().getBytes(StandardCharsets.UTF_8);
    AnchorCheck anchors = AnchorCheck.judge(plan, text);
    assertThat(anchors.broken()).as(what).isEmpty();
    assertThat(anchors.sameDocument()).isTrue();
    Layout layout = Layout.of(folder);
    assertThat(layout.problems()).as(what).isEmpty();
    assertThat(layout.changed()).as(what).isEmpty();
    assertThat(words(plan)).as(what).isEqualTo(words(draft));
  }

  /// The words of the prose as the plan room reads it, without blanks, signs of lists, and the full
  /// stop that a heading does not have; without the title.
  private static String words(Plan plan) {
    var words = new StringBuilder();
    for (Article article : plan.prose(Language.ZH)) {
      article.number().ifPresent(number -> words.append("（").append(number).append("）"));
      words.append(article.heading());
      article.blocks().forEach(block -> block.runs().forEach(run -> words.append(run.text())));
    }
    return bare(words.toString());
  }

  /// The words of the text; its title only where a number in it is bound.
  private static String words(Draft draft) {
    String text = draft.text().text();
    String[] lines = text.split("[\n\r]", -1);
    int title = 0;
    int behind = 0;
    while (title < lines.length && lines[title].isBlank()) {
      behind += lines[title].length() + 1;
      title++;
    }
    behind += title < lines.length ? lines[title].length() : 0;
    int end = text.codePointCount(0, Math.min(behind, text.length()));
    boolean bound = draft.proposals().stream().anyMatch(each -> each.text().end() <= end);
    int from = bound ? title : title + 1;
    List<String> kept =
        from < lines.length ? List.of(lines).subList(from, lines.length) : List.of();
    return bare(String.join("\n", kept));
  }

  private static String bare(String text) {
    return text.replaceAll("(?m)^[\\s　]*(?:-{1,2}|—{1,2})\\s*", "")
        .replaceAll("[\\s　。（）()]|[-—]", "");
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }
}
