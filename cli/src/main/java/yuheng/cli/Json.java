package yuheng.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes maps, lists, texts, whole numbers and truth values as JSON. Hides the JSON library.
final class Json {
  private Json() {}

  /// An array with one object per line, so that a change of one row is a change of one line.
  static String lines(List<Map<String, Object>> rows) {
    var text = new StringBuilder("[\n");
    for (int i = 0; i < rows.size(); i++) {
      text.append(one(rows.get(i))).append(i + 1 < rows.size() ? ",\n" : "\n");
    }
    return text.append("]").toString();
  }

  static String one(Object value) {
    var text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator to, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        to.writeStartObject();
        map.forEach(
            (key, each) -> {
              to.writeName(String.valueOf(key));
              write(to, each);
            });
        to.writeEndObject();
      }
      case List<?> list -> {
        to.writeStartArray();
        list.forEach(each -> write(to, each));
        to.writeEndArray();
      }
      case Boolean truth -> to.writeBoolean(truth);
      case Integer number -> to.writeNumber(number);
      case String text -> to.writeString(text);
      case null -> throw new IllegalArgumentException("JSON of ours has no null");
      default -> throw new IllegalArgumentException("not for JSON: " + value.getClass());
    }
  }
}
