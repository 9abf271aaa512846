package yuheng.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says of a journal's file that the units, reports and accounts in it are invented (合成数据), and
/// what they were made of. Whoever shows something of such a file says so, too.
///
/// @param made fingerprint of everything that they were made of
/// @param enterprises how many enterprises were invented
public record Synthetic(String made, int enterprises) {
  /// Kind of what is said.
  public static final String KIND = "synthetic";

  private static final String SUBJECT = "city";

  /// What a journal says of itself; empty for one of real units.
  public static Optional<Synthetic> of(Journal journal) {
    return journal.acts(KIND, SUBJECT).stream()
        .flatMap(act -> act.said().stream())
        .filter(said -> said.kind().equals(KIND))
        .findFirst()
        .map(said -> new Synthetic(said.text("made"), Integer.parseInt(said.text("enterprises"))));
  }

  /// Keeps it in a journal, for good.
  public void keep(Journal journal) {
    Map<String, String> fields = Map.of("made", made, "enterprises", Integer.toString(enterprises));
    journal.append(Act.HOUSE, "synthetic-load", List.of(new Said(KIND, SUBJECT, fields)));
  }
}
