package yuheng.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How roots of days are reckoned and kept.
final class DayRoots {
  static final String ROWS = "select day, entry, units, root, before, reading from day_root ";

  private DayRoots() {}

  /// The root of a day.
  ///
  /// @param entry the last entry that it binds
  /// @param heads the last hash of every chain up to it
  static byte[] root(
      byte[] before, LocalDate day, long entry, Map<Long, byte[]> heads, ReadingLog.Head reading) {
    List<byte[]> leaves =
        new TreeMap<>(heads)
            .entrySet().stream().map(one -> Digest.leaf(one.getKey(), one.getValue())).toList();
    return new Digest()
        .add(before)
        .add(day.toEpochDay())
        .add(entry)
        .add(leaves.size())
        .add(Digest.merkle(leaves))
        .add(reading.number())
        .add(reading.hash())
        .end();
  }

  static DayRoot of(ResultSet row) throws SQLException {
    return new DayRoot(
        LocalDate.ofEpochDay(row.getLong(1)),
        row.getLong(2),
        row.getInt(3),
        HexFormat.of().formatHex(EntryTable.bytes(row, 4)),
        HexFormat.of().formatHex(EntryTable.bytes(row, 5)));
  }
}
