package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.terms.Span;

/// A file that is read from disk, never held whole, is looked through before a line of it is told.
class LargeFileTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir private Path folder;

  /// Everything that a file tells.
  private static final class Told implements CellFile.Taker {
    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @Override
    public boolean sheet(String sheet, boolean hidden, Span start) {
      return !hidden;
    }

    @Override
    public boolean line(CellLine line) {
      lines.add(String.join(" ", line.cells().stream().map(Cell::text).toList()));
      return true;
    }

    @Override
    public void fault(Fault fault) {
      faults.add(fault.code());
    }
  }

  private static HandMadeWorkbook book() {
    return HandMadeWorkbook.of("九月", "a,1\nb,-2.5\nc,{day 41183}");
  }

  private Told read(byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "brought", ".xlsx");
    Files.write(file, content);
    var told = new Told();
    CellFile.read(file, told);
    return told;
  }

  @Test
  void itTellsItsLines() throws IOException {
    Told told = read(book().bytes());
    assertThat(told.faults).isEmpty();
    assertThat(told.lines).containsExactly("a 1", "b -2.5", "c 2012-10-01");
  }

  @Test
  void declarationsAndMacrosAreFoundWhereverTheyStand() throws IOException {
    String far = "<!-- " + "x".repeat(200_000) + " -->";
    for (byte[] content :
        List.of(
            book().before(SHEET, "<!DOCTYPE x>").bytes(),
            book().before(SHEET, far + "<!DOCTYPE x>").bytes(),
            book().before(SHEET, "x".repeat((1 << 16) - 4) + "<!ENTITY e>").bytes(),
            book().before(SHEET, "<?xml version='1.0' encoding='UTF-7'?>").bytes())) {
      Told told = read(content);
      assertThat(told.faults).containsExactly("FA105");
      assertThat(told.lines).isEmpty();
    }
    assertThat(read(book().part("xl/vbaProject.bin", "x").bytes()).faults).containsExactly("FA104");
  }

  @Test
  void aCellBeyondMeasureIsRefused() throws IOException {
    Told told = read(book().before(SHEET, "x".repeat(2 << 20)).bytes());
    assertThat(told.faults).containsExactly("FA102");
    assertThat(told.lines).isEmpty();
  }

  @Test
  void whatIsTornIsAFault() throws IOException {
    byte[] whole = book().bytes();
    byte[] torn = new byte[whole.length - 100];
    System.arraycopy(whole, 0, torn, 0, torn.length);
    assertThat(read(torn).faults).containsExactly("FA101");
  }
}
