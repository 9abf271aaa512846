package yuheng.plan;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import yuheng.terms.Span;

/// Reads the text of a YAML file; what is not YAML is told as a problem and read as an empty file.
final class YamlFile {
  private YamlFile() {}

  static YamlMap read(String file, String text, Problems problems) {
    try {
      // snakeyaml-engine 2.10 reads past a buffer that ends within a surrogate pair, so a rare
      // character (𠀀) could break a file; a buffer longer than the text never ends within one.
      var settings =
          LoadSettings.builder()
              .setLabel(file)
              .setUseMarks(true)
              .setBufferSize(text.length() + 1)
              .build();
      return YamlMap.root(file, new Compose(settings).composeString(text), problems);
    } catch (MarkedYamlEngineException broken) {
      Span where =
          broken.getProblemMark().map(mark -> spot(file, mark)).orElse(Span.at(file, 1, 1));
      unreadable(
          problems,
          broken.getProblem(),
          where,
          "check indentation, quotes and colons near this place");
    } catch (YamlEngineException broken) {
      unreadable(
          problems,
          String.valueOf(broken.getMessage()).lines().findFirst().orElse(""),
          Span.at(file, 1, 1),
          "check the file for characters YAML does not allow, and quotes that never end");
    }
    return YamlMap.root(file, Optional.empty(), problems);
  }

  private static void unreadable(Problems problems, String said, Span where, String mend) {
    problems.unread(where.file());
    problems.add(
        "PL003",
        "this is not YAML: " + said,
        where,
        "a file that cannot be read says nothing",
        mend);
  }

  private static Span spot(String file, Mark mark) {
    return Span.at(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
