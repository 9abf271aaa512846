package yuheng.facts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import yuheng.terms.Words;

/// The parts of a workbook, unpacked under watch and packed anew, so that what is read later is the
/// very bytes that were looked at: only XML, no declarations, no macros, no more than a measure.
final class WorkbookParts {
  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 200L * 1024 * 1024;
  private static final int CHUNK = 1 << 16;
  private static final int PROLOGUE = 200;

  private final String name;
  private Optional<Fault> fault = Optional.empty();
  private long unpacked;
  private boolean styled;

  WorkbookParts(String name) {
    this.name = name;
  }

  /// Why the workbook is refused.
  Optional<Fault> fault() {
    return fault;
  }

  /// A part says which cells are days and shares.
  boolean isStyled() {
    return styled;
  }

  /// The workbook anew; empty when it is refused.
  Optional<byte[]> packed(byte[] content) {
    var anew = new ByteArrayOutputStream(content.length);
    try (ZipFile from =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        var to = new ZipOutputStream(anew)) {
      to.setLevel(Deflater.BEST_SPEED);
      Set<String> names = new HashSet<>();
      for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
        if (!names.add(part.getName()) || names.size() > MOST_PARTS) {
          refuse(damaged("part " + Fault.shown(part.getName()) + " stands in it twice"));
        } else if (!part.isDirectory() && fault.isEmpty()) {
          try (InputStream bytes = from.getInputStream(part)) {
            copy(bytes, part.getName(), to);
          }
        }
      }
      if (names.isEmpty()) {
        refuse(damaged("it is empty"));
      }
    } catch (IOException | IllegalArgumentException broken) {
      refuse(damaged(String.valueOf(broken.getMessage())));
    }
    return fault.isPresent() ? Optional.empty() : Optional.of(anew.toByteArray());
  }

  private void copy(InputStream from, String path, ZipOutputStream to) throws IOException {
    if (mayRun(path)) {
      refuse(FileFaults.macros(name, path));
      return;
    }
    boolean xml = isXml(path);
    var bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      unpacked += read;
      if (unpacked > MOST_BYTES) {
        refuse(FileFaults.tooLarge(name, "> 200 MB unpacked"));
        return;
      }
      if (xml) {
        bytes.write(chunk, 0, read);
      }
    }
    if (xml) {
      byte[] text = bytes.toByteArray();
      if (declares(text)) {
        refuse(FileFaults.declaration(name, path));
      } else {
        styled |= path.equals("[Content_Types].xml") && contains(text, "spreadsheetml.styles+xml");
        to.putNextEntry(new ZipEntry(path));
        to.write(text);
        to.closeEntry();
      }
    }
  }

  /// A part that a spreadsheet program would run.
  static boolean mayRun(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("vbaproject")
        || lower.contains("macrosheets/")
        || lower.contains("activex/")
        || lower.contains("embeddings/");
  }

  static boolean isXml(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels");
  }

  private static boolean declares(byte[] xml) {
    return isOddlyEncoded(xml) || contains(xml, "<!DOCTYPE") || contains(xml, "<!ENTITY");
  }

  /// By its first bytes: in an encoding that hides what is looked for.
  static boolean isOddlyEncoded(byte[] xml) {
    String start = new String(xml, 0, Math.min(xml.length, PROLOGUE), StandardCharsets.ISO_8859_1);
    boolean wide = start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE");
    String lower = start.toLowerCase(Locale.ROOT);
    int encoding = lower.indexOf("encoding");
    boolean other =
        encoding >= 0
            && lower.startsWith("<?xml")
            && encoding < lower.indexOf("?>")
            && !lower
                .substring(encoding)
                .matches("(?s)encoding\\s*=\\s*[\"'](utf-8|us-ascii)[\"'].*");
    return wide || start.indexOf('\0') >= 0 || other;
  }

  private static boolean contains(byte[] bytes, String ascii) {
    byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
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
