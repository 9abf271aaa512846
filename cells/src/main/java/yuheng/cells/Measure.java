package yuheng.cells;

/// What is reckoned of the cells of a group of units at the end of a month (度量).
///
/// A unit belongs to the group in which its attributes put it in that month. It is *asked* from its
/// first month to its last.
public sealed interface Measure {
  /// A measure that is a sum over units of a whole number of each.
  sealed interface Linear extends Measure {
    /// The item whose cells are read.
    String item();
  }

  /// Sum of the month's own cells over the units that have one.
  record Month(String item) implements Linear {}

  /// Sum of the cells from January to the month (累计), over the units that have one in this month
  /// and in every earlier month of the year in which they were asked.
  record YearToDate(String item) implements Linear {}

  /// Sum of the cells of this month and those before, over the units that have one in this month
  /// and in every other of these months in which they were asked.
  ///
  /// @param months how many, at least 2: 12 for a moving year (滚动12个月)
  record Trailing(String item, int months) implements Linear {
    public Trailing {
      if (months < 2) {
        throw new IllegalArgumentException("A moving sum is of two months or more, not " + months);
      }
    }
  }

  /// `over / under`, rounded half to even. Missing where one is, or where `under` is zero.
  ///
  /// @param decimals digits behind the point, 0 to 9
  record Ratio(Linear over, Linear under, int decimals) implements Measure {
    public Ratio {
      decimalsWithin(decimals);
    }
  }

  /// Growth on the same month a year before in percent (同比), on the comparable set (可比口径): units
  /// that have the number both in this month and a year before, in the groups of this month. `100 *
  /// (now - then) / then`, rounded half to even. Missing where there is no such unit, or where
  /// `then` is not above zero.
  ///
  /// @param decimals digits behind the point, 0 to 9
  record Growth(Linear of, int decimals) implements Measure {
    public Growth {
      decimalsWithin(decimals);
    }
  }

  private static void decimalsWithin(int decimals) {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("Digits behind the point are 0 to 9, not " + decimals);
    }
  }
}
