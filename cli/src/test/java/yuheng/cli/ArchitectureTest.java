package yuheng.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who may know whom. Change this only together with the picture in `docs/architecture.md`.
class ArchitectureTest {
  private static final Map<String, Set<String>> KNOWS =
      Map.ofEntries(
          entry("terms", Set.of()),
          entry("plan", Set.of("terms")),
          entry("prose", Set.of("terms")),
          entry("draft", Set.of("terms", "plan", "prose")),
          entry("facts", Set.of("terms", "plan")),
          entry("cells", Set.of("terms")),
          entry("reports", Set.of("terms", "plan", "facts")),
          entry("indicators", Set.of("terms", "plan", "facts")),
          entry("delivery", Set.of("terms", "plan", "facts", "indicators")),
          entry("synth", Set.of("terms", "plan", "facts")),
          entry(
              "web",
              Set.of(
                  "terms", "plan", "prose", "draft", "facts", "reports", "indicators", "delivery")),
          entry(
              "cli",
              Set.of(
                  "terms",
                  "plan",
                  "prose",
                  "draft",
                  "facts",
                  "reports",
                  "indicators",
                  "delivery",
                  "synth",
                  "web")));

  /// Which libraries a room hides; everything else of its class path is the JDK or a room.
  private static final Map<String, Set<String>> HIDES =
      Map.ofEntries(
          entry("terms", Set.of()),
          entry("plan", Set.of("org.commonmark", "org.snakeyaml")),
          entry("prose", Set.of()),
          entry(
              "draft", Set.of("org.apache.poi", "org.apache.pdfbox", "org.jsoup", "tools.jackson")),
          entry("facts", Set.of("org.apache.commons", "org.dhatim", "org.sqlite", "tools.jackson")),
          entry("cells", Set.of()),
          entry(
              "reports",
              Set.of(
                  "org.sqlite",
                  "org.apache.poi",
                  "org.apache.commons",
                  "org.dhatim",
                  "org.duckdb")),
          entry("indicators", Set.of()),
          entry(
              "delivery",
              Set.of(
                  "org.apache.poi",
                  "org.openxmlformats",
                  "org.apache.xmlbeans",
                  "com.openhtmltopdf",
                  "org.apache.pdfbox",
                  "org.w3c.dom",
                  "com.fasterxml.jackson.annotation",
                  "tools.jackson")),
          entry("synth", Set.of("com.ibm.icu")),
          entry(
              "web",
              Set.of(
                  "org.springframework",
                  "org.apache.commons.logging",
                  "jakarta.servlet",
                  "gg.jte",
                  "tools.jackson")),
          entry("cli", Set.of("picocli", "tools.jackson")));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/testing/"))
          .withImportOption(location -> !location.matches(Pattern.compile(".*/Jte\\w+Generated.*")))
          .importPackages("yuheng");

  @Test
  void everyRoomIsOnTheMap() {
    assertThat(KNOWS.keySet()).containsAll(HOUSE.stream().map(ArchitectureTest::room).toList());
  }

  @Test
  void everyRoomKnowsOnlyTheRoomsListed() {
    KNOWS.forEach(
        (room, known) -> {
          var used = new TreeSet<String>();
          HOUSE.stream()
              .filter(each -> room(each).equals(room))
              .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
              .map(Dependency::getTargetClass)
              .filter(target -> target.getPackageName().startsWith("yuheng."))
              .map(ArchitectureTest::room)
              .filter(other -> !other.equals(room))
              .forEach(used::add);
          assertThat(used).as("rooms that %s uses", room).isSubsetOf(known);
        });
  }

  @Test
  void everyRoomUsesOnlyTheLibrariesItHides() {
    HIDES.forEach(
        (room, hidden) -> {
          var used = new TreeSet<String>();
          HOUSE.stream()
              .filter(each -> room(each).equals(room))
              .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
              .map(dependency -> dependency.getTargetClass().getPackageName())
              .filter(name -> !name.isEmpty() && !name.startsWith("java."))
              .filter(name -> !name.startsWith("yuheng.") && !name.startsWith("org.jspecify"))
              .filter(name -> hidden.stream().noneMatch(name::startsWith))
              .forEach(used::add);
          assertThat(used).as("libraries that %s uses beside %s", room, hidden).isEmpty();
        });
  }

  @Test
  void noThirdPartyTypeCrossesADoor() {
    var crossing = new TreeSet<String>();
    for (JavaClass each : HOUSE) {
      if (!each.getModifiers().contains(JavaModifier.PUBLIC) || room(each).equals("cli")) {
        continue;
      }
      each.getMethods().stream()
          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .forEach(
              method -> {
                var shown = new TreeSet<String>();
                shown.add(method.getRawReturnType().getPackageName());
                method.getRawParameterTypes().forEach(type -> shown.add(type.getPackageName()));
                shown.removeIf(
                    name ->
                        name.isEmpty() || name.startsWith("java.") || name.startsWith("yuheng."));
                if (!shown.isEmpty() && each.getPackageName().equals("yuheng." + room(each))) {
                  crossing.add(method.getFullName() + " shows " + shown);
                }
              });
    }
    assertThat(crossing).isEmpty();
  }

  @Test
  void noPackagesGoInCircles() {
    slices().matching("yuheng.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  private static String room(JavaClass each) {
    return each.getPackageName().split("\\.", 3)[1];
  }
}
