package yuheng.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import yuheng.terms.Words;

/// Looks through every part of a large workbook on disk before anything reads it, a piece at a
/// time: the rules of [WorkbookParts], with wider measures for its sheets.
final class WorkbookWatch {
  private static final long LARGEST_FILE = 200L << 20;
  private static final long MOST_IN_SHEETS = 2L << 30;
  private static final long MOST_IN_OTHERS = 64L << 20;
  private static final int MOST_PARTS = 10_000;
  private static final int CHUNK = 1 << 16;

  /// The longest stretch without a `<`: one cell's text, or one tag.
  private static final int LONGEST_RUN = 1 << 20;

  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENTITY = "<!ENTITY".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private Optional<Fault> fault = Optional.empty();
  private long inSheets;
  private long inOthers;
  private boolean styled;

  WorkbookWatch(String name) {
    this.name = name;
  }

  /// A part says which cells are days and shares.
  boolean isStyled() {
    return styled;
  }

  /// Why it is refused; empty for one that may be read.
  Optional<Fault> look(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      return Optional.of(FileFaults.tooLarge(name, "%d MB".formatted(Files.size(file) >> 20)));
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Set<String> names = new HashSet<>();
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        if (!names.add(part.getName()) || names.size() > MOST_PARTS) {
          refuse(damaged("part " + Fault.shown(part.getName()) + " stands in it twice"));
        } else if (WorkbookParts.mayRun(part.getName())) {
          refuse(FileFaults.macros(name, part.getName()));
        } else if (!part.isDirectory() && fault.isEmpty()) {
          try (InputStream bytes = zip.getInputStream(part)) {
            look(bytes, part.getName());
          }
        }
      }
      if (names.isEmpty()) {
        refuse(damaged("it is empty"));
      }
    } catch (IOException | IllegalArgumentException broken) {
      refuse(damaged(String.valueOf(broken.getMessage())));
    }
    return fault;
  }

  private void look(InputStream from, String path) throws IOException {
    boolean sheet = path.startsWith("xl/worksheets/");
    boolean xml = WorkbookParts.isXml(path);
    byte[] chunk = new byte[CHUNK];
    byte[] first = from.readNBytes(CHUNK);
    if (xml && WorkbookParts.isOddlyEncoded(first)) {
      refuse(FileFaults.declaration(name, path));
      return;
    }
    styled |=
        path.equals("[Content_Types].xml")
            && new String(first, StandardCharsets.ISO_8859_1).contains("spreadsheetml.styles+xml");
    var scan = new Scan();
    byte[] piece = first;
    int length = first.length;
    while (length > 0) {
      inSheets += sheet ? length : 0;
      inOthers += sheet ? 0 : length;
      if (inSheets > MOST_IN_SHEETS || inOthers > MOST_IN_OTHERS) {
        refuse(FileFaults.tooLarge(name, "> 2 GB unpacked"));
        return;
      }
      if (xml && scan.finds(piece, length)) {
        refuse(
            scan.longest > LONGEST_RUN
                ? FileFaults.tooLarge(name, "a cell of > 1 MB")
                : FileFaults.declaration(name, path));
        return;
      }
      piece = chunk;
      length = from.readNBytes(chunk, 0, CHUNK);
    }
  }

  /// Walks over the bytes of a part, across its pieces.
  private static final class Scan {
    private int sinceTag = Integer.MIN_VALUE;
    private int longest;
    private int run;

    /// Whether the piece ends, or holds, something that is refused.
    boolean finds(byte[] piece, int length) {
      for (int i = 0; i < length; i++) {
        byte at = piece[i];
        if (at == '<') {
          run = 0;
          sinceTag = 0;
        } else {
          sinceTag++;
          if (++run > LONGEST_RUN) {
            longest = run;
            return true;
          }
        }
        if (sinceTag == 1 && at != '!') {
          sinceTag = Integer.MIN_VALUE;
        } else if (sinceTag >= 2) {
          boolean doctype = mayBe(DOCTYPE, sinceTag, at);
          boolean entity = mayBe(ENTITY, sinceTag, at);
          if ((doctype && sinceTag == DOCTYPE.length - 1)
              || (entity && sinceTag == ENTITY.length - 1)) {
            return true;
          }
          if (!doctype && !entity) {
            sinceTag = Integer.MIN_VALUE;
          }
        }
      }
      return false;
    }

    private static boolean mayBe(byte[] word, int place, byte at) {
      return place < word.length && word[place] == at;
    }
  }

  private void refuse(Fault why) {
    if (fault.isEmpty()) {
      fault = Optional.of(why);
    }
  }

  private Fault damaged(String how) {
    return FileFaults.unreadable(
        name,
        new Words(
            "“%s” 是损坏的工作簿：%s".formatted(name, how),
            "«%s» is a damaged workbook: %s".formatted(name, how)));
  }
}
