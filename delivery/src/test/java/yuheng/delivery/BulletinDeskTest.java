package yuheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.delivery.BulletinFile.Kind;
import yuheng.delivery.BulletinRecord.Stage;
import yuheng.facts.Breakdowns;
import yuheng.facts.Journal;
import yuheng.indicators.Question;
import yuheng.terms.Language;

/// A bulletin from draft to frozen.
class BulletinDeskTest {
  private static final YearMonth MONTH = Chongqing.SEPTEMBER.asOf();
  private static final String HEADLINE = "overview.gross-output-above-scale";

  @TempDir private Path folder;
  private Journal journal;
  private Chongqing city;
  private BulletinDesk desk;

  @BeforeEach
  void open() {
    city = Chongqing.copiedTo(folder.resolve("plan"));
    journal = Journal.open(folder.resolve("journal.db"));
    desk =
        new BulletinDesk(
            journal,
            day ->
                month ->
                    Bulletin.of(
                        city.plan(),
                        city.figures(),
                        Breakdowns.of(city.plan()),
                        new Question(month, day),
                        List.of()));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private BulletinRecord record() {
    return desk.find(MONTH, Chongqing.SEPTEMBER.knownOn());
  }

  private Sentence headline() {
    return record()
        .bulletin()
        .sentences()
        .filter(one -> one.id().equals(HEADLINE))
        .findFirst()
        .orElseThrow();
  }

  private Outcome edit(String text) {
    return desk.edit("analyst", record(), HEADLINE, Language.ZH, text);
  }

  private static List<String> codes(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var faults)
        ? faults.stream().map(Fault::code).toList()
        : List.of(outcome.toString());
  }

  @Test
  void anAnalystChangesWordsAndTheNumbersStayBound() throws IOException {
    String text = headline().editable(Language.ZH);
    assertThat(edit(text.replace("快速增长", "保持了快速增长"))).isInstanceOf(Outcome.Done.class);
    assertThat(headline().text(Language.ZH)).contains("保持了快速增长18.5%");
    assertThat(headline().unbound(Language.ZH)).isEmpty();
    change("9621", "9700");
    assertThat(headline().text(Language.ZH)).contains("9700亿元", "保持了快速增长18.5%");
  }

  @Test
  void aNumberThatIsDroppedChangedOrDoubledIsRefusedAndShown() {
    String text = headline().editable(Language.ZH);
    assertThat(codes(edit(text.replaceFirst("〔a：[^〕]*〕", "")))).containsExactly("BU001");
    assertThat(codes(edit(text.replace("9621亿元", "9999亿元")))).containsExactly("BU001");
    assertThat(codes(edit(text + "〔a：9621亿元〕"))).containsExactly("BU001");
    assertThat(
            ((Outcome.Refused) edit(text.replace("9621亿元", "9999亿元")))
                .faults()
                .getFirst()
                .what()
                .zh())
        .contains("9621亿元", "9999亿元");
  }

  @Test
  void aNumberTypedByHandIsFlagged() {
    edit(headline().editable(Language.ZH).replace("。", "，其中出口占31.5%。"));
    assertThat(headline().unbound(Language.ZH)).containsExactly("31.5%");
  }

  @Test
  void wordsWhoseFiguresChangedTheirMeaningAreOutdated() throws IOException {
    edit(headline().editable(Language.ZH).replace("快速增长", "保持了快速增长"));
    assertThat(headline().outdated()).isFalse();
    change(",18.5,", ",3.5,");
    assertThat(headline().outdated()).isTrue();
  }

  @Test
  void itsAuthorCannotSignItAndWhatIsSignedIsWhatWasRead() throws IOException {
    desk.submit("analyst", record());
    String read = record().digest();
    assertThat(codes(desk.sign("analyst", record(), read))).containsExactly("BU003");
    change("9621", "9700");
    assertThat(codes(desk.sign("chief", record(), read))).containsExactly("BU006");
    assertThat(desk.sign("chief", record(), record().digest())).isInstanceOf(Outcome.Done.class);
    assertThat(record().stage()).isEqualTo(Stage.FROZEN);
  }

