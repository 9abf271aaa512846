package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;
import yuheng.facts.Fault;
import yuheng.facts.Role;
import yuheng.terms.Period;

/// Many reports in one file are each their unit's own word, and are kept whole or not at all.
class CarriedReportsTest {
  private static final Period SEPTEMBER = Period.of("2012-09");

  @TempDir private Path folder;

  private static String table(List<Long> units, String... periods) {
    var text = new StringBuilder("unit,period,gross,gross.prior,sales,version\n");
    for (String period : periods) {
      for (long unit : units) {
        text.append("%d,%s,%d,%d,%d,0\n".formatted(unit, period, 100 + unit, 90, 80));
      }
    }
    return text.toString();
  }

  private CarriedReports read(Town town, List<Access> speakers, String text) throws IOException {
    Path file = Files.createTempFile(folder, "month", ".csv");
    Files.writeString(file, text);
    return CarriedReports.read("town", Town.SCHEME.forms(), town.book, speakers, file, _ -> {});
  }

  private static List<String> codes(CarriedReports carried) {
    return carried.faults().stream().map(Fault::code).toList();
  }

  @Test
  void allReportsAreKeptAsTheirUnitsOwn() throws IOException {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(3);
      try (CarriedReports carried =
          read(town, firms.owners(), table(firms.units(), "2012-08", "2012-09"))) {
        assertThat(carried.faults()).isEmpty();
        assertThat(carried.size()).isEqualTo(6);
        assertThat(carried.handIn(town.book)).isTrue();
      }
      for (int i = 0; i < 3; i++) {
        Access owner = firms.owners().get(i);
        long unit = firms.units().get(i);
        assertThat(town.book.versions(owner, Town.key(unit, "2012-09")))
            .singleElement()
            .satisfies(
                version -> {
                  assertThat(version.by()).isEqualTo(owner.account());
                  assertThat(version.cells().now(0)).hasValue(100 + unit);
                });
      }
      assertThat(town.book.verify()).isEmpty();
    }
  }

  @Test
  void theSameFileTwiceIsInTheBookOnce() throws IOException {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(2);
      for (int i = 0; i < 2; i++) {
        try (CarriedReports carried = read(town, firms.owners(), table(firms.units(), "2012-09"))) {
          assertThat(carried.handIn(town.book)).isTrue();
        }
      }
      assertThat(town.book.versions(firms.owner(), Town.key(firms.unit(), "2012-09"))).hasSize(1);
    }
  }

  @Test
  void anOfficeReportsForNobodyWhateverItCarries() throws IOException {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(2);
      List<Access> offices =
          List.of(
              town.office(Role.DISTRICT, "district:500107"),
              town.office(Role.LINE_OFFICE, "all"),
              town.office(Role.ADMINISTRATOR, "none"));
      long before = town.book.lastEntry();
      try (CarriedReports carried = read(town, offices, table(firms.units(), "2012-09"))) {
        assertThat(codes(carried)).containsExactly("RP106", "RP106");
        assertThat(carried.handIn(town.book)).isFalse();
      }
      try (CarriedReports carried =
          read(town, List.of(firms.owner()), table(firms.units(), "2012-09"))) {
        assertThat(codes(carried)).containsExactly("RP106"); // the firm whose key is missing
        assertThat(carried.handIn(town.book)).isFalse();
      }
      assertThat(town.book.lastEntry()).isEqualTo(before);
    }
  }

  @Test
  void oneReportThatIsOvertakenStopsAll() throws IOException {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(3);
      long unit = firms.units().getLast();
      town.receipt(
          firms.owners().getLast(), Town.report(Town.key(unit, "2012-09"), Town.row(7, 7), 0));
      long before = town.book.lastEntry();
      try (CarriedReports carried = read(town, firms.owners(), table(firms.units(), "2012-09"))) {
        assertThat(carried.handIn(town.book)).isFalse();
        assertThat(carried.faults())
            .singleElement()
            .satisfies(
                fault -> {
                  assertThat(fault.code()).isEqualTo("RP126");
                  assertThat(fault.place().line()).isEqualTo(4);
                });
      }
      assertThat(town.book.lastEntry()).isEqualTo(before);
    }
  }

  @Test
  void aCheckReadsTheReportBeforeInTheSameFile() throws IOException {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(1);
      String falling =
          "unit,period,gross\n%1$d,2012-08,100\n%1$d,2012-09,90\n".formatted(firms.unit());
      try (CarriedReports carried = read(town, firms.owners(), falling)) {
        assertThat(codes(carried)).containsExactly("RP123");
      }
    }
  }

  @Test
  void aClerksOwnWorkbookIsHandedInAndThenCorrected() {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(1);
      ReportKey key = Town.key(firms.unit(), "2012-09");
      town.receipt(firms.owner(), Town.report(key, Town.row(10, 9), 0));
      RegisterUnit unit =
          town.book
              .unit(firms.owner(), firms.unit(), SEPTEMBER.lastDay(), Instant.MAX)
              .orElseThrow();
      Version shown = KnownUnits.version(key, 1, Town.row(12, 11), Map.of());
      byte[] book =
          FormWorkbook.of(
              "town",
              Town.output(),
              SEPTEMBER,
              new FormWorkbook.Known(unit, Optional.of(shown), Optional.empty()));
      ReportTable table =
          ReportTable.read(
              "town",
              Town.SCHEME.forms(),
              town.book,
              firms.owner(),
              Optional.empty(),
              "9.xlsx",
              book);
      assertThat(table.faults()).isEmpty();
      assertThat(table.handIn(town.book, firms.owner())).isTrue();
      assertThat(town.book.versions(firms.owner(), key))
          .extracting(version -> version.cells().now(0).orElseThrow())
          .containsExactly(10L, 12L);
    }
  }

  @Test
  void aCityIsTakenAlongAsCsvWorkbookAndParquet() throws IOException {
    try (var town = new Town(folder.resolve("book.db"))) {
      Town.Firms firms = town.firms(3);
      try (CarriedReports carried = read(town, firms.owners(), table(firms.units(), "2012-09"))) {
        assertThat(carried.handIn(town.book)).isTrue();
      }
      Access district = town.office(Role.DISTRICT, "district:500107");
      List<Version> last = town.book.last(district, "output", SEPTEMBER);
      town.book.accept(district, last.getFirst().entry(), "");
      var lines = new ArrayList<Integer>();
      for (ReportExport.Format format : ReportExport.Format.values()) {
        for (ReportExport.Which which : ReportExport.Which.values()) {
          Path file = folder.resolve(which + "." + format);
          lines.add(
              ReportExport.write(
                  town.book, district, Town.output(), SEPTEMBER, which, format, file));
          assertThat(file).isNotEmptyFile();
        }
      }
      assertThat(lines).containsExactly(3, 1, 3, 1, 3, 1);
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
  }
}
