package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yuheng.facts.Access;
import yuheng.facts.Accounts;

/// There is one way for a version to come into being, and it begins with the unit's own access.
class OnlyWayTest {
  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("yuheng.reports", "yuheng.facts");

  private static Set<String> callers(Class<?> type, String method) {
    return ROOMS.get(type).getCodeUnits().stream()
        .filter(unit -> unit.getName().equals(method))
        .flatMap(unit -> unit.getAccessesToSelf().stream())
        .map(access -> access.getOriginOwner().getSimpleName() + "." + said(access.getOrigin()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// A lambda is of the method that it stands in.
  private static String said(JavaCodeUnit unit) {
    return unit.getName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
  }

  @Test
  void nothingButSubmitReachesTheInsertOfVersions() {
    assertThat(callers(EntryTable.class, "insert")).containsExactly("Ledger.add");
    assertThat(callers(Entry.class, "chained")).containsExactly("Ledger.add");
    assertThat(callers(Ledger.class, "add"))
        .containsExactly(
            "Ledger.addAbout", "Ledger.addChange", "Ledger.addLayout", "Ledger.addVersion");
    assertThat(callers(Ledger.class, "addVersion")).containsExactly("Submissions.keep");
    assertThat(callers(Submissions.class, "keep")).containsExactly("Submissions.check");
    assertThat(callers(Submissions.class, "check")).containsExactly("Submissions.take");
    assertThat(callers(Submissions.class, "take"))
        .containsExactly("SqliteReportBook.submit", "SqliteReportBook.submitWhole");
  }

  @Test
  void anAccessIsMadeOfAnAccountThatIsThereAndOfNothingElse() {
    assertThat(callers(Access.class, "<init>"))
        .containsExactly("Access.<init>", "Access.by", "Accounts.access");
    assertThat(callers(Access.class, "by")).containsExactly("ApiTokens.access");
    assertThat(ROOMS.get(Access.class).getConstructors())
        .noneMatch(made -> made.getModifiers().contains(JavaModifier.PUBLIC));
    assertThat(ROOMS.get(Accounts.class).getMethods()).isNotEmpty();
  }

  @Test
  void nothingThatWritesStandsOutsideTheDoor() {
    assertThat(
            ROOMS.stream()
                .filter(each -> each.getPackageName().equals("yuheng.reports"))
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(each -> !each.isRecord() && !each.isEnum() && each.isTopLevelClass())
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "Answer",
            "CarriedReports",
            "CellRow",
            "Decided",
            "FormWorkbook",
            "Outliers",
            "RegisterChange",
            "Registered",
            "ReportBook",
            "ReportExport",
            "ReportTable",
            "Whole");
  }
}
