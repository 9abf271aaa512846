package yuheng.prose;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A row of a labelled file, and the folders where labelled files are kept.
///
/// @param periods the period and the others that are right too, as normal text, `` for none
/// @param comparators the comparator and the others that are right too
/// @param forms values and units that are right
/// @param subjects how many subjects share the number
record Labelled(
    int start,
    int end,
    List<Form> forms,
    List<String> comparators,
    List<String> periods,
    String subject,
    String scope,
    int subjects) {

  /// A value in a unit.
  record Form(BigDecimal value, String unit) {}

  private static final Pattern PAIR =
      Pattern.compile("\\[\\s*(-?[\\d.eE+]+)\\s*,\\s*\"([^\"]*)\"\\s*]");

  /// The folder of labelled texts, beside the project or where `yuheng.policy` says; it is no part
  /// of the project.
  static Optional<Path> folder(Path home) {
    String said = System.getProperty("yuheng.policy");
    Stream<Path> places =
        Stream.of(
            said == null ? home.resolve("../shared/policy") : Path.of(said),
            home.resolve("../../shared/policy"));
    return places.map(Path::normalize).filter(Files::isDirectory).findFirst();
  }

  static List<Labelled> read(Path file) throws IOException {
    var rows = new ArrayList<Labelled>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        rows.add(of(line));
      }
    }
    return rows;
  }

  private static Labelled of(String line) {
    BigDecimal value = new BigDecimal(number(line, "value"));
    String unit = text(line, "unit");
    var forms = new ArrayList<Form>();
    forms.add(new Form(value, unit));
    texts(line, "unit_alt").forEach(other -> forms.add(new Form(value, other)));
    Matcher pair = PAIR.matcher(list(line, "value_unit_alt"));
    while (pair.find()) {
      forms.add(new Form(new BigDecimal(pair.group(1)), pair.group(2)));
    }
    var comparators = new ArrayList<>(List.of(text(line, "comparator")));
    comparators.addAll(texts(line, "comparator_alt"));
    var periods = new ArrayList<>(List.of(text(line, "period")));
    periods.addAll(texts(line, "period_alt"));
    String shared = number(line, "n_subjects");
    return new Labelled(
        Integer.parseInt(number(line, "char_start")),
        Integer.parseInt(number(line, "char_end")),
        forms,
        comparators,
        periods,
        text(line, "subject_zh"),
        text(line, "scope_zh"),
        shared.isEmpty() ? 1 : Integer.parseInt(shared));
  }

  private static String number(String line, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":\\s*(-?[\\d.eE+]+)").matcher(line);
    return found.find() ? found.group(1) : "";
  }

  /// The text of a key; empty for `null` and for none.
  private static String text(String line, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":\\s*\"([^\"]*)\"").matcher(line);
    return found.find() ? found.group(1) : "";
  }

  private static String list(String line, String key) {
    int at = line.indexOf("\"" + key + "\":");
    if (at < 0) {
      return "";
    }
    int depth = 0;
    for (int i = line.indexOf('[', at); i < line.length(); i++) {
      depth += line.charAt(i) == '[' ? 1 : line.charAt(i) == ']' ? -1 : 0;
      if (depth == 0) {
        return line.substring(line.indexOf('[', at) + 1, i);
      }
    }
    return "";
  }

  private static List<String> texts(String line, String key) {
    var texts = new ArrayList<String>();
    Matcher found = Pattern.compile("\"([^\"]*)\"|null").matcher(list(line, key));
    while (found.find()) {
      texts.add(found.group(1) == null ? "" : found.group(1));
    }
    return texts;
  }
}
