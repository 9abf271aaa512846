package yuheng.facts;

import java.io.StringWriter;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The fields of something said, as JSON with sorted names, so that the same fields are always the
/// same text.
final class FieldsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FieldsJson() {}

  static String write(SortedMap<String, String> fields) {
    var text = new StringWriter();
    try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      to.writeStartObject();
      fields.forEach(to::writeStringProperty);
      to.writeEndObject();
    }
    return text.toString();
  }

  static SortedMap<String, String> read(String text) {
    var fields = new TreeMap<String, String>();
    try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), text)) {
      from.nextToken();
      while (from.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = from.currentName();
        from.nextToken();
        fields.put(name, from.getString());
      }
    }
    return fields;
  }
}
