package yuheng.synth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// How near the synthetic city came to each published figure (校准表).
///
/// @param lines one for each figure about the months generated
/// @param assumptions what was taken for granted where no figure was known
public record Calibration(List<Line> lines, List<Words> assumptions) {
  public Calibration {
    lines = List.copyOf(lines);
    assumptions = List.copyOf(assumptions);
  }

  /// One published figure and what the reports of the city say.
  ///
  /// @param scope what it is about
  /// @param published in `unit`; a count is brought to the size of the city
  /// @param synthetic what the city's reports come to, in the same unit
  /// @param deviation of the synthetic from the published, in percent
  /// @param use what the city made of the figure
  /// @param figure its id
  public record Line(
      String series,
      String scope,
      Period about,
      BigDecimal published,
      Unit unit,
      LocalDate heard,
      String source,
      BigDecimal synthetic,
      BigDecimal deviation,
      Use use,
      String figure) {}

  /// What the city made of a figure.
  public enum Use {
    /// It is held to it.
    HELD(new Words("校准", "held to")),
    /// It is held to what the growth printed with a figure of the next year says of this one.
    DERIVED(new Words("由公布增速倒推", "derived from printed growth")),
    /// Another figure about the same thing goes before.
    OTHER(new Words("另有优先的版本", "another vintage goes before"));

    private final Words words;

    Use(Words words) {
      this.words = words;
    }

    /// As shown in the table.
    public Words words() {
      return words;
    }
  }

  /// The greatest deviation of what the city is held to, in percent.
  public BigDecimal worst() {
    return lines.stream()
        .filter(line -> line.use() != Use.OTHER)
        .map(line -> line.deviation().abs())
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }
}
