package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yuheng.facts.Access;
import yuheng.facts.OfficialFigures;
import yuheng.facts.Role;
import yuheng.plan.Plan;
import yuheng.terms.Period;
import yuheng.testing.Golden;

/// What a package asks is what the book keeps.
class SmallExampleTest {
  @TempDir private Path folder;

  private static Scheme scheme(String package_) {
    Plan plan = Plan.read(Golden.home().resolve(package_)).plan().orElseThrow();
    return Scheme.of(plan, OfficialFigures.load(plan).figures().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/small", "plans/chongqing-2012"})
  void aPackageHasRegistersAndForms(String package_) {
    Scheme scheme = scheme(package_);
    assertThat(scheme.registers()).isNotEmpty();
    assertThat(scheme.forms()).isNotEmpty();
  }

  @Test
  void aFarmIsRegisteredWithACodeOfTheListAndReports() {
    try (var town = new Town(folder.resolve("journal.db"));
        var book =
            ReportBook.open(scheme("examples/small"), folder.resolve("book.db"), town.clock)) {
      Access line = town.office(Role.LINE_OFFICE, "all");
      var wrong = Map.of("name", "农场", "contact", "tel 1", "industry", "no such", "large", "yes");
      LocalDate from = LocalDate.of(2012, 1, 1);
      assertThat(book.register(line, List.of(new RegisterChange.Add("farm", "f1", wrong, from))))
          .isInstanceOfSatisfying(
              Registered.Refused.class,
              no -> assertThat(no.wrong()).extracting("code").containsExactly("RP007"));
      assertThat(book.missing(line, "harvest", Period.of("2012Q3"), town.clock.instant()))
          .isEmpty();
    }
  }
}
