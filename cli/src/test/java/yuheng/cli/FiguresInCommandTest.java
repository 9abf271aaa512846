package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Journal;
import yuheng.testing.Golden;

/// Figures brought by command are measured with.
class FiguresInCommandTest {
  private static final String PLAN = Golden.home().resolve("plans/chongqing-2012").toString();

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    String store = folder.resolve("journal.db").toString();
    var all = new ArrayList<>(List.of(arguments));
    if (!arguments[0].equals("template")) {
      all.addAll(List.of("--store", store));
    }
    int code =
        Main.run(
            all.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String value(String knownOn) {
    Run run =
        run(
            "measure",
            PLAN,
            "--as-of",
            "2012-09",
            "--known-on",
            knownOn,
            "--indicator",
            "gross-output",
            "--format",
            "json");
    assertThat(run.code).as(run.err).isZero();
    return run.out.replaceAll("(?s).*?\"value\":\"([^\"]*)\".*", "$1");
  }

  private Run enter(String value, String heard, String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "enter",
                    PLAN,
                    "--series",
                    "规模以上工业总产值",
                    "--scope",
                    "全市",
                    "--period",
                    "2012年1-9月",
                    "--value",
                    value,
                    "--unit",
                    "亿元",
                    "--heard",
                    heard,
                    "--source",
                    "市经信委月报"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void twoRevisionsOfSeptember2012AreMeasuredWithFromTheDayTheyWereHeard() {
    assertThat(enter("9635", "2012-11-20").code).isZero();
    assertThat(enter("9631.5", "2012-12-20", "--by", "李明").code).isZero();
    assertThat(value("2012-10-31")).isEqualTo("9621");
    assertThat(value("2012-11-30")).isEqualTo("9635");
    assertThat(value("2012-12-31")).isEqualTo("9631.5");
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      assertThat(journal.verify()).isEmpty();
      assertThat(journal.find(2).orElseThrow().by()).isEqualTo("李明");
    }
  }

  @Test
  void aDoubtEndsWithOneUntilAReasonIsGiven() {
    Run doubted = enter("963.1", "2012-11-20");
    assertThat(doubted.code).isEqualTo(Main.WRONG_INPUT);
    assertThat(doubted.out).contains("存疑 FA132", "存疑 FA135");
    assertThat(enter("963.1", "2012-11-20", "--reason", "原文如此").code).isZero();
    assertThat(value("2012-11-30")).isEqualTo("963.1");
  }

  @Test
  void aTemplateFilledInIsImportedAndMeasuredWith() throws IOException {
    Path book = folder.resolve("figures.xlsx");
    assertThat(run("template", PLAN, "figures", "--out", book.toString()).code).isZero();
    Files.write(
        book,
        filled(
            book,
            "规模以上工业总产值",
            "全市",
            "2012年1-9月",
            "9640",
            "亿元",
            "18.5",
            "规模以上工业",
            "2012-11-20",
            "统计部门",
            "市统计局月报"));
    Run run = run("import", PLAN, book.toString(), "--format", "json", "--lang", "en");
    assertThat(run.code).as(run.out).isZero();
    assertThat(run.out).contains("\"taken\":1", "\"act\":1", "\"used\":true");
    assertThat(value("2012-11-30")).isEqualTo("9640");
    Run again = run("import", PLAN, book.toString(), "--format", "json", "--lang", "en");
    assertThat(again.code).isEqualTo(Main.WRONG_INPUT);
    assertThat(again.out).contains("FA125", "\"cell\":\"D3\"", "\"taken\":0");
  }

  /// The template with one more row, as a spreadsheet would write it.
  private static byte[] filled(Path template, String... cells) throws IOException {
    var row = new StringBuilder("<row r=\"3\">");
    for (int i = 0; i < cells.length; i++) {
      row.append(
          "<c r=\"%c3\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted('A' + i, cells[i]));
    }
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipFile(template.toFile());
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry part : from.stream().toList()) {
        byte[] content = from.getInputStream(part).readAllBytes();
        if (part.getName().endsWith("sheet1.xml")) {
          content =
              new String(content, StandardCharsets.UTF_8)
                  .replace("</sheetData>", row + "</row></sheetData>")
                  .getBytes(StandardCharsets.UTF_8);
        }
        to.putNextEntry(new ZipEntry(part.getName()));
        new ByteArrayInputStream(content).transferTo(to);
        to.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aTableWithAFaultIsNotTakenAndADryRunTakesNothing() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(
        table,
        "series,period,value,unit,source\ngdp,2012-01..2012-09,7950,亿元,月报\ngdp,去年,1,亿元,月报\n");
    Run run = run("import", PLAN, table.toString());
    assertThat(run.code).isEqualTo(Main.WRONG_INPUT);
    assertThat(run.out).contains("FA114", "t.csv:3:5");
    Files.writeString(table, "series,period,value,unit,source\ngdp,2012-01..2012-09,7950,亿元,月报\n");
    assertThat(run("import", PLAN, table.toString(), "--dry-run").code).isZero();
    assertThat(run("import", PLAN, folder.resolve("none.csv").toString()).code)
        .isEqualTo(Main.WRONG_INPUT);
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      assertThat(journal.last()).isZero();
    }
  }
}
