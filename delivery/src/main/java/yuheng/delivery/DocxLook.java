package yuheng.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import yuheng.terms.Language;

/// How the parts of a Word document look: fonts by the names of official documents, and sizes.
final class DocxLook {
  /// 225 mm over 22 lines, in twentieths of a point.
  static final int LINE = 580;

  private static final String SONG = "方正小标宋简体";
  private static final String HEI = "黑体";
  private static final String FANGSONG = "仿宋_GB2312";
  private static final String LATIN = "Times New Roman";

  /// What takes over where a machine lacks a font; Word reads it from the font table.
  private static final String FONT_TABLE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,小标宋,宋体,SimSun,Songti SC,Noto Serif CJK SC"/>\
      <w:charset w:val="86"/><w:family w:val="roman"/></w:font>\
      <w:font w:name="黑体"><w:altName w:val="SimHei,Heiti SC,Noto Sans CJK SC"/>\
      <w:charset w:val="86"/><w:family w:val="swiss"/></w:font>\
      <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,STFangsong,LXGW WenKai,Noto Serif CJK SC"/>\
      <w:charset w:val="86"/><w:family w:val="modern"/></w:font>\
      </w:fonts>
      """;

  private final Language language;

  DocxLook(Language language) {
    this.language = language;
  }

  /// A kind of text: its Chinese font and its size in points.
  enum Face {
    TITLE(SONG, 22),
    MARK(HEI, 14),
    ISSUER(FANGSONG, 16),
    HEADING(HEI, 16),
    TEXT(FANGSONG, 16),
    CAPTION(HEI, 12),
    HEAD(HEI, 10.5),
    CELL(FANGSONG, 10.5),
    NUMBER(FANGSONG, 10.5),
    FIGURE(FANGSONG, 10.5),
    NOTE(FANGSONG, 10.5),
    GAP(FANGSONG, 6),
    SIGN(FANGSONG, 16),
    PAGE("宋体", 14);

    private final String font;
    private final double points;

    Face(String font, double points) {
      this.font = font;
      this.points = points;
    }
  }

  XWPFParagraph paragraph(XWPFDocument document, Face type) {
    XWPFParagraph paragraph = document.createParagraph();
    shape(paragraph, type);
    return paragraph;
  }

  /// Spacing, indent and alignment of a paragraph.
  void shape(XWPFParagraph paragraph, Face type) {
    paragraph.setSpacingAfter(0);
    switch (type) {
      case TITLE -> {
        lines(paragraph, 700);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(200);
      }
      case ISSUER -> {
        lines(paragraph, LINE);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(LINE / 2);
      }
      case HEADING -> {
        lines(paragraph, LINE);
        twoCharacters(paragraph);
        paragraph.setKeepNext(true);
        properties(paragraph).addNewOutlineLvl().setVal(BigInteger.ZERO);
      }
      case TEXT -> {
        lines(paragraph, LINE);
        twoCharacters(paragraph);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
      }
      case CAPTION -> {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBefore(120);
        paragraph.setSpacingAfter(40);
        paragraph.setKeepNext(true);
      }
      case HEAD, FIGURE, MARK -> paragraph.setAlignment(ParagraphAlignment.CENTER);
      case NUMBER -> paragraph.setAlignment(ParagraphAlignment.RIGHT);
      case SIGN -> {
        lines(paragraph, LINE);
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight(4 * 320);
        paragraph.setKeepNext(true);
      }
      case GAP -> lines(paragraph, 160);
      case CELL, NOTE, PAGE -> {}
    }
  }

  private static void lines(XWPFParagraph paragraph, int twips) {
    paragraph.setSpacingBetween(twips / 20.0, LineSpacingRule.EXACT);
  }

  private void twoCharacters(XWPFParagraph paragraph) {
    if (language == Language.ZH) {
      paragraph.setIndentationFirstLine(2 * 320);
    }
  }

  private static CTPPr properties(XWPFParagraph paragraph) {
    return paragraph.getCTP().isSetPPr()
        ? paragraph.getCTP().getPPr()
        : paragraph.getCTP().addNewPPr();
  }

  static void run(XWPFParagraph paragraph, Face type, String text) {
    XWPFRun run = paragraph.createRun();
    dress(run, type);
    run.setText(text);
  }

  private static void dress(XWPFRun run, Face type) {
    run.setFontSize(type.points);
    CTFonts fonts =
        run.getCTR().isSetRPr() && run.getCTR().getRPr().sizeOfRFontsArray() > 0
            ? run.getCTR().getRPr().getRFontsArray(0)
            : (run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr())
                .addNewRFonts();
    fonts.setAscii(LATIN);
    fonts.setHAnsi(LATIN);
    fonts.setEastAsia(type.font);
  }

  static void pageNumber(XWPFParagraph paragraph) {
    part(paragraph).addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    part(paragraph).addNewInstrText().setStringValue("PAGE");
    part(paragraph).addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    part(paragraph).addNewT().setStringValue("1");
    part(paragraph).addNewFldChar().setFldCharType(STFldCharType.END);
  }

  private static CTR part(XWPFParagraph paragraph) {
    XWPFRun run = paragraph.createRun();
    dress(run, Face.PAGE);
    return run.getCTR();
  }

  /// Says which fonts may stand in for those of official documents.
  void fonts(XWPFDocument document) throws IOException, InvalidFormatException {
    PackagePart part =
        document
            .getPackage()
            .createPart(
                PackagingURIHelper.createPartName("/word/fontTable.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
    try (OutputStream out = part.getOutputStream()) {
      out.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
    }
    document
        .getPackagePart()
        .addRelationship(
            part.getPartName(),
            TargetMode.INTERNAL,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
  }
}
