package yuheng.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The texts that a journal keeps [Apart], held to their seals.
final class SealedTexts {
  private SealedTexts() {}

  /// The text of a subject; empty if it is gone or not the one that was sealed.
  static Optional<String> find(Connection from, String kind, String subject, String seal)
      throws SQLException {
    try (PreparedStatement statement =
        from.prepareStatement("select text from apart where kind = ? and subject = ?")) {
      statement.setString(1, kind);
      statement.setString(2, subject);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(row.getString(1)).filter(text -> Apart.seal(text).equals(seal))
            : Optional.empty();
      }
    }
  }

  /// Tells the chain of every text that is gone, is another, or was never brought by an act.
  static void verify(Connection from, ActChain chain) throws SQLException {
    try (Statement statement = from.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                with last as (
                  select kind, subject, max(act) as act, fields from said group by kind, subject)
                select kind, subject, act, fields, text
                from last left join apart using (kind, subject)
                where fields like '{%"seal"%' or text is not null
                union all
                select kind, subject, 0, '{}', text from apart
                where not exists (
                  select 1 from last where last.kind = apart.kind and last.subject = apart.subject)\
                """)) {
      while (rows.next()) {
        Optional<String> text = Optional.ofNullable(rows.getString(5));
        Optional<String> seal =
            Optional.ofNullable(FieldsJson.read(rows.getString(4)).get(Apart.SEAL));
        if (!text.map(Apart::seal).equals(seal)) {
          chain.notSealed(rows.getString(1), rows.getString(2), rows.getLong(3));
        }
      }
    }
  }
}
