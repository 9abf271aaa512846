package yuheng.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.facts.Access;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// The reports of a form and period, taken along (导出): a line for each report, written while it is
/// read. CSV and .xlsx are what an import takes; Parquet is for machines.
public final class ReportExport {
  private ReportExport() {}

  /// What it is written as.
  public enum Format {
    /// Comma-separated, UTF-8 with a mark in front so that spreadsheets know it; the headings are
    /// ids.
    CSV,
    /// An Excel workbook of one sheet.
    XLSX,
    /// Apache Parquet with a type for each column; the metadata name units and words.
    PARQUET
  }

  /// Which version of each report.
  public enum Which {
    /// The last one handed in.
    LAST,
    /// The last one accepted: what indicators know.
    ACCEPTED
  }

  /// One line.
  record Line(RegisterUnit unit, Version version) {}

  /// Writes the reports that `by` sees to a file, which is there only when it is whole.
  ///
  /// @return how many
  /// @throws IOException if it cannot be written
  public static int write(
      ReportBook book, Access by, Form form, Period period, Which which, Format format, Path to)
      throws IOException {
    List<Version> last = book.last(by, form.id(), period);
    Stream<Line> lines =
        last.stream()
            .map(version -> of(book, by, version, which))
            .flatMap(Optional::stream)
            .map(
                version ->
                    new Line(
                        book.unit(by, version.key().unit(), period.lastDay(), version.heard())
                            .orElseThrow(),
                        version));
    return write(form, lines.iterator(), format, to);
  }

  private static Optional<Version> of(ReportBook book, Access by, Version last, Which which) {
    if (which == Which.LAST || last.state() == Version.State.ACCEPTED) {
      return Optional.of(last);
    }
    return book.versions(by, last.key()).stream()
        .filter(version -> version.state() == Version.State.ACCEPTED)
        .reduce((_, later) -> later);
  }

  static int write(Form form, Iterator<Line> lines, Format format, Path to) throws IOException {
    Path folder = Optional.ofNullable(to.toAbsolutePath().getParent()).orElseThrow();
    Path part = Files.createTempFile(folder, ".export", ".part");
    try {
      int written =
          switch (format) {
            case CSV -> {
              try (OutputStream bytes = Files.newOutputStream(part)) {
                yield ExportTable.csv(form, lines, bytes);
              }
            }
            case XLSX -> {
              try (OutputStream bytes = Files.newOutputStream(part)) {
                yield ExportTable.xlsx(form, lines, bytes);
              }
            }
            case PARQUET -> new ExportParquet(form).write(lines, part);
          };
      Files.move(part, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
