package yuheng.cells;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import yuheng.cells.DrawnCity.Unit;
import yuheng.cells.Measure.Growth;
import yuheng.cells.Measure.Linear;
import yuheng.cells.Measure.Month;
import yuheng.cells.Measure.Ratio;
import yuheng.cells.Measure.Trailing;
import yuheng.cells.Measure.YearToDate;

/// The measures a third time, in the language of a database, of many cities at once.
final class DatabaseCube implements AutoCloseable {
  private static final List<String> NUMBERS =
      List.of(
          """
          create macro half_even(n, d) as (sign(n) * sign(d) * (
            abs(n) // abs(d)
            + case when 2 * (abs(n) % abs(d)) > abs(d)
                     or (2 * (abs(n) % abs(d)) = abs(d) and (abs(n) // abs(d)) % 2 = 1)
              then 1 else 0 end))\
          """,
          "create table kind (kind varchar, back integer)",
          "insert into kind values ('month', 0), ('year', -1), ('t12', 11), ('t3', 2)",
          // What a unit has of an item by a month: the sum over the window, unless a month in which
          // it was asked lacks a cell.
          """
          create table number as
          select c.city, c.unit, c.month, c.item, k.kind, sum(w.v)::hugeint as v
          from cell c
          cross join kind k
          join placed w on w.city = c.city and w.unit = c.unit and w.item = c.item
            and w.month between
              case when k.back < 0 then c.month - c.month % 12 else c.month - k.back end and c.month
          group by all
          having count(*) filter (where w.v is null) = 0\
          """,
          """
          create table pair as
          select n.*, p.v as before
          from number n join number p
            on p.city = n.city and p.unit = n.unit and p.item = n.item and p.kind = n.kind
            and p.month = n.month - 12\
          """);

  private final Connection connection;
  private final Map<List<Object>, BigInteger> found = new HashMap<>();

