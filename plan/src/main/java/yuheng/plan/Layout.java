package yuheng.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import yuheng.terms.Problem;

/// The one way in which the files of a package are laid out (排版). Meaning and comments stay as they
/// are; figures (`data/`) are left alone.
///
/// @param changed the new text of every file that is laid out otherwise, by its name in the package
/// @param problems files that cannot be laid out, because they cannot be read
public record Layout(SequencedMap<String, String> changed, List<Problem> problems) {
  /// What the files of a package would be.
  public static Layout of(Path folder) {
    var problems = new Problems();
    var changed = new TreeMap<String, String>();
    for (String file : files(folder)) {
      try {
        String text = Files.readString(folder.resolve(file));
        String laidOut =
            file.endsWith(".md") ? ProseLayout.of(text) : YamlLayout.of(file, text, problems);
        if (!laidOut.equals(text)) {
          changed.put(file, laidOut);
        }
      } catch (MalformedInputException notUtf8) {
        problems.notUtf8(file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return new Layout(changed, problems.all());
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".md") || name.endsWith(".yaml"))
          .filter(name -> !name.startsWith("data/") && !isAside(name))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isAside(String name) {
    return name.endsWith(".md") && !name.equals("plan.md") && !name.equals("plan.en.md");
  }

  /// Writes the files that are laid out otherwise.
  public void write(Path folder) throws IOException {
    for (var file : changed.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
