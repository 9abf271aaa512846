package yuheng.reports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import yuheng.facts.Audit;
import yuheng.terms.Problem;

/// What was found of the report book in a store.
///
/// @param present whether there is one; a store begins with a journal alone
/// @param chains how many chains of units there are
/// @param roots of days, the earliest first
public record BookAudit(boolean present, int chains, List<DayRoot> roots, Audit audit) {
  public BookAudit {
    roots = List.copyOf(roots);
  }

  static BookAudit of(Path file) {
    try (var table = new EntryTable(Tables.auditing(file))) {
      if (!Tables.arePresent(table.connection())) {
        return new BookAudit(
            false, 0, List.of(), new Audit(0, HexFormat.of().formatHex(Digest.START), List.of()));
      }
      return new Verification(file, table).audit();
    } catch (SQLException broken) {
      Problem damaged =
          Verification.problem(file, "RP104", "the file is damaged: " + broken.getMessage(), 1);
      return new BookAudit(
          true,
          0,
          List.of(),
          new Audit(0, HexFormat.of().formatHex(Digest.START), List.of(damaged)));
    }
  }
}
