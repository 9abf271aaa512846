package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import yuheng.testing.Golden;

/// `docs/schemas`: JSON Schemas for editors, made of what the reader asks of each file. The reader
/// is watched while it reads a package that uses every part of the format, and every other package.
class SchemaTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /// YAML's own: the keys of one map can be years and words, which have no order.
  private static final ObjectMapper READ = JsonMapper.builder().build();

  private static final Path SCHEMAS = Golden.home().resolve("docs/schemas");
  private static Map<String, Schema> schemas = Map.of();

  static Stream<Path> packages() throws IOException {
    return LayoutTest.packages();
  }

  @BeforeAll
  static void watchTheReader() throws IOException {
    var shapes = new Shape.Files();
    for (Path folder : packages().toList()) {
      new PackageReader(folder, new Problems(shapes)).read();
    }
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    schemas = new TreeMap<>();
    for (var file : shapes.all().entrySet()) {
      String text = JSON.writeValueAsString(file.getValue().schema("Yuheng " + file.getKey()));
      Golden.hold(SCHEMAS.resolve(file.getKey().replace(".yaml", ".schema.json")), text + "\n");
      schemas.put(file.getKey(), registry.getSchema(text));
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageOfTheHouseFitsTheSchemas(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        assertThat(faults(folder.relativize(file).toString(), Files.readString(file)))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void aMisspelledKeyAMissingOneAndAWrongKindAreFaults() {
    assertThat(faults("targets.yaml", "targets: {a: {period: 2015, basline: {period: 2010}}}"))
        .anyMatch(fault -> fault.contains("basline"));
    assertThat(faults("targets.yaml", "targets: {a: {note: x}}"))
        .anyMatch(fault -> fault.contains("period"));
    assertThat(faults("indicators/a.yaml", "indicators: {a: {time: flux}}"))
        .anyMatch(fault -> fault.contains("enum"));
  }

  private static List<String> faults(String file, String yaml) {
    int folder = file.indexOf('/');
    String name = folder < 0 ? file : file.substring(0, folder) + ".yaml";
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return Objects.requireNonNull(schemas.get(name))
        .validate(READ.writeValueAsString(read), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
