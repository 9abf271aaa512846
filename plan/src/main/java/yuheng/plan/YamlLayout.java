package yuheng.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import yuheng.terms.Span;

/// Lays out a YAML file by writing its events again: two blanks a level, no wrapped lines; flow and
/// block style, quotes and comments as the author chose them. A text whose meaning or comments
/// would not come out the same is left as it is and told as a problem.
final class YamlLayout {
  private static final DumpSettings STYLE =
      DumpSettings.builder()
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(Integer.MAX_VALUE)
          .setMaxSimpleKeyLength(1000)
          .setBestLineBreak("\n")
          .setDumpComments(true)
          .setUseUnicodeEncoding(true)
          .build();

  private YamlLayout() {}

  static String of(String file, String text, Problems problems) {
    try {
      if (!hasCommentWithinBrackets(text)) {
        String laidOut = tidied(written(text));
        if (same(text, laidOut)) {
          return laidOut;
        }
      }
      problems.add(
          "PL009",
          "this file cannot be laid out without changing it",
          Span.at(file, 1, 1),
          "laying out changes blanks and nothing else",
          "move comments out of { } and [ ] onto lines of their own");
    } catch (YamlEngineException broken) {
      YamlFile.read(file, text, problems); // tells what is wrong with it
    }
    return text;
  }

  /// There the library would set what follows the comment at the start of its line.
  private static boolean hasCommentWithinBrackets(String text) {
    int depth = 0;
    for (Event event : new Parse(reading(text)).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart ->
            depth += depth > 0 || ((CollectionStartEvent) event).isFlow() ? 1 : 0;
        case MappingEnd, SequenceEnd -> depth -= depth > 0 ? 1 : 0;
        case Comment -> {
          if (depth > 0) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static LoadSettings reading(String text) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setParseComments(true)
        .setBufferSize(text.length() + 1)
        .build();
  }

  private static String written(String text) {
    var out = new StringBuilder();
    var emitter =
        new Emitter(
            STYLE,
            new StreamDataWriter() {
              @Override
              public void write(String part) {
                out.append(part);
              }

              @Override
              public void write(String part, int from, int length) {
                out.append(part, from, from + length);
              }
            });
    for (Event event : new Parse(reading(text)).parseString(text)) {
      emitter.emit(event);
    }
    return out.toString();
  }

  /// No blanks at line ends, no more than one empty line in a row, one line end at the end.
  private static String tidied(String text) {
    String bare = text.replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
    return bare.isEmpty() ? "" : commentsAboveWhatTheySpeakOf(bare) + "\n";
  }

  /// A comment on a line of its own stands as deep as the line it precedes.
  private static String commentsAboveWhatTheySpeakOf(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String indent = "";
    for (int i = lines.size() - 1; i >= 0; i--) {
      String bare = lines.get(i).stripLeading();
      if (bare.startsWith("#")) {
        lines.set(i, indent + bare);
      } else if (!bare.isEmpty()) {
        indent = lines.get(i).substring(0, lines.get(i).length() - bare.length());
      }
    }
    return String.join("\n", lines);
  }

  private static boolean same(String before, String after) {
    return meaning(before).equals(meaning(after)) && comments(before).equals(comments(after));
  }

  private static String meaning(String text) {
    Optional<Node> root = new Compose(reading(text)).composeString(text);
    return root.map(YamlLayout::meaning).orElse("");
  }

  private static String meaning(Node node) {
    return switch (node) {
      case ScalarNode scalar ->
          scalar.getTag() + "=" + scalar.getValue().length() + ":" + scalar.getValue();
      case SequenceNode list ->
          list.getValue().stream().map(YamlLayout::meaning).toList().toString();
      case MappingNode map -> {
        var pairs = new ArrayList<String>();
        for (NodeTuple pair : map.getValue()) {
          pairs.add(meaning(pair.getKeyNode()) + "→" + meaning(pair.getValueNode()));
        }
        yield pairs.toString();
      }
      default -> node.toString();
    };
  }

  private static List<String> comments(String text) {
    var comments = new ArrayList<String>();
    for (Event event : new Parse(reading(text)).parseString(text)) {
      if (event instanceof CommentEvent comment
          && comment.getCommentType() != CommentType.BLANK_LINE) {
        comments.add(new CommentLine(comment).getValue().strip());
      }
    }
    return comments;
  }
}
