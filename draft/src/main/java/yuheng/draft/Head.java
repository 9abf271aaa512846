package yuheng.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Period;

/// What the document says of itself (文件信息); becomes `plan.yaml`.
///
/// @param id of the package to be, kebab-case
/// @param title the first line
/// @param issuer empty where the text names none
/// @param issued empty where the text gives no day
/// @param span the years it counts its totals over
/// @param horizon the last year it sets a number for
public record Head(
    String id,
    String title,
    Optional<String> issuer,
    Optional<LocalDate> issued,
    Period span,
    int horizon,
    List<Doubt> doubts) {
  public Head {
    doubts = List.copyOf(doubts);
  }
}
