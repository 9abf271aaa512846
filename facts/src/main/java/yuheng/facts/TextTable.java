package yuheng.facts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import yuheng.facts.Cell.Kind;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// A table as text: CSV, or rows with tabs as a spreadsheet copies them; UTF-8 or GB 18030.
final class TextTable {
  private static final Charset GB = Charset.forName("GB18030");

  private TextTable() {}

  static void read(String name, byte[] content, CellFile.Taker taker) {
    Optional<String> text = decoded(content, StandardCharsets.UTF_8).or(() -> decoded(content, GB));
    if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
      taker.fault(
          FileFaults.unreadable(
              name,
              new Words(
                  "“%s” 既不是工作簿，也不是文本".formatted(name),
                  "«%s» is neither a workbook nor text".formatted(name))));
      return;
    }
    read(name, text.get().startsWith("\uFEFF") ? text.get().substring(1) : text.get(), taker);
  }

  private static Optional<String> decoded(byte[] content, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  private static void read(String name, String text, CellFile.Taker taker) {
    if (!taker.sheet("", false, Span.at(name, 1, 1))) {
      return;
    }
    boolean tabs = text.lines().limit(20).anyMatch(line -> line.indexOf('\t') >= 0);
    CSVFormat format =
        tabs
            ? CSVFormat.TDF
                .builder()
                .setIgnoreSurroundingSpaces(false)
                .setIgnoreEmptyLines(false)
                .get()
            : CSVFormat.RFC4180;
    List<String> raw = text.lines().toList();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      int line = 1;
      for (CSVRecord record : parser) {
        int first = line;
        line = (int) parser.getCurrentLineNumber() + 1;
        String whole = first <= raw.size() ? raw.get(first - 1) : "";
        List<Cell> cells = cells(name, record, whole, first, tabs ? '\t' : ',');
        if (!taker.line(new Told(cells))) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      taker.fault(
          FileFaults.unreadable(
              name,
              new Words(
                  "“%s” 不是合格的 CSV：%s".formatted(name, broken.getMessage()),
                  "«%s» is not CSV: %s".formatted(name, broken.getMessage()))));
    }
  }

  private record Told(List<Cell> cells) implements CellLine {
    @Override
    public int size() {
      return cells.size();
    }

    @Override
    public Cell cell(int column) {
      return cells.get(column);
    }
  }

  private static List<Cell> cells(
      String name, CSVRecord record, String raw, int line, char between) {
    var cells = new ArrayList<Cell>(record.size());
    int from = 0;
    for (String written : record) {
      String text = Listing.unguarded(written.strip());
      int at = raw.indexOf(written, from);
      int start = at < 0 ? from : at;
      int length = at < 0 ? 1 : Math.max(1, written.length());
      Kind kind =
          text.matches("#(REF|VALUE|DIV/0|N/A|NAME\\?|NUM|NULL)!?") ? Kind.ERROR : Kind.PLAIN;
      cells.add(new Cell(text, kind, new Span(name, line, start + 1, start + 1 + length)));
      int next = at < 0 ? -1 : raw.indexOf(between, at + written.length());
      from = next < 0 ? Math.min(from, raw.length()) : next + 1;
    }
    return cells;
  }
}
