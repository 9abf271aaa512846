package yuheng.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// Reports as a Parquet file. Hides DuckDB, which holds them in memory and writes them.
///
/// | column                        | type        |
/// |-------------------------------|-------------|
/// | `unit`, `version`             | BIGINT, INTEGER |
/// | `code`, `name`, `form`, `state`, `hash` | VARCHAR |
/// | `from`, `until`               | DATE: first and last day of the period |
/// | `heard`                       | TIMESTAMP, UTC |
/// | an item, and `ITEM.prior`     | BIGINT of the item's unit; null where there is no figure |
///
/// The metadata of the file say for each item its unit (`unit.ITEM`), its words (`zh.ITEM`,
/// `en.ITEM`), and whether it is a flow or a stock (`time.ITEM`).
final class ExportParquet {
  private final Form form;

  ExportParquet(Form form) {
    this.form = form;
  }

  int write(Iterator<ReportExport.Line> lines, Path to) throws IOException {
    var settings = new Properties();
    settings.setProperty("memory_limit", "256MB");
    settings.setProperty("threads", "2");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        Statement statement = connection.createStatement()) {
      statement.execute(table());
      int written = 0;
      try (DuckDBAppender rows =
          connection.unwrap(DuckDBConnection.class).createAppender("main", "reports")) {
        while (lines.hasNext()) {
          append(rows, lines.next());
          written++;
        }
      }
      statement.execute(
          "copy reports to %s (format parquet, compression zstd, kv_metadata {%s})"
              .formatted(
                  quoted(to.toString()),
                  metadata().entrySet().stream()
                      .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                      .collect(Collectors.joining(", "))));
      return written;
    } catch (SQLException broken) {
      throw new IOException("%s cannot be written: %s".formatted(to, broken.getMessage()), broken);
    }
  }

  private String table() {
    return form.items().stream()
        .flatMap(
            item ->
                item.prior()
                    ? java.util.stream.Stream.of(item.id(), item.id() + ".prior")
                    : java.util.stream.Stream.of(item.id()))
        .map(column -> ", \"%s\" bigint".formatted(column.replace("\"", "\"\"")))
        .collect(
            Collectors.joining(
                "",
                "create table reports (unit bigint not null, code varchar, name varchar, form"
                    + " varchar not null, \"from\" date not null, until date not null, version"
                    + " integer not null, state varchar not null, heard timestamp not null, hash"
                    + " varchar not null",
                ")"));
  }

  private void append(DuckDBAppender rows, ReportExport.Line line) throws SQLException {
    Version version = line.version();
    Period period = version.key().period();
    rows.beginRow();
    rows.append(line.unit().number());
    rows.append(line.unit().codes().isEmpty() ? "" : line.unit().codes().getFirst());
    rows.append(line.unit().find("name").orElse(""));
    rows.append(form.id());
    rows.append(period.start());
    rows.append(period.lastDay());
    rows.append(version.number());
    rows.append(version.state().name().toLowerCase(java.util.Locale.ROOT));
    rows.append(version.heard().atOffset(ZoneOffset.UTC).toLocalDateTime());
    rows.append(version.hash());
    for (int i = 0; i < form.items().size(); i++) {
      cell(rows, version.cells().now(i));
      if (form.items().get(i).prior()) {
        cell(rows, version.cells().prior(i));
      }
    }
    rows.endRow();
  }

  private static void cell(DuckDBAppender rows, OptionalLong value) throws SQLException {
    if (value.isPresent()) {
      rows.append(value.getAsLong());
    } else {
      rows.appendNull();
    }
  }

  private Map<String, String> metadata() {
    var said = new LinkedHashMap<String, String>();
    said.put("form", form.id());
    said.put("source", form.source());
    for (Form.Item item : form.items()) {
      said.put("unit." + item.id(), item.unit().symbol());
      said.put("zh." + item.id(), item.words().zh());
      said.put("en." + item.id(), item.words().en());
      said.put("time." + item.id(), item.time().name().toLowerCase(java.util.Locale.ROOT));
    }
    return said;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
