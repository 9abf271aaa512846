package yuheng.facts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// A plain list of units in a CSV file, for a place that has no register yet: `unit,name,district,
/// contact`. Whoever may write the file says where the letters go, so it belongs to the machine and
/// not to a page.
public final class UnitList implements Addressees {
  private static final List<String> HEAD = List.of("unit", "name", "district", "contact");

  private final SequencedMap<Long, Addressee> units;

  private UnitList(SequencedMap<Long, Addressee> units) {
    this.units = units;
  }

  /// A list, or everything that is wrong with its file.
  public record Read(Optional<UnitList> list, List<Problem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /// Reads a list.
  ///
  /// @param districts that a unit can be in
  public static Read read(Path file, SequencedMap<String, District> districts) {
    var problems = new ArrayList<Problem>();
    Path whole = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(whole.getParent(), "a file has a folder");
    var csv = new CsvFile(folder, String.valueOf(whole.getFileName()), HEAD, problems);
    var units = new TreeMap<Long, Addressee>();
    for (CsvFile.Row row : csv.rows()) {
      unit(row, districts)
          .ifPresent(
              unit -> {
                if (units.putIfAbsent(unit.unit(), unit) != null) {
                  row.problem(
                      "UL002",
                      "unit %d stands here twice".formatted(unit.unit()),
                      "unit",
                      "a letter with a code goes to each unit once",
                      "leave one of the lines out");
                }
              });
    }
    return problems.isEmpty()
        ? new Read(Optional.of(new UnitList(units)), List.of())
        : new Read(Optional.empty(), problems);
  }

  private static Optional<Addressee> unit(
      CsvFile.Row row, SequencedMap<String, District> districts) {
    Optional<String> unit = row.need("unit");
    Optional<String> name = row.need("name");
    String district = row.find("district").orElse("");
    if (unit.isPresent() && !unit.get().matches("[1-9]\\d{0,17}")) {
      row.problem(
          "UL001",
          "`%s` is no number of a unit".formatted(unit.get()),
          "unit",
          "an account speaks for the unit with that number in the registers",
          "write a whole number such as 123");
      return Optional.empty();
    }
    if (!district.isEmpty() && !districts.containsKey(district)) {
      row.problem(
          "UL003",
          "there is no district `%s`".formatted(district),
          "district",
          "letters are put together by district",
          "use a code of data/districts.csv, or leave the cell empty");
      return Optional.empty();
    }
    return unit.isPresent() && name.isPresent()
        ? Optional.of(
            new Addressee(
                Long.parseLong(unit.get()),
                Words.same(name.get()),
                district,
                row.find("contact").orElse("")))
        : Optional.empty();
  }

  @Override
  public List<Addressee> all() {
    return List.copyOf(units.values());
  }

  @Override
  public Optional<Addressee> find(long unit) {
    @Nullable Addressee found = units.get(unit);
    return Optional.ofNullable(found);
  }
}
