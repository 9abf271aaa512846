package yuheng.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import yuheng.delivery.DocxLook.Face;
import yuheng.facts.Addressees;
import yuheng.facts.Addressees.Addressee;
import yuheng.facts.Letters;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// Letters with codes as Word files for printing (激活函打印件): one page for each unit, files by
/// district, at most 500 letters in one. Only the user of the process may read them; who prints
/// them deletes them.
public final class PrintedLetters implements Letters {
  private static final int MOST_IN_A_FILE = 500;
  private static final Set<StandardOpenOption> NEW =
      EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path folder;
  private final Addressees units;
  private final Words issuer;
  private final String address;
  private final DocxLook look = new DocxLook(Language.ZH);

  /// @param folder where the files go; made when there is none
  /// @param issuer who writes
  /// @param address of the page where a code is typed in; empty if only the office knows it
  public PrintedLetters(Path folder, Addressees units, Words issuer, String address) {
    this.folder = folder;
    this.units = units;
    this.issuer = issuer;
    this.address = address;
  }

  @Override
  public void send(List<Letter> letters) {
    Map<String, List<Letter>> byDistrict = new TreeMap<>();
    for (Letter letter : letters) {
      String district = units.find(letter.unit()).map(Addressee::district).orElse("");
      byDistrict.computeIfAbsent(district, _ -> new ArrayList<>()).add(letter);
    }
    String batch = UUID.randomUUID().toString().substring(0, 8);
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, List<Letter>> district : byDistrict.entrySet()) {
        List<Letter> all = district.getValue();
        for (int from = 0; from < all.size(); from += MOST_IN_A_FILE) {
          String code = district.getKey().isEmpty() ? "all" : district.getKey();
          String name = "letters-%s-%s-%d.docx".formatted(batch, code, 1 + from / MOST_IN_A_FILE);
          write(
              folder.resolve(name), all.subList(from, Math.min(all.size(), from + MOST_IN_A_FILE)));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The permissions come with the file: it is never there without them.
  private void write(Path file, List<Letter> letters) throws IOException {
    FileAttribute<?> own =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(file, NEW, own);
        OutputStream out = Channels.newOutputStream(channel);
        var document = new XWPFDocument()) {
      look.fonts(document);
      for (int i = 0; i < letters.size(); i++) {
        page(document, letters.get(i), i > 0);
      }
      document.getProperties().getCoreProperties().setTitle("激活函");
      document.getProperties().getCoreProperties().setCreator(issuer.zh());
      document.write(out);
      channel.force(true);
    } catch (InvalidFormatException broken) {
      throw new IOException(broken);
    }
  }

  private void page(XWPFDocument document, Letter letter, boolean onANewPage) {
    Optional<Addressee> unit = units.find(letter.unit());
    XWPFParagraph to = line(document, unit.map(one -> one.name().zh()).orElse("单位") + "：");
    to.setPageBreak(onANewPage);
    to.setIndentationFirstLine(0);
    line(document, "登记联系方式：" + letter.contact());
    line(document, "用途：" + letter.subject().zh() + "。激活码：");
    XWPFParagraph code = look.paragraph(document, Face.ISSUER);
    code.setAlignment(ParagraphAlignment.CENTER);
    XWPFRun shown = code.createRun();
    shown.setFontFamily("Courier New");
    shown.setFontSize(24);
    shown.setBold(true);
    shown.setText(letter.code());
    LocalDate until = LocalDate.ofInstant(letter.expires(), ZoneId.systemDefault());
    String where = address.isEmpty() ? "在直报网站的“开通企业账号”页" : "打开 " + address + " ，";
    line(
        document,
        "请于%d年%d月%d日以前%s输入此码，自定账号名和密码。此码只能用一次，请勿交给他人；报数只由本单位办理，任何机关都不会索要此码和密码。"
            .formatted(until.getYear(), until.getMonthValue(), until.getDayOfMonth(), where));
    XWPFParagraph sign = look.paragraph(document, Face.SIGN);
    DocxLook.run(sign, Face.SIGN, issuer.zh());
  }

  private XWPFParagraph line(XWPFDocument document, String text) {
    XWPFParagraph line = look.paragraph(document, Face.TEXT);
    DocxLook.run(line, Face.TEXT, text);
    return line;
  }
}
