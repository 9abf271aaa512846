package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A package with the edits of a case: `--- edit FILE`, `--- append FILE`, `--- delete FILE`; the
/// steps `--- take FILE` and `--- import FILE` are for [BroughtTables].
final class EditedPackage {
  private EditedPackage() {}

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  static void edit(Path folder, String given) throws IOException {
    String[] steps = given.split("(?m)^--- ", -1);
    for (String step : Arrays.asList(steps).subList(1, steps.length)) {
      String[] head = step.substring(0, step.indexOf('\n')).split(" ", 2);
      String body = step.substring(step.indexOf('\n') + 1);
      Path file = folder.resolve(head[1]);
      switch (head[0]) {
        case "delete" -> Files.delete(file);
        case "append" ->
            Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + body);
        case "edit" -> {
          int arrow = body.indexOf("\n=>\n");
          String before = body.substring(0, arrow);
          String after = body.substring(arrow + 4).replaceFirst("\\n$", "");
          String old = Files.readString(file);
          assertThat(old).as("what is to be edited").contains(before);
          Files.writeString(file, old.replace(before, after));
        }
        case "take", "import" -> {}
        default -> throw new IllegalArgumentException("no such step: " + step);
      }
    }
  }
}
