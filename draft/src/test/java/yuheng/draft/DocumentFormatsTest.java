package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import yuheng.draft.PolicyDocument.Kind;
import yuheng.prose.Mention;

/// The same words, whatever they are written down in.
class DocumentFormatsTest {
  static final List<String> PARAGRAPHS =
      List.of(
          "某市先进制造业发展意见",
          "一、主要目标",
          "到2015年，工业总产值达到500亿元，工业增加值占GDP的比重达到40%以上，质量损失率控制在0.2%以内，企业研发经费占销售收入的比重提高到1.2%，规模以上工业全员劳动生产率达到30万元。",
          "（一）产业集群。形成乘用车、微车、商用车三大产业集群，培育企业30家。",
          "其他事项另行通知。");

  private static PolicyDocument read(String name, byte[] bytes) {
    PolicyDocument.Opened opened = PolicyDocument.read(name, bytes);
    assertThat(opened.problems()).isEmpty();
    return opened.document().orElseThrow();
  }

  private static String joined() {
    return String.join("\n", PARAGRAPHS) + "\n";
  }

  static byte[] word() throws IOException {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      PARAGRAPHS.forEach(text -> document.createParagraph().createRun().setText("　　" + text));
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] html() {
    var page =
        new StringBuilder("<!DOCTYPE html><html><head><meta charset='utf-8'><title>t</title>");
    page.append("<script>var x = '到2015年达到9亿元';</script></head><body><nav>首页</nav><div>");
    PARAGRAPHS.forEach(text -> page.append("<p>&nbsp;&emsp;").append(text).append("</p>\n"));
    return page.append("</div></body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theFourFormatsGiveTheSameText() throws IOException {
    PolicyDocument text = read("a.txt", joined().getBytes(StandardCharsets.UTF_8));
    assertThat(text.kind()).isEqualTo(Kind.TEXT);
    assertThat(text.text().text()).isEqualTo(joined());
    for (PolicyDocument other :
        List.of(
            read("a.docx", word()),
            read("a.pdf", PrintedPdf.of(PARAGRAPHS)),
            read("a.html", html()),
            read("a.md", markdown()))) {
      assertThat(other.text().text()).as(other.kind().toString()).isEqualTo(joined());
    }
  }

  private static byte[] markdown() {
    return ("# " + joined().replace("一、", "## 一、").replace("40%", "**40%**"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void chineseEncodingsAreReadStrictly() {
    byte[] chinese = joined().getBytes(Charset.forName("GB18030"));
    assertThat(read("a.txt", chinese).text().text()).isEqualTo(joined());
    byte[] wide = ("\uFEFF" + joined()).getBytes(StandardCharsets.UTF_16LE);
    assertThat(read("a.txt", wide).text().text()).isEqualTo(joined());
    byte[] page =
        new String(html(), StandardCharsets.UTF_8)
            .replace("utf-8", "gb2312")
            .getBytes(Charset.forName("GB18030"));
    assertThat(read("a.htm", page).text().text()).isEqualTo(joined());
  }

  @Test
  void thePlainTextIsKeptToTheLastCharacter() {
    String text = "\uFEFF标题\r\n\r\n　　到2015年达到5亿元。\r\n";
    PolicyDocument document = read("a.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(document.text().text()).isEqualTo(text);
  }

  @Test
  void offsetsCountInExactlyTheTextKept() throws IOException {
    for (PolicyDocument document :
        List.of(read("a.docx", word()), read("a.pdf", PrintedPdf.of(PARAGRAPHS)))) {
      int[] points = document.text().text().codePoints().toArray();
      assertThat(document.text().mentions()).isNotEmpty();
      for (Mention mention : document.text().mentions()) {
        assertThat(new String(points, mention.start(), mention.end() - mention.start()))
            .isEqualTo(mention.raw());
      }
    }
  }

  @Test
  void wordWritesItsNumbersBeforeParagraphs() throws IOException {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      CTAbstractNum list = CTAbstractNum.Factory.newInstance();
      list.setAbstractNumId(BigInteger.ZERO);
      level(list, 0, STNumberFormat.CHINESE_COUNTING, "%1、");
      level(list, 1, STNumberFormat.CHINESE_COUNTING, "（%2）");
      var numbering = document.createNumbering();
      var id = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
      for (String[] line :
          new String[][] {{"0", "总则"}, {"1", "目标"}, {"1", "任务"}, {"0", "附则"}, {"1", "施行"}}) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(id);
        paragraph.setNumILvl(new BigInteger(line[0]));
        paragraph.createRun().setText(line[1]);
      }
      document.write(bytes);
      assertThat(read("a.docx", bytes.toByteArray()).text().text())
          .isEqualTo("一、总则\n（一）目标\n（二）任务\n二、附则\n（一）施行\n");
    }
  }

  private static void level(
      CTAbstractNum list, int depth, STNumberFormat.Enum format, String text) {
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.valueOf(depth));
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
    level.addNewStart().setVal(BigInteger.ONE);
  }

  @Test
  void aTableIsReadRowByRow() throws IOException {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("指标表");
      var table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("指标");
      table.getRow(0).getCell(1).setText("2015年");
      table.getRow(1).getCell(0).setText("工业总产值");
      table.getRow(1).getCell(1).setText("500亿元");
      document.write(bytes);
      PolicyDocument read = read("a.docx", bytes.toByteArray());
      assertThat(read.text().text()).isEqualTo("指标表\n指标\t2015年\n工业总产值\t500亿元\n");
      assertThat(read.remarks()).anyMatch(remark -> remark.zh().contains("表格"));
    }
  }

  @Test
  void pageNumbersAndRunningTitlesAreLeftOutOfAPdf() throws IOException {
    var many = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      many.addAll(PARAGRAPHS.subList(2, 5));
    }
    PolicyDocument document = read("a.pdf", PrintedPdf.withPageMarks(many));
    assertThat(document.text().text()).isEqualTo(String.join("\n", many) + "\n");
    assertThat(document.remarks()).anyMatch(remark -> remark.zh().contains("页码"));
  }
}