  DatabaseCube(List<DrawnCity> cities) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table cell (city int, unit int, month int, item int, v bigint)");
      // Every month in which a unit was asked or said something: without a cell, v is null.
      statement.execute("create table placed (city int, unit int, month int, item int, v bigint)");
      statement.execute(
          "create table code (city int, unit int, month int, industry int, district int, sector"
              + " int)");
    }
    fill(cities);
    try (Statement statement = connection.createStatement()) {
      for (String line : NUMBERS) {
        statement.execute(line);
      }
      for (Cut cut : DrawnCity.CUTS) {
        read(statement, cut, "sum", "select %s, sum(v) from number n " + GROUPED);
        ratio(statement, cut, "month over t12", "b.kind = 't12' and b.item = a.item", 9);
        ratio(statement, cut, "year over month", "b.kind = 'month' and b.item = 0", 4);
        for (int decimals : List.of(1, 2, 9)) {
          read(
              statement,
              cut,
              "growth" + decimals,
              "select %s, half_even((sum(v) - sum(before)) * 100 * "
                  + BigInteger.TEN.pow(decimals)
                  + "::hugeint, sum(before)) from pair n "
                  + GROUPED
                  + " having sum(before) > 0");
        }
      }
    }
  }

  private static final String GROUPED =
      "join code c on c.city = n.city and c.unit = n.unit and c.month = n.month group by all";

  private void fill(List<DrawnCity> cities) throws SQLException {
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender cell = duck.createAppender("main", "cell");
        DuckDBAppender placed = duck.createAppender("main", "placed");
        DuckDBAppender code = duck.createAppender("main", "code")) {
      for (int city = 0; city < cities.size(); city++) {
        DrawnCity drawn = cities.get(city);
        List<Integer> items = drawn.measured().stream().map(drawn.items()::indexOf).toList();
        for (int unit = 0; unit < drawn.units().size(); unit++) {
          Unit one = drawn.units().get(unit);
          for (int month = 0; month < drawn.months(); month++) {
            append(code, city, unit, month, one.industry().get(month));
            code.append((int) one.district().get(month));
            code.append((int) drawn.sector().get(one.industry().get(month)));
            code.endRow();
            for (int item : items) {
              OptionalLong value = one.cells().get(month).get(item);
              if (value.isPresent()) {
                append(cell, city, unit, month, item);
                cell.append(value.getAsLong());
                cell.endRow();
                append(placed, city, unit, month, item);
                placed.append(value.getAsLong());
                placed.endRow();
              } else if (month >= one.from() && month < one.until()) {
                append(placed, city, unit, month, item);
                placed.appendNull();
                placed.endRow();
              }
            }
          }
        }
      }
    }
  }

  private static void append(DuckDBAppender to, int city, int unit, int month, int fourth)
      throws SQLException {
    to.beginRow();
    to.append(city);
    to.append(unit);
    to.append(month);
    to.append(fourth);
  }

  /// @param query with the keys of a row to be named in it
  private void read(Statement statement, Cut cut, String what, String query) throws SQLException {
    var keys = new ArrayList<>(List.of("n.city", "n.month", "n.item", "n.kind"));
    keys.addAll(cut.dimensions());
    try (ResultSet rows = statement.executeQuery(query.formatted(String.join(", ", keys)))) {
      while (rows.next()) {
        var group = new ArrayList<Integer>();
        for (int at = 0; at < cut.dimensions().size(); at++) {
          group.add(rows.getInt(5 + at));
        }
        found.put(
            key(
                cut,
                group,
                what,
                rows.getInt(1),
                rows.getInt(2),
                rows.getInt(3),
                rows.getString(4)),
            new BigInteger(rows.getString(keys.size() + 1)));
      }
    }
  }

  private static List<Object> key(
      Cut cut, List<Integer> group, String what, int city, int month, int item, String kind) {
    return List.of(cut, List.copyOf(group), what, city, month, item, kind);
  }

  Optional<BigDecimal> value(
      DrawnCity drawn, int city, Cut cut, List<Integer> group, int month, Measure measure) {
    return switch (measure) {
      case Linear linear ->
          find(drawn, city, cut, group, month, linear, "sum").map(BigDecimal::new);
      case Growth(Linear of, int decimals) ->
          find(drawn, city, cut, group, month, of, "growth" + decimals)
              .map(number -> new BigDecimal(number, decimals));
      case Ratio(Linear over, Month _, int decimals) ->
          find(drawn, city, cut, group, month, over, "year over month")
              .map(number -> new BigDecimal(number, decimals));
      case Ratio(Linear over, Linear _, int decimals) ->
          find(drawn, city, cut, group, month, over, "month over t12")
              .map(number -> new BigDecimal(number, decimals));
    };
  }

  private void ratio(Statement statement, Cut cut, String what, String under, int decimals)
      throws SQLException {
    var codes = new StringBuilder();
    var same = new StringBuilder();
    for (String dimension : cut.dimensions()) {
      codes.append(", c.").append(dimension);
      same.append(" and a.%s = b.%s".formatted(dimension, dimension));
    }
    String first = what.substring(0, what.indexOf(' '));
    statement.execute(
        """
        create or replace temp table summed as
        select n.city, n.month, n.item, n.kind%s, sum(v) as s from number n %s\
        """
            .formatted(codes, GROUPED));
    read(
        statement,
        cut,
        what,
        """
        select %%s, half_even(n.s * %s::hugeint, n.under) from (
          select a.*, b.s as under from summed a join summed b
            on a.city = b.city and a.month = b.month%s and %s
          where a.kind = '%s' and b.s <> 0) n\
        """
            .formatted(BigInteger.TEN.pow(decimals), same, under, first));
  }

  private Optional<BigInteger> find(
      DrawnCity drawn,
      int city,
      Cut cut,
      List<Integer> group,
      int month,
      Linear linear,
      String what) {
    String kind =
        switch (linear) {
          case Month _ -> "month";
          case YearToDate _ -> "year";
          case Trailing(_, int months) -> "t" + months;
        };
    int item = drawn.items().indexOf(linear.item());
    return Optional.ofNullable(found.get(key(cut, group, what, city, month, item, kind)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
