package yuheng.plan;

import java.time.LocalDate;
import java.util.List;
import yuheng.terms.Words;

/// Something the strategy has done so that targets move (措施).
///
/// @param article where it stands, see [Article#id()]
/// @param owner the office that answers for it, a code of [Plan#offices()]
/// @param assigned who gave it to that office
/// @param helpers further offices that take part
/// @param deadline last day by which it is to be done
/// @param evidence what shows that it is done
/// @param moves ids of the targets that it must move, at least one
public record Measure(
    String id,
    Words words,
    String article,
    String owner,
    Assigned assigned,
    List<String> helpers,
    LocalDate deadline,
    Words evidence,
    List<String> moves) {
  public Measure {
    helpers = List.copyOf(helpers);
    moves = List.copyOf(moves);
  }

  /// Who says that an office owns a measure.
  public enum Assigned {
    /// The strategy's own text.
    TEXT("text", new Words("原文指定", "named in the text")),
    /// This package; the text does not say.
    PROPOSAL("proposal", new Words("本规划包的建议", "our proposal"));

    private final String code;
    private final Words words;

    Assigned(String code, Words words) {
      this.code = code;
      this.words = words;
    }

    /// As written in a package: `proposal`.
    public String code() {
      return code;
    }

    /// As shown beside an owner.
    public Words words() {
      return words;
    }
  }
}
