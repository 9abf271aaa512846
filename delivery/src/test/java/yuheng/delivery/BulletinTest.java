package yuheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.delivery.Bulletin.Part;
import yuheng.facts.Figure;
import yuheng.terms.Language;
import yuheng.testing.Golden;

/// The bulletin of September 2012: its words, and what each of them rests on.
class BulletinTest {
  private static final Chongqing CITY = Chongqing.asItIs();
  private static final Path CASES = Golden.home().resolve("cases/chongqing-2012");

  @Test
  void itReadsAsItStandsInTheGoldenFile() {
    for (Language language : Language.values()) {
      String code = language == Language.ZH ? "zh" : "en";
      Golden.hold(
          CASES.resolve("bulletin-2012-09." + code + ".txt"), text(CITY.bulletin(), language));
    }
  }

  private static String text(Bulletin bulletin, Language language) {
    var text = new StringBuilder(bulletin.name(language)).append("\n\n");
    for (Bulletin.Section section : bulletin.sections()) {
      text.append(section.number()).append('、').append(section.heading().in(language)).append("\n");
      for (Bulletin.Block block : section.blocks()) {
        switch (block) {
          case Bulletin.Paragraph paragraph ->
              paragraph.sentences().forEach(one -> text.append(one.text(language)).append('\n'));
          case Bulletin.Table table -> {
            text.append("[").append(table.title().in(language)).append("]\n");
            table
                .rows()
                .forEach(
                    row ->
                        text.append(
                                row.stream()
                                    .map(cell -> cell.text().in(language))
                                    .collect(Collectors.joining(" | ")))
                            .append('\n'));
          }
          case Bulletin.Chart chart -> {
            text.append("[").append(chart.title().in(language)).append("]\n");
            chart
                .lines()
                .forEach(
                    line ->
                        text.append(line.name().in(language))
                            .append(": ")
                            .append(
                                line.points().stream()
                                    .map(point -> point.value().orElse("—"))
                                    .collect(Collectors.joining(" ")))
                            .append('\n'));
          }
        }
      }
      text.append('\n');
    }
    bulletin.notes().forEach(note -> text.append(note.in(language)).append('\n'));
    return text.toString();
  }

  @Test
  void everyNumberIsBoundToFiguresThatExist() {
    CITY.bulletin()
        .parts()
        .forEach(
            part ->
                part.shown()
                    .forEach(id -> assertThat(CITY.figures().find(id)).as(part.id()).isPresent()));
  }

  /// Both ways: what shows a figure changes, and what changes shows it or was weighed with it.
  @Test
  void changingOneFigureChangesExactlyTheSentencesTablesAndChartsThatUseIt(@TempDir Path folder)
      throws IOException {
    Chongqing copy = Chongqing.copiedTo(folder);
    Path file = folder.resolve("data/official.csv");
    List<String> lines = Files.readAllLines(file);
    Map<String, Part> before = byId(copy.bulletin());
    var used = new TreeSet<String>();
    before.values().forEach(part -> used.addAll(part.shown()));
    int unused = 0;
    for (Figure figure : copy.figures().all()) {
      boolean shown = used.contains(figure.id());
      if (!shown && (line(figure) % 97 != 0 || ++unused > 6)) {
        continue; // of figures that are not shown, some
      }
      var edited = new ArrayList<>(lines);
      int line = line(figure) - 1;
      edited.set(line, changed(lines.get(line)));
      Files.writeString(file, String.join("\n", edited) + "\n", StandardCharsets.UTF_8);
      Chongqing then = Chongqing.withFigures(copy.plan());
      String newId = sameLine(then, line(figure)).id();
      holds(figure, newId, before, byId(then.bulletin()));
    }
  }

  private static void holds(
      Figure figure, String newId, Map<String, Part> before, Map<String, Part> after) {
    var ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    Set<String> mustChange = resting(before, part -> part.shown().contains(figure.id()));
    Set<String> mayChange = new HashSet<>(mustChange);
    mayChange.addAll(resting(before, part -> part.weighed().contains(figure.id())));
    mayChange.addAll(resting(after, part -> part.shown().contains(newId)));
    mayChange.addAll(resting(after, part -> part.weighed().contains(newId)));
    Set<String> changed =
        ids.stream()
            .filter(id -> !text(before, id).equals(text(after, id)))
            .collect(Collectors.toSet());
    assertThat(changed).as("changes with %s", figure).containsAll(mustChange);
    assertThat(mayChange).as("may change with %s", figure).containsAll(changed);
  }

  /// What is printed of a part; ids of figures and evidence are not printed.
  private static String text(Map<String, Part> parts, String id) {
    Part part = parts.get(id);
    if (part == null) {
      return "";
    }
    return switch (part.content()) {
      case Sentence sentence -> sentence.text(Language.ZH) + sentence.text(Language.EN);
      case Bulletin.Table table ->
          table.rows().stream()
              .flatMap(List::stream)
              .map(cell -> cell.text().toString())
              .collect(Collectors.joining("|"));
      case Bulletin.Chart chart ->
          chart.categories()
              + chart.lines().stream()
                  .flatMap(line -> line.points().stream())
                  .map(point -> point.value().orElse("—"))
                  .collect(Collectors.joining("|"));
      default -> throw new IllegalStateException(part.toString());
    };
  }

  private static Set<String> resting(
      Map<String, Part> parts, java.util.function.Predicate<Part> on) {
    return parts.values().stream().filter(on).map(Part::id).collect(Collectors.toSet());
  }

  private static Map<String, Part> byId(Bulletin bulletin) {
    return bulletin.parts().stream().collect(Collectors.toMap(Part::id, Function.identity()));
  }

  /// Where a figure stands in `data/official.csv`.
  private static int line(Figure figure) {
    return figure.origin() instanceof Figure.Origin.InFile(int line) ? line : -1;
  }

  private static Figure sameLine(Chongqing city, int line) {
    return city.figures().all().stream()
        .filter(one -> line(one) == line)
        .findFirst()
        .orElseThrow();
  }

  /// Another value and, where one is printed, another growth.
  private static String changed(String line) {
    String[] cells = line.split(",", -1);
    cells[3] =
        new java.math.BigDecimal(cells[3])
            .multiply(new java.math.BigDecimal("1.37"))
            .add(java.math.BigDecimal.TWO)
            .toPlainString();
    if (!cells[5].isBlank()) {
      cells[5] =
          new java.math.BigDecimal(cells[5]).add(new java.math.BigDecimal("7.1")).toPlainString();
    }
    return String.join(",", cells);
  }
}
