package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A target shared out to parts (分解方案): exact amounts, where they come from, and what they are to
/// add up to. Amounts are exact decimals; nothing is ever spread or rounded here.
///
/// @param unit of every amount, the indicator's own
/// @param rows by the code of the part
/// @param whole what the rows are to add up to; empty where they do not add (a ratio, a level) or
///   where nobody has set the whole yet
/// @param reason why the rows do not add up; needed exactly when they do not
/// @param validFrom the first day it holds
/// @param series the published series that its amounts are counted in, where that is narrower than
///   the target's own words (分解口径): the year's work is then measured by it
public record Breakdown(
    Key key,
    Unit unit,
    SequencedMap<String, Row> rows,
    Optional<Whole> whole,
    Origin origin,
    Optional<String> reason,
    LocalDate validFrom,
    Optional<String> series) {
  public Breakdown {
    rows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
  }

  /// What is shared out, to what, for when.
  ///
  /// @param period a year, or years for a total over them
  public record Key(String target, Dimension dimension, Period period) {
    /// As in addresses and in the journal: `gross-output/districts/2012`.
    @Override
    public String toString() {
      return target + "/" + dimension.code() + "/" + period;
    }

    /// Reads what [#toString()] writes.
    public static Optional<Key> read(String text) {
      String[] parts = text.split("/", -1);
      return parts.length == 3
          ? Dimension.find(parts[1])
              .flatMap(by -> Period.read(parts[2]).map(when -> new Key(parts[0], by, when)))
          : Optional.empty();
    }
  }

  /// A part's amount.
  ///
  /// @param how the arithmetic it came from, when it was proposed
  public record Row(BigDecimal amount, Optional<Words> how) {
    public Row {
      amount = amount.stripTrailingZeros(); // so that 3.0 equals 3
    }
  }

  /// What the rows are to add up to (上级任务).
  ///
  /// @param from what it is: the task of the year, the target itself
  public record Whole(BigDecimal amount, Words from) {
    public Whole {
      amount = amount.stripTrailingZeros();
    }
  }

  /// Whose numbers these are; always shown.
  public sealed interface Origin {
    /// Set by those who may set it (正式下达).
    ///
    /// @param source the document, or an address
    record Official(String source) implements Origin {}

    /// Ours, and open to be changed (本系统建议).
    ///
    /// @param method how it was come by
    record Proposal(Words method) implements Origin {}

    /// As shown: 正式下达, 本系统建议.
    default Words words() {
      return switch (this) {
        case Official _ -> new Words("正式下达", "official");
        case Proposal _ -> new Words("建议方案", "proposal");
      };
    }

    /// The source, or the method.
    default Words detail() {
      return switch (this) {
        case Official(var source) -> Words.same(source);
        case Proposal(var method) -> method;
      };
    }
  }

  /// What the rows come to.
  public BigDecimal sum() {
    return rows.values().stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The whole minus the sum of the rows: what nobody has been given, or less than zero if more was
  /// given than there is. Empty without a whole.
  public Optional<BigDecimal> remainder() {
    return whole.map(one -> one.amount.subtract(sum()));
  }

  /// The rows come to the whole, to the last digit; also when there is no whole to come to.
  public boolean addsUp() {
    return remainder().map(rest -> rest.signum() == 0).orElse(true);
  }

  /// A part's amount with its unit.
  public Optional<Quantity> amount(String part) {
    return Optional.ofNullable(rows.get(part)).map(row -> new Quantity(row.amount(), unit));
  }

  /// The same with other rows.
  public Breakdown with(SequencedMap<String, Row> others) {
    return new Breakdown(key, unit, others, whole, origin, reason, validFrom, series);
  }
}
