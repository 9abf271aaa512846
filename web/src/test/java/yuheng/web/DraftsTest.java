package yuheng.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yuheng.facts.Accounts;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Drafts over plain HTTP: everything works with links and forms alone.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class DraftsTest {
  @TempDir private static Path folder;

  private static House house;
  private static PlainForms forms;

  @BeforeAll
  static void start() {
    house =
        House.open(folder, "plans/chongqing-2012")
            .with(Role.READER)
            .with(Role.REVIEWER)
            .with("wang", Role.ANALYST);
    forms = new PlainForms(house.visit("wang"));
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void draftsAreThereForAccountsAndForNobodyElse() {
    try (Served readOnly = Served.chongqing()) {
      assertThat(readOnly.get("/drafts").statusCode()).isEqualTo(404);
      assertThat(readOnly.get("/figures").body()).doesNotContain("起草");
    }
    assertThat(house.visit().get("/figures").body()).doesNotContain("起草");
    assertThat(Visit.location(house.visit().get("/drafts"))).startsWith("/sign-in");
    assertThat(house.visit("reader").get("/figures").body()).contains(">起草</a>");
    assertThatThrownBy(() -> new YuhengServer.Stores(Optional.empty(), Optional.of(folder)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aServerThatKeepsAccountsAlonePointsToNoDrafts(@TempDir Path other) {
    try (var journal = Journal.open(other.resolve("journal.db"));
        var served =
            Served.of(
                Golden.home().resolve("examples/small"),
                new YuhengServer.Stores(Optional.of(journal), Optional.empty()),
                Clock.systemUTC())) {
      var accounts = new Accounts(journal);
      accounts.add("house", "li", "li", Role.ANALYST, Passwords.hash(House.PASSWORD), false);
      var visit = new Visit(served);
      visit.signIn("li", House.PASSWORD);
      assertThat(visit.get("/figures").body()).contains(">li</a>").doesNotContain("起草");
      assertThat(visit.get("/drafts").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aReaderSeesADraftWithoutAnyFormThatChangesIt() {
    String review = forms.started(PlainForms.TEXT);
    String key = PlainForms.key(forms.page(review), "6500亿元");
    decided(review, Map.of("do", "accept", "key", key));
    var reader = new PlainForms(house.visit("reader"));
    for (String path : List.of("/drafts", review, review + "?at=" + key, review + "/package")) {
      assertThat(reader.page(path))
          .doesNotContain("name=\"do\"", "name=\"file\"", "id=\"build\"", "写成规划包</button>");
    }
    assertThat(reader.page(review)).contains("wang");
    assertThat(reader.decide(review, Map.of("do", "accept-sure")).statusCode()).isEqualTo(403);
    assertThat(reader.start(PlainForms.TEXT, "", new byte[0], "").statusCode()).isEqualTo(403);
    var zip = reader.download(review + "/package.zip", BodyHandlers.ofByteArray());
    assertThat(zip.statusCode()).isEqualTo(200);
  }

  @Test
  void anEmptyListSaysWhatToDo(@TempDir Path other) {
    try (House empty = House.open(other).with(Role.ANALYST).with(Role.READER)) {
      Visit analyst = empty.visit("analyst");
      assertThat(analyst.get("/drafts").body()).contains("还没有草案。把文件全文粘贴到表单里");
      assertThat(analyst.get("/drafts?lang=en").body()).contains("There is none yet. Paste");
      assertThat(empty.visit("reader").get("/drafts").body()).contains("还没有草案。分析员和审核员可以");
    }
  }

  @Test
  void aTextIsReviewedIntoAPackageThatChecksWithoutAnyScript() throws IOException {
    String review = forms.started(PlainForms.TEXT);
    String page = forms.page(review);
    assertThat(PlainForms.state(page, "6500亿元")).isEqualTo("open");
    decided(review, Map.of("do", "accept", "key", PlainForms.key(page, "6500亿元")));
    changed(review, PlainForms.key(page, "7%"));
    decided(review, Map.of("do", "reject", "key", PlainForms.key(page, "300家"), "why", "另有专项规划"));
    decided(review, Map.of("do", "accept-sure"));
    String found = forms.page(review + "?find=4200" + enc("亿元"));
    String add = PlainForms.found(found, "add=(\\d+-\\d+)#panel\">");
    assertThat(forms.page(review + "?add=" + add)).contains("value=\"4200\"", "完成情况");
    decided(review, Map.of("do", "add", "add", add, "name", "上年工业总产值"));
    page = forms.page(review);
    assertThat(PlainForms.state(page, "6500亿元")).isEqualTo("accepted");
    assertThat(PlainForms.state(page, "7%")).isEqualTo("changed");
    assertThat(PlainForms.state(page, "300家")).isEqualTo("rejected");
    assertThat(PlainForms.state(page, "4200亿元")).isEqualTo("added");
    assertThat(page).contains("另有专项规划", "<b>wang</b>");
    for (int i = 0; i < 40 && page.contains("q q-open"); i++) {
      decided(
          review,
          Map.of("do", "accept", "key", PlainForms.found(page, "q q-open[^>]*id=\"q-([^\"]*)")));
      page = forms.page(review);
    }
    assertThat(page).contains("全部裁定完毕");
    Plan plan = packed(review);
    assertThat(plan.targets()).hasSize(11);
  }

  private static String enc(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }

  private static void decided(String review, Map<String, String> said) {
    var answer = forms.decide(review, said);
    assertThat(answer.statusCode()).as(said + " " + told(answer.body())).isEqualTo(303);
  }

  private static String told(String page) {
    int at = page.indexOf("role=\"alert\"");
    return at < 0 ? "" : page.substring(at, Math.min(page.length(), at + 400));
  }

  /// Sends the whole form of a number with another value, as a browser would.
  private static void changed(String review, String key) {
    String form = forms.page(review + "?at=" + key);
    decided(
        review,
        Map.of(
            "do",
            "accept",
            "key",
            key,
            "number",
            "8",
            "unit",
            PlainForms.found(form, "name=\"unit\" value=\"([^\"]*)\""),
            "period",
            PlainForms.found(form, "name=\"period\" value=\"([^\"]*)\""),
            "target",
            PlainForms.found(form, "name=\"target\" value=\"([^\"]*)\"")));
  }

  /// Writes the package, sees that the page finds no problem, and reads what is downloaded.
  private static Plan packed(String review) throws IOException {
    var answer =
        forms.post(review + "/package", Map.of("_csrf", PlainForms.token(forms.page(review))));
    assertThat(PlainForms.path(answer)).isEqualTo(review + "/package");
    assertThat(forms.page(review + "/package")).contains("检查通过，没有问题");
    var zip = forms.download(review + "/package.zip", BodyHandlers.ofByteArray());
    assertThat(zip.headers().firstValue("Content-Disposition").orElse("")).contains(".zip");
    Path unpacked = unpack(zip.body());
    var reading = Plan.read(unpacked);
    assertThat(reading.problems()).isEmpty();
    return reading.plan().orElseThrow();
  }

  private static Path unpack(byte[] zip) throws IOException {
    Path to = Files.createTempDirectory(folder, "unpacked");
    Path top = to;
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        top = to.resolve(Path.of(entry.getName()).getName(0));
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, entries.readAllBytes());
      }
    }
    return top;
  }

  @Test
  void filesAreTakenInEveryFormat() throws IOException {
    var word = new ByteArrayOutputStream();
    try (var document = new XWPFDocument()) {
      PlainForms.TEXT.lines().forEach(line -> document.createParagraph().createRun().setText(line));
      document.write(word);
    }
    String web = "<html><body><h1>方案</h1><p>到2030年，工业总产值达到6500亿元。</p></body></html>";
    for (var file :
        Map.of(
                "方案.docx", word.toByteArray(),
                "a.html", web.getBytes(UTF_8),
                "b.txt", PlainForms.TEXT.getBytes(java.nio.charset.Charset.forName("GB18030")))
            .entrySet()) {
      String review = PlainForms.path(forms.start("", file.getKey(), file.getValue(), ""));
      assertThat(PlainForms.state(forms.page(review), "6500亿元")).isEqualTo("open");
      assertThat(forms.page(review)).contains(file.getKey());
    }
  }

  @Test
  void aDocumentThatCannotBeReadIsToldWithItsMend() {
    var nothing = forms.start("", "", new byte[0], "");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("DR003", "缘由", "改法");
    var picture = forms.start("", "a.docx", new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}, "");
    assertThat(picture.statusCode()).isEqualTo(422);
    assertThat(picture.body()).contains("DR0", "a.docx");
    var large = forms.start("", "a.txt", new byte[21 * 1024 * 1024], "");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("DR002", "20 MB", ">wang</a>");
    assertThat(forms.page("/drafts")).doesNotContain("a.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/drafts/none",
        "/drafts/none/package",
        "/drafts/none/package.zip",
        "/drafts/UPPER"
      })
  void whatIsNotHereIsNotFound(String path) {
    assertThat(house.visit("wang").get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whoComesTooLateIsToldWhoWasFirst() {
    String review = forms.started(PlainForms.TEXT);
    String key = PlainForms.key(forms.page(review), "6500亿元");
    var first = new PlainForms(house.visit("reviewer"));
    assertThat(first.decide(review, Map.of("do", "accept", "key", key)).statusCode())
        .isEqualTo(303);
    var late = Map.of("do", "reject", "key", key, "why", "不是", "on", "0");
    var answer = forms.decide(review, late);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("reviewer", "role=\"alert\"", "迟到，未生效");
    assertThat(PlainForms.state(forms.page(review), "6500亿元")).isEqualTo("accepted");
    decided(review, Map.of("do", "reject", "key", key, "why", "不是"));
    assertThat(PlainForms.state(forms.page(review), "6500亿元")).isEqualTo("rejected");
  }

  @Test
  void whatCannotBeIsToldAndWhatWasTypedStays() {
    String review = forms.started(PlainForms.TEXT);
    String key = PlainForms.key(forms.page(review), "6500亿元");
    var said = Map.of("do", "accept", "key", key, "number", "many", "name", "我的名称");
    var answer = forms.decide(review, said);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("数值“many”读不出来", "value=\"many\"", "value=\"我的名称\"");
    assertThat(forms.decide(review, Map.of("do", "reject", "key", key)).body()).contains("要写明理由");
    assertThat(forms.decide(review, Map.of("do", "dance")).statusCode()).isEqualTo(422);
    assertThat(forms.decide(review, Map.of("do", "accept", "key", "1-2")).statusCode())
        .isBetween(400, 499);
    assertThat(forms.decide(review, Map.of("do", "add", "add", "9-3")).statusCode()).isEqualTo(422);
  }

  @Test
  void aDecisionIsUndoneAndTheHeadIsCorrected() {
    String review = forms.started(PlainForms.TEXT);
    String key = PlainForms.key(forms.page(review), "6500亿元");
    decided(review, Map.of("do", "accept", "key", key));
    decided(review, Map.of("do", "undo", "number-of", "1"));
    assertThat(PlainForms.state(forms.page(review), "6500亿元")).isEqualTo("open");
    assertThat(forms.page(review)).contains("已撤销");
    decided(review, Map.of("do", "head", "title", "清江方案", "span", "2026..2030", "horizon", "2030"));
    assertThat(forms.page("/drafts")).contains("清江方案");
    var wrong = forms.decide(review, Map.of("do", "head", "issued", "昨天"));
    assertThat(wrong.body()).contains("发布日期“昨天”读不出来");
  }

  @Test
  void aRelationIsAcceptedOrRejectedWithItsArithmeticInSight() {
    String review = forms.started(PlainForms.TEXT);
    String page = forms.page(review);
    String relation = PlainForms.found(page, "name=\"relation\" value=\"([^\"]*)\"");
    assertThat(page).contains("新能源装备、先进材料、食品医药");
    decided(review, Map.of("do", "accept-relation", "relation", relation));
    assertThat(forms.page(review)).contains("采纳关系 " + relation);
    var bare = Map.of("do", "reject-relation", "relation", relation);
    assertThat(forms.decide(review, bare).statusCode()).isEqualTo(422);
    decided(review, Map.of("do", "reject-relation", "relation", relation, "why", "只是举例"));
    assertThat(forms.page(review)).contains("理由：只是举例");
  }

  @Test
  void anExistingDefinitionIsBound() {
    String review = forms.started(PlainForms.TEXT);
    String page = forms.page(review);
    String key = PlainForms.key(page, "6500亿元");
    decided(
        review,
        Map.of("do", "bind", "key", key, "definition", "chongqing-2012/" + PlainForms.money()));
    assertThat(PlainForms.state(forms.page(review), "6500亿元")).isEqualTo("changed");
    assertThat(forms.page(review + "?at=" + key)).contains("已绑定");
    assertThat(forms.decide(review, Map.of("do", "bind", "key", key)).body()).contains("先选一个已有指标");
  }

  @Test
  void whatPeopleWriteIsShownAsWordsNeverAsMarkup() {
    String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    String text = "方案" + evil + "\n" + evil + "\n" + PlainForms.TEXT;
    String review = PlainForms.path(forms.start(text, "", new byte[0], evil));
    String key = PlainForms.key(forms.page(review), "6500亿元");
    decided(review, Map.of("do", "reject", "key", key, "why", evil));
    for (String path :
        new String[] {
          "/drafts", review, review + "?at=" + key + "&find=" + enc("<script>"), review + "/package"
        }) {
      assertThat(forms.page(path)).doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void everyFormThatChangesSomethingCarriesTheToken() {
    String review = forms.started(PlainForms.TEXT);
    String key = PlainForms.key(forms.page(review), "6500亿元");
    decided(review, Map.of("do", "accept", "key", key));
    for (String path : List.of("/drafts", review, review + "?at=" + key, review + "/package")) {
      assertThat(forms.page(path).split("name=\"_csrf\"", -1))
          .as(path)
          .hasSameSizeAs(forms.page(path).split("method=\"post\"", -1));
    }
  }

  @Test
  void whatWasTypedIsKeptWhenADefinitionIsBound() {
    String review = forms.started(PlainForms.TEXT);
    String key = PlainForms.key(forms.page(review), "6500亿元");
    String definition = "chongqing-2012/" + PlainForms.money();
    for (var act : Map.of("bind", "6600", "accept", "6700").entrySet()) {
      String form = forms.page(review + "?at=" + key);
      assertThat(form).contains("form=\"decide\" name=\"definition\" value=\"" + definition);
      decided(
          review,
          Map.of(
              "do",
              act.getKey(),
              "key",
              key,
              "number",
              act.getValue(),
              "unit",
              "亿元",
              "definition",
              definition));
      assertThat(forms.page(review + "?at=" + key))
          .contains("已绑定", "value=\"%s\"".formatted(act.getValue()));
    }
    var unfit =
        Map.of("do", "bind", "key", key, "number", "9", "unit", "%", "definition", definition);
    var answer = forms.decide(review, unfit);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("name=\"number\" value=\"9\"");
    assertThat(forms.page(review + "?at=" + key)).doesNotContain("name=\"number\" value=\"9\"");
  }

  @Test
  void theOtherNumbersAreShownOnRequestWithWhatTheyWereTakenFor() {
    String review = forms.started(PlainForms.TEXT);
    assertThat(forms.page(review)).doesNotContain("q q-other");
    assertThat(forms.page(review + "?others=1")).contains("q q-other", "（完成情况）", "（基数）");
  }

  @Test
  void aTextOf300NumbersIsReviewedAtOnce() {
    var text = new StringBuilder("大方案\n\n一、目标\n");
    for (int i = 1; i <= 300; i++) {
      text.append("到2030年，第%s类装备产值达到%d亿元。\n".formatted((char) (0x4E00 + i), 100 + i));
    }
    String review = forms.started(text.toString());
    assertThat(forms.page(review)).contains("/ 300");
    decided(review, Map.of("do", "accept-sure"));
    assertThat(forms.page(review)).contains("/ 300");
  }
}
