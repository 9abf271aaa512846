package yuheng.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import yuheng.benchmarks.CubeTown.Unit;
import yuheng.cells.Cut;
import yuheng.cells.Measure;
import yuheng.cells.Measure.Growth;
import yuheng.cells.Measure.Month;
import yuheng.cells.Measure.Ratio;
import yuheng.cells.Measure.Trailing;
import yuheng.cells.Measure.YearToDate;

/// The same city in DuckDB, summed up by `cube.sql`.
final class CubeDatabase implements AutoCloseable {
  private static final String HALF_EVEN =
      """
      create macro half_even(n, d) as (sign(n)::bigint * sign(d)::bigint * (
        abs(n) // abs(d)
        + case when 2 * (abs(n) % abs(d)) > abs(d)
                 or (2 * (abs(n) % abs(d)) = abs(d) and (abs(n) // abs(d)) % 2 = 1)
          then 1 else 0 end))\
      """;

  private final Connection connection;
  private final List<String> statements;

  CubeDatabase(CubeTown town, int threads) throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statements = statements();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set threads to " + threads);
      statement.execute(HALF_EVEN);
      statement.execute("create table pillars (industry tinyint, pillar tinyint)");
      for (int industry = 0; industry < CubeTown.SIZES.getFirst(); industry++) {
        statement.execute(
            "insert into pillars values (%d, %d)".formatted(industry, CubeTown.pillar(industry)));
      }
      statement.execute(
          "create table fact (unit integer, month integer, first_month integer, industry tinyint,"
              + " district tinyint, size tinyint, ownership tinyint, park smallint, cluster"
              + " tinyint, "
              + items("i%d integer", CubeTown.ITEMS)
              + ")");
    }
    fill(town);
  }

  private static String items(String pattern, int count) {
    return IntStream.range(0, count)
        .mapToObj(item -> pattern.replace("%d", Integer.toString(item)))
        .collect(Collectors.joining(", "));
  }

  private void fill(CubeTown town) throws SQLException {
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender to = duck.createAppender("main", "fact")) {
      for (int number = 0; number < town.units().size(); number++) {
        Unit unit = town.units().get(number);
        for (int month = unit.from(); month < unit.until(); month++) {
          to.beginRow();
          to.append(number);
          to.append(month);
          to.append(unit.from());
          List<Integer> codes = unit.codes().get(month);
          for (int dimension = 0; dimension < codes.size(); dimension++) {
            if (dimension == 4) {
              to.append(codes.get(dimension).shortValue());
            } else {
              to.append(codes.get(dimension).byteValue());
            }
          }
          for (int item = 0; item < CubeTown.ITEMS; item++) {
            int cell = unit.cells().cell(month, item);
            if (cell < 0) {
              to.appendNull();
            } else {
              to.append(cell);
            }
          }
          to.endRow();
        }
      }
    }
  }

  /// The statements of `cube.sql`, with the columns that it names by a pattern written out.
  private static List<String> statements() throws IOException {
    String text;
    try (InputStream file =
        Objects.requireNonNull(CubeDatabase.class.getResourceAsStream("cube.sql"))) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    String year =
        items(
            "case when count(f.i%d) over w"
                + " = f.month - greatest(f.month // 12 * 12, f.first_month) + 1"
                + " and f.i%d is not null then sum(f.i%d) over w end::bigint as y%d",
            CubeTown.YEARS);
    String pairs =
        items(
            "case when p.i%d is not null then f.i%d end as n%d,"
                + " case when f.i%d is not null then p.i%d end as t%d",
            CubeTown.GROWTHS);
    String filled =
        text.replace("{year}", year + ",").replace("{pairs}", pairs).replace("{shown}", shown());
    return filled
        .lines()
        .filter(line -> !line.startsWith("--"))
        .collect(Collectors.joining("\n"))
        .transform(all -> List.of(all.split(";\n")))
        .stream()
        .filter(one -> !one.isBlank())
        .toList();
  }

  private static String shown() {
    var ratios = new ArrayList<String>();
    for (int item = 0; item < CubeTown.RATIOS; item++) {
      ratios.add(
          "case when i%d <> 0 then half_even(i%d * 10000, i%d) end as r%d"
              .formatted(item + 1, item, item + 1, item));
    }
    String growths =
        items(
            "case when t%d > 0 then half_even((n%d - t%d) * 1000, t%d) end as g%d",
            CubeTown.GROWTHS);
    return CubeTown.CUTS.stream()
        .map(
            cut ->
                "select '%s' as cut, %s month, columns('^[iy]\\d+$'), %s, %s from %s"
                    .formatted(
                        table(cut), codes(cut), String.join(", ", ratios), growths, table(cut)))
        .collect(Collectors.joining("\nunion all by name "));
  }

  private static String table(Cut cut) {
    return cut.dimensions().isEmpty() ? "whole" : String.join("_", cut.dimensions());
  }

  private static String codes(Cut cut) {
    return cut.dimensions().stream().map(one -> one + ", ").collect(Collectors.joining());
  }

  /// Sums everything up.
  void sumUp() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /// The rows of a cut as summed up last.
  ResultSet shown(Cut cut) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery("select * from shown where cut = '%s'".formatted(table(cut)));
  }

  List<Integer> group(ResultSet row, Cut cut) throws SQLException {
    var group = new ArrayList<Integer>();
    for (String dimension : cut.dimensions()) {
      group.add(row.getInt(dimension));
    }
    return group;
  }

  static Optional<BigDecimal> value(ResultSet row, Measure measure) throws SQLException {
    return switch (measure) {
      case Month(String item) -> read(row, item, 0);
      case YearToDate(String item) -> read(row, "y" + item.substring(1), 0);
      case Ratio(var over, _, int decimals) -> read(row, "r" + over.item().substring(1), decimals);
      case Growth(var of, int decimals) -> read(row, "g" + of.item().substring(1), decimals);
      case Trailing trailing -> throw new IllegalArgumentException("Not asked: " + trailing);
    };
  }

  private static Optional<BigDecimal> read(ResultSet row, String column, int decimals)
      throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(BigDecimal.valueOf(number, decimals));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
