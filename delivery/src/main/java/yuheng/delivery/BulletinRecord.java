package yuheng.delivery;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import yuheng.terms.Words;

/// A month's bulletin and how far it has come.
///
/// @param seen number of the last act on it; to be given back with the next
/// @param authors accounts that edited or submitted it
/// @param signed who signed it and when; present exactly when it is frozen
/// @param returned why it was given back last, if it was
public record BulletinRecord(
    YearMonth month,
    Bulletin bulletin,
    Stage stage,
    long seen,
    SortedSet<String> authors,
    Optional<Signed> signed,
    Optional<String> returned,
    List<Event> history) {
  public BulletinRecord {
    authors = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(authors));
    history = List.copyOf(history);
  }

  /// A bulletin where there is no journal, so that nobody works on it.
  public static BulletinRecord generated(Bulletin bulletin) {
    return new BulletinRecord(
        bulletin.month(),
        bulletin,
        Stage.DRAFT,
        0,
        new TreeSet<>(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /// How far a bulletin has come.
  public enum Stage {
    /// Being written; the figures are those known now.
    DRAFT("draft", new Words("起草中", "a draft")),
    /// With a reviewer.
    SUBMITTED("submitted", new Words("待签发", "submitted")),
    /// Signed, and kept as it was then.
    FROZEN("frozen", new Words("已签发", "signed and frozen"));

    private final String code;
    private final Words words;

    Stage(String code, Words words) {
      this.code = code;
      this.words = words;
    }

    /// For styles: `draft`.
    public String code() {
      return code;
    }

    /// As shown.
    public Words words() {
      return words;
    }
  }

  /// Who signed, and when.
  public record Signed(String by, Instant at) {}

  /// An act on it.
  ///
  /// @param what `edit`, `restore`, `submit`, `return`, `sign`
  /// @param about the sentence, or the reason
  public record Event(long act, Instant at, String by, String what, String about) {}

  /// SHA-256 over everything that stands in it.
  public String digest() {
    return BulletinDesk.digest(bulletin);
  }
}
