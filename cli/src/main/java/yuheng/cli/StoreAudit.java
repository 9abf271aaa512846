package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yuheng.facts.Audit;
import yuheng.facts.Journal;
import yuheng.facts.StoreFile;
import yuheng.reports.BookAudit;
import yuheng.reports.ReportBook;
import yuheng.terms.Problem;

/// What was found of a store: its journal and its report book, each held to its chains.
record StoreAudit(Audit journal, BookAudit book) {
  static StoreAudit of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WrongInput("没有这个文件。There is no file %s.".formatted(file));
    }
    return new StoreAudit(Journal.audit(file), ReportBook.audit(file));
  }

  /// Every break, each once; damage to the file is seen from both books.
  List<Problem> breaks() {
    var all = new ArrayList<>(journal.breaks());
    all.addAll(book.audit().breaks());
    return List.copyOf(all);
  }

  boolean isSound() {
    return journal.breaks().isEmpty() && book.audit().breaks().isEmpty();
  }

  /// Whether it says all that another says, and maybe more that was said later.
  private boolean goesOn(StoreAudit earlier) {
    return journal.last() >= earlier.journal.last()
        && book.audit().last() >= earlier.book.audit().last()
        && book.roots().size() >= earlier.book.roots().size()
        && book.roots().subList(0, earlier.book.roots().size()).equals(earlier.book.roots())
        && (journal.last() > earlier.journal.last()
            || journal.head().equals(earlier.journal.head()))
        && (book.audit().last() > earlier.book.audit().last()
            || book.audit().head().equals(earlier.book.audit().head()));
  }

  /// In words: `journal 12 acts, book 40 entries of 3 units, 2 day roots`.
  String words() {
    String reports =
        book.present()
            ? "报表簿 %d 条，%d 条链，%d 个当日根 (book: %d entries, %d chains, %d day roots)"
                .formatted(
                    book.audit().last(),
                    book.chains(),
                    book.roots().size(),
                    book.audit().last(),
                    book.chains(),
                    book.roots().size())
            : "没有报表簿 (no report book)";
    return "总账 %d 条 (journal: %d acts)；%s".formatted(journal.last(), journal.last(), reports);
  }

  /// Copies a store that may be written meanwhile, and says what the copy holds. A broken store is
  /// not copied, lest its copy be taken for a sound one.
  static int copy(Path from, Path to, PrintWriter err) throws IOException {
    StoreAudit before = of(from);
    if (!before.isSound()) {
      before.tell(err);
      throw new WrongInput(
          "%s 有 %d 处断裂，没有复制。It has %d break(s); nothing was copied."
              .formatted(from, before.breaks().size(), before.breaks().size()));
    }
    try {
      var copied = new ArrayList<StoreAudit>();
      boolean sound =
          StoreFile.copy(
              from,
              to,
              part -> {
                StoreAudit after = of(part);
                copied.add(after);
                return after.isSound() && after.goesOn(before);
              });
      if (!sound) {
        copied.getFirst().tell(err);
        throw new IOException(
            "The copy of %s does not say what the store says; it was thrown away".formatted(from));
      }
      err.printf("%s → %s: %s%n", from, to, copied.getFirst().words());
      return Main.OK;
    } catch (FileAlreadyExistsException there) {
      throw new WrongInput(
          "%s 已经在那里，不覆盖。It is there already and is not overwritten.".formatted(there.getMessage()));
    }
  }

  void tell(PrintWriter to) {
    for (Problem problem : breaks()) {
      to.println(problem.render(_ -> ""));
    }
  }
}
