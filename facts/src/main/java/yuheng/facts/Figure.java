package yuheng.facts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
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
/// @param origin how it came into the house
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
    Origin origin) {
  private static final int ID_LENGTH = 10;

  /// The one to use of several about the same thing comes last: higher authority, then heard later,
  /// then entered later.
  public static final Comparator<Figure> PREFERENCE =
      Comparator.comparing(Figure::authority, Comparator.reverseOrder())
          .thenComparing(Figure::heard)
          .thenComparing(Figure::origin, Origin.ORDER);

  /// How a figure came into the house.
  public sealed interface Origin {
    /// What came later comes last: first the file, then the journal, then what is only offered.
    Comparator<Origin> ORDER =
        Comparator.comparingInt(Origin::rank)
            .thenComparingLong(Origin::major)
            .thenComparingInt(Origin::minor);

    /// It stands on a line of `data/official.csv`.
    record InFile(int line) implements Origin {}

    /// Somebody entered it; it stands in the journal.
    ///
    /// @param act number of the journal's act
    /// @param place of the figure in that act
    /// @param reason why it is right although a check doubted it
    record Entered(long act, int place, Instant at, String by, Optional<String> reason)
        implements Origin {}

    /// Somebody offers it; nobody has taken it yet.
    ///
    /// @param place of the figure among those offered with it
    record Offered(int place) implements Origin {}

    private int rank() {
      return switch (this) {
        case InFile _ -> 0;
        case Entered _ -> 1;
        case Offered _ -> 2;
      };
    }

    private long major() {
      return this instanceof Entered entered ? entered.act : 0;
    }

    private int minor() {
      return switch (this) {
        case InFile(int line) -> line;
        case Entered entered -> entered.place;
        case Offered(int place) -> place;
      };
    }
  }

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

    /// As a table of figures writes it: `statistics`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
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
    /// Whoever entered it says so.
    STATED(new Words("录入时注明", "stated on entry")),
    /// Whoever entered it knew the month; its last day is taken.
    STATED_MONTH(new Words("录入时只注明月份，取月末", "month stated on entry, its last day taken")),
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

  /// A name for what was said: the same words have the same one.
  static String nameOf(String... parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// The source is a page that can be opened.
  public boolean hasAddress() {
    return source.startsWith("http://") || source.startsWith("https://");
  }
}
