package yuheng.facts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import yuheng.terms.Words;

/// How codes reach the units they are for (激活函): an outbox that somebody else than the
/// administrator empties. Whoever asked for a letter never sees what stands in it.
@FunctionalInterface
public interface Letters {
  /// Takes letters to be sent; when this returns, they are kept where they are sent from.
  void send(List<Letter> letters);

  /// A folder that whoever sends the letters empties: each batch is one CSV file that only the user
  /// of the process may read.
  static Letters folder(Path folder) {
    return new LetterFolder(folder);
  }

  /// One letter.
  ///
  /// @param contact the unit's registered contact: the only place where it may go
  /// @param subject what the code is for
  /// @param code shown here and nowhere else; the journal keeps its hash
  /// @param expires the first moment at which the code is of no use
  record Letter(long unit, String contact, Words subject, String code, Instant expires) {
    @Override
    public String toString() {
      return "letter to unit %d: %s".formatted(unit, subject.en());
    }
  }
}