  @Test
  void afterFreezingNoFigureChangesAnything() throws IOException {
    edit(headline().editable(Language.ZH).replace("快速增长", "保持了快速增长"));
    desk.submit("analyst", record());
    desk.sign("chief", record(), record().digest());
    BulletinRecord frozen = record();
    byte[] docx = bytes(Kind.DOCX);
    assertThat(new String(docx, StandardCharsets.ISO_8859_1)).startsWith("PK");
    change("9621", "9700");
    change(",18.5,", ",3.5,");
    assertThat(record()).isEqualTo(frozen);
    assertThat(bytes(Kind.DOCX)).isEqualTo(docx);
    assertThat(record().bulletin().mark()).isEmpty();
    assertThat(codes(edit("别的话"))).containsExactly("BU004");
  }

  @Test
  void filesAreMadeAfterSigningOfWhatWasSigned() throws IOException {
    desk.submit("analyst", record());
    desk.sign("chief", record(), record().digest());
    assertThat(journal.acts(BulletinDesk.FILE)).isEmpty();
    assertThat(desk.keeps(record(), Language.ZH, Kind.DOCX)).isFalse();
    BulletinFile ofWhatWasSigned = BulletinFile.write(record().bulletin(), Language.ZH, Kind.DOCX);
    change("9621", "9700");
    desk.keepFiles(record());
    assertThat(desk.keeps(record(), Language.ZH, Kind.DOCX)).isTrue();
    assertThat(bytes(Kind.DOCX)).isEqualTo(((BulletinFile.Written) ofWhatWasSigned).bytes());
    int kept = journal.acts(BulletinDesk.FILE).size();
    desk.keepFiles(record());
    assertThat(journal.acts(BulletinDesk.FILE)).hasSize(kept);
    assertThat(journal.acts(BulletinDesk.FILE))
        .allSatisfy(
            act ->
                assertThat(act.said().getFirst().text("signed"))
                    .isEqualTo(Long.toString(record().seen())));
    assertThat(journal.verify()).isEmpty();
  }

  @Test
  void whoAsksForAFileFirstMakesItForAll() {
    desk.submit("analyst", record());
    desk.sign("chief", record(), record().digest());
    byte[] first = bytes(Kind.DOCX);
    assertThat(journal.acts(BulletinDesk.FILE)).hasSize(1);
    assertThat(bytes(Kind.DOCX)).isEqualTo(first);
    assertThat(journal.acts(BulletinDesk.FILE)).hasSize(1);
  }

  @Test
  void aReviewerGivesItBackWithAReason() {
    desk.submit("analyst", record());
    assertThat(codes(desk.giveBack("chief", record(), " "))).containsExactly("BU008");
    desk.giveBack("chief", record(), "第二段太长");
    assertThat(record().stage()).isEqualTo(Stage.DRAFT);
    assertThat(record().returned()).contains("第二段太长");
  }

  @Test
  void whoDidNotSeeTheLastStepIsTold() {
    BulletinRecord seen = record();
    desk.submit("analyst", record());
    assertThat(desk.submit("other", seen)).isInstanceOf(Outcome.Overtaken.class);
  }

  private byte[] bytes(Kind kind) {
    return ((BulletinFile.Written) desk.file(record(), Language.ZH, kind)).bytes();
  }

  private void change(String before, String after) throws IOException {
    Path file = folder.resolve("plan/data/official.csv");
    String text = Files.readString(file);
    String line =
        text.lines()
            .filter(one -> one.startsWith("gross-output-above-scale,city,2012-01..2012-09,"))
            .findFirst()
            .orElseThrow();
    assertThat(line).contains(before);
    Files.writeString(file, text.replace(line, line.replace(before, after)));
    city = Chongqing.withFigures(city.plan());
  }
}
