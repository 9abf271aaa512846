package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yuheng.terms.Problem;
import yuheng.testing.Golden;

/// Laying out a package changes blanks and nothing else, and once is enough.
class LayoutTest {
  @TempDir private Path folder;

  static Stream<Path> packages() throws IOException {
    try (Stream<Path> walk = Files.walk(Golden.home())) {
      return walk
          .filter(file -> file.endsWith("plan.yaml") && !file.toString().contains("target"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageOfTheHouseIsLaidOut(Path ours) {
    Layout layout = Layout.of(ours);
    assertThat(layout.problems()).isEmpty();
    assertThat(layout.changed()).isEmpty();
  }

  @Test
  void aDrawnPlanMeansTheSameWhenLaidOutAndIsAFixedPoint() {
    forAll(
        1_000,
        (random, size) -> new Untidy(DrawnPlan.draw(random, size), random.nextLong()),
        untidy -> {
          Plan before = untidy.read(folder);
          assertThat(write(Layout.of(folder))).isTrue();
          assertThat(Plan.read(folder).plan()).contains(before);
          assertThat(Layout.of(folder).changed()).isEmpty();
        });
  }

  private boolean write(Layout layout) {
    try {
      layout.write(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return layout.problems().isEmpty();
  }

  /// A drawn plan with blanks, empty lines and comments strewn into its files.
  private record Untidy(DrawnPlan plan, long seed) {
    Plan read(Path folder) {
      assertThat(plan.read(folder).problems()).isEmpty();
      var random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      for (String file : Stream.of("targets.yaml", "relations.yaml", "plan.md").toList()) {
        try {
          String text = Files.readString(folder.resolve(file));
          Files.writeString(folder.resolve(file), strewn(text, file.endsWith(".yaml"), random));
        } catch (IOException unwritable) {
          throw new UncheckedIOException(unwritable);
        }
      }
      Reading reading = Plan.read(folder);
      assertThat(reading.problems()).isEmpty();
      return reading.plan().orElseThrow();
    }

    private static String strewn(String text, boolean yaml, RandomGenerator random) {
      var out = new StringBuilder();
      for (String line : text.split("\n", -1)) {
        out.append(line);
        switch (random.nextInt(8)) {
          case 0 -> out.append(" ");
          case 1 -> out.append(yaml ? "  # 注 " + random.nextInt(100) : "");
          case 2 -> out.append(yaml ? "\n\n\n# 单独一行" : "");
          case 3 -> out.append(random.nextBoolean() && yaml ? "\r" : "");
          default -> {}
        }
        out.append("\n");
      }
      return out.toString();
    }
  }

  @Test
  void commentsAndTheAuthorsChoiceOfStyleStay() throws IOException {
    Files.writeString(
        folder.resolve("targets.yaml"),
        """
        targets:    # 全部目标


          # 第一个
          loss:   {period:   2015,text: {quote: "3%" ,start: 1,end: 3}}   # 损耗
          granaries:
               period: 2011..2015
        """);
    Layout.of(folder).write(folder);
    assertThat(folder.resolve("targets.yaml"))
        .hasContent(
            """
            targets: # 全部目标

              # 第一个
              loss: {period: 2015, text: {quote: "3%", start: 1, end: 3}} # 损耗
              granaries:
                period: 2011..2015
            """);
  }

  @Test
  void aFileThatIsNotYamlIsToldAndLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("targets.yaml"), "targets: [");
    Layout layout = Layout.of(folder);
    assertThat(layout.changed()).isEmpty();
    assertThat(layout.problems()).extracting(Problem::code).containsExactly("PL003");
  }

  @Test
  void headingsHaveABlankLineAroundThem() throws IOException {
    Files.writeString(folder.resolve("plan.md"), "#  题目 #\n## 一、章\r\n正文 \n\n\n- 项");
    Layout.of(folder).write(folder);
    assertThat(folder.resolve("plan.md")).hasContent("# 题目\n\n## 一、章\n\n正文\n\n- 项\n");
  }
}
