package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuheng.testing.Golden;

/// The bars that the grammar is held to on texts labelled by a person.
///
/// The texts are no part of the project; without them these tests say so and are skipped.
class LabelledTextsTest {
  private static final String ABSENT =
      "no labelled texts: lay them in ../shared/policy or name the folder with -Dyuheng.policy";
  private static final Pattern F1 = Pattern.compile("\\( *([a-e])\\).*F1 ([\\d.]+)");

  @ParameterizedTest
  @CsvSource({
    "chongqing-2012, 0.98, 0.98, 0.98, 0.95, 0.90",
    "cq2008,         0.95, 0.95, 0.92, 0.92, 0.85",
    "gz2011,         0.95, 0.95, 0.92, 0.92, 0.85",
  })
  void theTextIsReadAsThePersonDid(String name, double a, double b, double c, double d, double e)
      throws IOException {
    Score score = score(policy(), name);
    assertThat(score.f1(Score.Level.A)).as("span and value").isGreaterThanOrEqualTo(a);
    assertThat(score.f1(Score.Level.B)).as("and unit").isGreaterThanOrEqualTo(b);
    assertThat(score.f1(Score.Level.C)).as("and comparator").isGreaterThanOrEqualTo(c);
    assertThat(score.f1(Score.Level.D)).as("and period").isGreaterThanOrEqualTo(d);
    assertThat(score.f1(Score.Level.E)).as("value and subject").isGreaterThanOrEqualTo(e);
  }

  @ParameterizedTest
  @CsvSource({"chongqing-2012", "cq2008", "gz2011"})
  void theScorerAgreesWithTheGuidesOwn(String name, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path policy = policy();
    Path predicted = folder.resolve(name + ".jsonl");
    var rows = new StringBuilder();
    List<Mention> kept = someOf(read(policy, name).mentions());
    for (Mention mention : kept) {
      rows.append(GuideRow.line(name, mention)).append('\n');
    }
    Files.writeString(predicted, rows);
    Optional<String> told = run(policy, name, predicted);
    assumeTrue(told.isPresent(), "no python3 here to run the guide's scorer");
    Score ours = score(policy, name, kept);
    Matcher lines = F1.matcher(told.get());
    while (lines.find()) {
      Score.Level level = Score.Level.valueOf(lines.group(1).toUpperCase(Locale.ROOT));
      assertThat(ours.f1(level))
          .as("level " + level)
          .isCloseTo(Double.parseDouble(lines.group(2)), within(0.0001));
    }
  }

  /// Two of three mentions whatever their role, so that there are errors to count.
  private static List<Mention> someOf(List<Mention> mentions) {
    var kept = new ArrayList<Mention>();
    for (int i = 0; i < mentions.size(); i++) {
      if ((i + 1) % 3 != 0) {
        kept.add(mentions.get(i));
      }
    }
    return kept;
  }

  @Test
  void offsetsAreCodePointsOfTheText() throws IOException {
    Path policy = policy();
    for (String name : List.of("chongqing-2012", "cq2008", "gz2011")) {
      String text = Files.readString(policy.resolve(name + ".txt"));
      int[] points = text.codePoints().toArray();
      for (Mention mention : PolicyText.of(text).mentions()) {
        assertThat(new String(points, mention.start(), mention.end() - mention.start()))
            .isEqualTo(mention.raw());
      }
    }
  }

  private static Path policy() {
    Optional<Path> folder = Labelled.folder(Golden.home());
    assumeTrue(folder.isPresent(), ABSENT);
    return folder.get();
  }

  static PolicyText read(Path policy, String name) throws IOException {
    return PolicyText.of(Files.readString(policy.resolve(name + ".txt")));
  }

  static Score score(Path policy, String name) throws IOException {
    return score(policy, name, read(policy, name).commitments());
  }

  private static Score score(Path policy, String name, List<Mention> found) throws IOException {
    Path optional = policy.resolve(name + ".optional.jsonl");
    return Score.of(
        Labelled.read(policy.resolve(name + ".jsonl")),
        Files.exists(optional) ? Labelled.read(optional) : List.of(),
        found);
  }

  private static Optional<String> run(Path policy, String name, Path predicted)
      throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(
                  "python3",
                  policy.resolve("score.py").toString(),
                  policy.resolve(name + ".jsonl").toString(),
                  predicted.toString())
              .redirectErrorStream(true)
              .start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(told) : Optional.empty();
    } catch (IOException noPython) {
      return Optional.empty();
    }
  }
}
