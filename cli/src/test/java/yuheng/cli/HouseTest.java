package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yuheng.testing.Golden;

/// The laws of `docs/laws.md` that a machine can hold.
class HouseTest {
  private static final Path HOME = Golden.home();
  private static final int LONGEST_FILE = 400;
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(Manager|Helper|Utils?|Processor|Impl|Abstract|DTO|Dto|Base|Info)(?=[A-Z.]|$)");
  private static final Pattern CODE = Pattern.compile("\"((?:PL|FA)\\d{3})\"");

  /// `-Dformat.write=true` formats the files instead of telling.
  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    var formatter = new Formatter();
    var unformatted = new ArrayList<String>();
    for (Path file : sources()) {
      String written = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(written);
      if (!formatted.equals(written)) {
        if (Boolean.getBoolean("format.write")) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(HOME.relativize(file).toString());
        }
      }
    }
    assertThat(unformatted).as("run ./yuheng test -Dformat.write=true").isEmpty();
  }

  @Test
  void noNameSaysLessThanItShould() throws IOException {
    assertThat(sources().stream().map(file -> file.getFileName().toString()))
        .noneMatch(name -> FORBIDDEN.matcher(name.replace(".java", "")).find());
  }

  @Test
  void noFileIsTooLongButThoseThatSayWhy() throws IOException {
    List<String> excused =
        Files.readAllLines(HOME.resolve("docs/size-exceptions.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" ", 2)[0])
            .toList();
    var tooLong = new TreeSet<String>();
    for (Path file : sources()) {
      if (Files.readAllLines(file).size() > LONGEST_FILE) {
        tooLong.add(HOME.relativize(file).toString());
      }
    }
    assertThat(tooLong).containsExactlyInAnyOrderElementsOf(excused);
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    var silent = new ArrayList<String>();
    for (Path file : sources()) {
      Path said = file.resolveSibling("package-info.java");
      boolean product = file.toString().contains("/src/main/");
      if (product && (!Files.exists(said) || !Files.readString(said).contains("///"))) {
        silent.add(HOME.relativize(file).toString());
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void everyProblemCodeHasACase() throws IOException {
    var used = new TreeSet<String>();
    for (Path file : sources()) {
      if (file.toString().contains("/src/main/")) {
        Matcher codes = CODE.matcher(Files.readString(file));
        while (codes.find()) {
          used.add(codes.group(1));
        }
      }
    }
    used.remove("PL002"); // bytes that are no UTF-8 cannot stand in a case; see NotUtf8Test
    try (Stream<Path> cases = Files.list(HOME.resolve("cases/problems"))) {
      assertThat(cases.map(file -> file.getFileName().toString().substring(0, 5)).distinct())
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void noTestIsSwitchedOffAndNothingIsLeftToDo() throws IOException {
    var left = new ArrayList<String>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      if (!file.endsWith("HouseTest.java")
          && (text.contains("@Disabled") || text.contains("TODO") || text.contains("FIXME"))) {
        left.add(HOME.relativize(file).toString());
      }
    }
    assertThat(left).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !HOME.relativize(file).toString().contains("target/"))
          .sorted()
          .toList();
    }
  }
}
