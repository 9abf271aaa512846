package yuheng.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import yuheng.reports.CarriedReports;
import yuheng.reports.ReportBook;

/// The JVM that [ImportBench] measures: for each pair it prints nanoseconds: read and checked, all
/// of ours, the peer's; then what processors worked for ours and for the peer.
final class ImportRun {
  private ImportRun() {}

  public static void main(String[] arguments)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    Path folder = Files.createTempDirectory("yuheng-bench-import");
    try {
      var town = new ImportTown(folder);
      Path workbook = town.workbook();
      for (int pair = Integer.parseInt(arguments[0]); pair > 0; pair--) {
        long idle = cpu();
        String ours = ours(town, workbook);
        long between = cpu();
        long begun = System.nanoTime();
        peer(workbook);
        System.out.printf(
            "%s %d %d %d%n", ours, System.nanoTime() - begun, between - idle, cpu() - between);
        System.out.flush();
      }
    } finally {
      Home.deleteAll(folder);
    }
  }

  /// Nanoseconds that processors worked for this JVM.
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static String ours(ImportTown town, Path workbook) throws IOException {
    try (ReportBook book = town.freshBook()) {
      long before = book.lastEntry();
      long begun = System.nanoTime();
      try (CarriedReports carried =
          CarriedReports.read(
              "bench", town.scheme().forms(), book, town.owners(), workbook, _ -> {})) {
        long checked = System.nanoTime();
        if (!carried.handIn(book)) {
          throw new IOException("not taken: " + carried.faults().getFirst());
        }
        long done = System.nanoTime();
        if (book.lastEntry() < before + ImportTown.ROWS) {
          throw new IOException("the book has only %d entries".formatted(book.lastEntry()));
        }
        return (checked - begun) + " " + (done - begun);
      }
    }
  }

  private static void peer(Path workbook)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    try (OPCPackage archive = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
      var strings = new ReadOnlySharedStringsTable(archive);
      var reader = new XSSFReader(archive);
      var cells = new AtomicLong();
      XMLReader parser = SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
      parser.setContentHandler(
          new XSSFSheetXMLHandler(reader.getStylesTable(), strings, new Counting(cells), false));
      var sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          parser.parse(new InputSource(sheet));
        }
      }
      if (cells.get() < (long) ImportTown.ROWS * ImportTown.CELLS) {
        throw new IOException("POI saw only %d cells".formatted(cells.get()));
      }
    }
  }

  private record Counting(AtomicLong cells) implements XSSFSheetXMLHandler.SheetContentsHandler {
    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(String address, String value, XSSFComment comment) {
      cells.incrementAndGet();
    }
  }
}
