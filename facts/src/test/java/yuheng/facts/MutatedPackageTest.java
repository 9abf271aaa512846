package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.Plan;
import yuheng.plan.Proof;
import yuheng.testing.Golden;

/// A package whose text was damaged ends in problems or is still one, never in an exception, and
/// soon.
///
/// 5 000 damaged files; 200 000 with `./yuheng test --deep`.
class MutatedPackageTest {
  private static final int FILES = Boolean.getBoolean("yuheng.deep") ? 200_000 : 5_000;
  private static final long SEED = 20_120_818L;
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "\n",
          "  ",
          "- ",
          "#",
          "\"",
          "'",
          "&a",
          "*a",
          "!!x",
          "|",
          "2015",
          "..",
          "%",
          "亿元",
          "万",
          "/",
          "·",
          "(",
          ")",
          "](target:",
          "where scope = ",
          "-",
          "\u0000",
          "\uFFFD",
          "𠀀",
          "<<: ",
          "~",
          "null",
          ",,,",
          "1e999",
          "９",
          "超过");

  @Test
  void damagedFilesEndInProblemsOrSuccess(@TempDir Path folder) throws IOException {
    Path small = Golden.home().resolve("examples/bad/chain");
    Path other = Golden.home().resolve("examples/small");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (Path source : List.of(small, other)) {
      Path copy = folder.resolve(source.getFileName().toString());
      List<Path> files;
      try (Stream<Path> walk = Files.walk(source)) {
        files = walk.filter(Files::isRegularFile).map(source::relativize).toList();
      }
      for (Path file : files) {
        Path target = copy.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(source.resolve(file.toString()), target);
      }
      for (int i = 0; i < FILES / 2; i++) {
        Path file = files.get(random.nextInt(files.size()));
        String whole = Files.readString(source.resolve(file.toString()));
        String damaged = damaged(whole, random);
        Files.write(copy.resolve(file.toString()), damaged.getBytes(StandardCharsets.UTF_8));
        read(copy, file + " number " + i + ":\n" + damaged);
        Files.writeString(copy.resolve(file.toString()), whole);
      }
    }
  }

  private static void read(Path folder, String what) {
    long start = System.nanoTime();
    try {
      Plan.read(folder)
          .plan()
          .ifPresent(
              plan -> {
                Proof.of(plan);
                OfficialFigures.load(plan);
              });
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError(what, thrown);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
  }

  private static String damaged(String text, RandomGenerator random) {
    var damaged = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(damaged.length() + 1);
      int to = Math.min(damaged.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> damaged.delete(at, to);
        case 1 -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> damaged.insert(at, damaged.substring(at, to).repeat(1 + random.nextInt(3)));
        default -> damaged.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return damaged.toString();
  }
}
