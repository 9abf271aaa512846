package yuheng.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes the tables of `docs/book/reference/draft-accuracy.md`: scores text by text, and on how
/// many texts each rule decided something: `AccuracyTables TEXT…`, labels beside each text.
final class AccuracyTables {
  private AccuracyTables() {}

  public static void main(String[] files) throws IOException {
    var texts = new TreeMap<String, TreeSet<String>>();
    var times = new TreeMap<String, Integer>();
    System.out.println("| text | labels | found | a | b | c | d | e |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Path file : List.of(files).stream().map(Path::of).toList()) {
      String name = file.getFileName().toString().replace(".txt", "");
      PolicyText text = PolicyText.of(Files.readString(file));
      if (Files.exists(file.resolveSibling(name + ".jsonl"))) {
        System.out.println(
            "| " + name + " " + score(file.resolveSibling(".").normalize(), name, text));
      }
      for (Mention mention : text.mentions()) {
        for (Mention.Ground ground : mention.because()) {
          texts.computeIfAbsent(ground.rule(), _ -> new TreeSet<>()).add(name);
          times.merge(ground.rule(), 1, Integer::sum);
        }
      }
    }
    System.out.println("\n| rule | texts | times |\n|---|---|---|");
    times.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            rule ->
                System.out.printf(
                    "| `%s` | %d | %d |%n",
                    rule.getKey(),
                    texts.getOrDefault(rule.getKey(), new TreeSet<>()).size(),
                    rule.getValue()));
  }

  private static Score score(Path folder, String name, PolicyText text) throws IOException {
    Path optional = folder.resolve(name + ".optional.jsonl");
    return Score.of(
        Labelled.read(folder.resolve(name + ".jsonl")),
        Files.exists(optional) ? Labelled.read(optional) : List.of(),
        text.commitments());
  }
}
