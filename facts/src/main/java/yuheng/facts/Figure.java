package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// One published figure (公布数), as printed.
///
/// @param id stable as long as what was said is the same
/// @param scope what it is about, a code of the plan
/// @param about the period it is about
/// @param value in the unit it was printed in, at the series' prices
/// @param growth printed growth in percent, if any
/// @param heard the day it was published, or the day it was entered when nobody knows
/// @param basis how `heard` is known
/// @param source an address, or title and page
/// @param line where it stands in `data/official.csv`
public record Figure(
    String id,
    Series series,
    String scope,
    Period about,
    Quantity value,
    Optional<BigDecimal> growth,
    LocalDate heard,
    HeardBasis basis,
    LocalDate entered,
    Authority authority,
    String source,
    Optional<String> note,
    int line) {
  /// The one to use of several about the same thing comes last: higher authority, then heard later,
  /// then entered further down.
  public static final Comparator<Figure> PREFERENCE =
      Comparator.comparing(Figure::authority, Comparator.reverseOrder())
          .thenComparing(Figure::heard)
          .thenComparingInt(Figure::line);

  /// Who stands behind a figure, best first.
  public enum Authority {
    /// A statistical office, or a copy that prints its figure.
    STATISTICS(new Words("统计部门", "statistical office")),
    /// A commission or the government, or a report of what it announced.
    GOVERNMENT(new Words("政府部门", "government")),
    /// Anything else.
    PRESS(new Words("报道转述", "press"));

    private final Words words;

    Authority(Words words) {
      this.words = words;
    }

    /// As shown beside a figure.
    public Words words() {
      return words;
    }
  }

  /// How the day a figure was heard is known.
  public enum HeardBasis {
    /// It is printed on the page.
    PRINTED(new Words("页面印有日期", "printed on the page")),
    /// It stands in the page's address.
    ADDRESS(new Words("据网址中的日期", "day in the page's address")),
    /// The month stands in the address; its last day is taken.
    ADDRESS_MONTH(new Words("据网址中的月份，取月末", "month in the address, its last day taken")),
    /// The edition of a yearbook; the year's last day is taken.
    EDITION(new Words("据年鉴版次，取年末", "edition of the yearbook, year end taken")),
    /// Nobody knows; the day it was entered is taken.
    UNKNOWN(new Words("发布日期不明，取录入日", "publication day unknown, day of entry taken"));

    private final Words words;

    HeardBasis(Words words) {
      this.words = words;
    }

    /// As shown beside a figure.
    public Words words() {
      return words;
    }
  }

  /// The source is a page that can be opened.
  public boolean hasAddress() {
    return source.startsWith("http://") || source.startsWith("https://");
  }
}
