package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.terms.Language;

/// The tables that a case brings: `--- take FILE` before its edits, which must be fit to be taken,
/// and `--- import FILE` after them, whose faults and doubts are told.
///
/// A `.xlsx` is made from the text ([HandMadeWorkbook]); a first line `!locked`, `!macros`,
/// `!doctype`, `!large` or `!damaged` makes it so.
final class BroughtTables {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private BroughtTables() {}

  static void take(Path folder, String given, Journal journal) {
    for (FigureTable table : tables(given, "take")) {
      Plan plan = Plan.read(folder).plan().orElseThrow();
      OfficialFigures known = OfficialFigures.load(plan, journal).figures().orElseThrow();
      Optional<Act> act =
          Intake.of(plan, known, TODAY, List.of(table))
              .because(_ -> Optional.of("核对过"))
              .take(journal, "li", "import");
      assertThat(act).isPresent();
    }
  }

  static String told(Path folder, String given, Journal journal) {
    List<FigureTable> tables = tables(given, "import");
    Reading reading = Plan.read(folder);
    if (tables.isEmpty() || reading.plan().isEmpty()) {
      return "";
    }
    OfficialFigures known =
        OfficialFigures.load(reading.plan().get(), journal).figures().orElseThrow();
    Intake intake = Intake.of(reading.plan().get(), known, TODAY, tables);
    return Stream.concat(
            intake.faults().stream()
                .map(fault -> fault.in(Language.EN).render(span -> line(given, span.line()))),
            intake.offered().stream()
                .flatMap(one -> one.doubts().stream())
                .map(doubt -> doubted(doubt, given)))
        .collect(Collectors.joining("\n"));
  }

  private static String doubted(Fault doubt, String given) {
    return doubt
        .in(Language.EN)
        .render(span -> line(given, span.line()))
        .replaceFirst("^problem", "doubt");
  }

  private static String line(String given, int line) {
    String body = given.substring(given.indexOf("--- import"));
    return body.contains(".csv\n") ? body.lines().skip(line).findFirst().orElse("") : "";
  }

  private static List<FigureTable> tables(String given, String verb) {
    return Arrays.stream(given.split("(?m)^--- ", -1))
        .filter(step -> step.startsWith(verb + " "))
        .map(
            step ->
                table(
                    step.substring(verb.length() + 1, step.indexOf('\n')),
                    step.substring(step.indexOf('\n') + 1)))
        .toList();
  }

  private static FigureTable table(String name, String body) {
    return FigureTable.read(
        name, name.endsWith(".xlsx") ? workbook(body) : body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] workbook(String body) {
    String how = body.startsWith("!") ? body.substring(0, body.indexOf('\n')) : "";
    HandMadeWorkbook book =
        HandMadeWorkbook.of("figures", how.isEmpty() ? body : body.substring(how.length() + 1));
    return switch (how) {
      case "" -> book.bytes();
      case "!macros" -> book.part("xl/vbaProject.bin", "x").bytes();
      case "!doctype" ->
          book.before("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>")
              .bytes();
      case "!large" -> new byte[FigureTable.LARGEST + 1];
      case "!damaged" -> Arrays.copyOf(book.bytes(), 700);
      case "!locked" ->
          new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
          };
      default -> throw new IllegalArgumentException("no such workbook: " + how);
    };
  }
}
