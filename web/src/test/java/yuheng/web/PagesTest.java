package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yuheng.testing.Golden;

/// Every page as plain HTML, the way it reads without JavaScript.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class PagesTest {
  private static final int SEVEN_OUTPUTS_AND_THE_WHOLE = 8;

  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.chongqing();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String page(String path) {
    var answer = served.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  @Test
  void theDocumentBindsAll70NumbersInBothLanguages() {
    assertThat(count(page("/"), "class=\"bound ")).isEqualTo(70);
    assertThat(count(page("/?lang=en"), "class=\"bound ")).isEqualTo(70);
    assertThat(count(page("/"), "<h3>")).isEqualTo(22);
  }

  @Test
  void findingsOfTheProofStandBesideTheWordsTheyConcern() {
    assertThat(page("/?lang=en"))
        .contains("«more than» is not secured", "findings on these numbers")
        .contains("7 are asked, only 6 are named");
    String body = page("/");
    Matcher marks =
        Pattern.compile("<sup class=\"found\"><a href=\"#(finding-\\d+)\"").matcher(body);
    int marked = 0;
    while (marks.find()) {
      assertThat(count(body, "id=\"" + marks.group(1) + "\"")).isEqualTo(1);
      marked++;
    }
    assertThat(marked).isGreaterThan(SEVEN_OUTPUTS_AND_THE_WHOLE);
    Matcher words = Pattern.compile("<p class=\"at\">(.*?)</p>").matcher(body);
    while (words.find()) {
      Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(words.group(1));
      while (links.find()) {
        assertThat(count(body, " id=\"" + links.group(1) + "\"")).isEqualTo(1);
      }
    }
  }

  @Test
  void everyTargetHasAPageThatLeadsToTheSourcesOfItsFigures() {
    Matcher links =
        Pattern.compile("class=\"bound [^\"]*\" id=\"[^\"]*\" href=\"([^\"]*)\"")
            .matcher(page("/"));
    int pages = 0;
    while (links.find()) {
      String body = page(links.group(1).replace("&amp;", "&"));
      assertThat(body).contains("证据", "口径", "原文");
      Matcher figure = Pattern.compile("href=\"(/figures/[^\"]*)\"").matcher(body);
      if (figure.find()) {
        assertThat(page(figure.group(1).replace("&amp;", "&"))).contains("同一数字的各个版本");
      } else {
        assertThat(body).contains("所需数据");
      }
      pages++;
    }
    assertThat(pages).isEqualTo(70);
  }

  @Test
  void everyLinkOfEveryPageCarriesTheQuestionOn() {
    for (String path :
        new String[] {"/", "/targets", "/pillars", "/districts", "/targets/va-share"}) {
      String body = page(path + "?as-of=2013-06&known-on=2014-01-31&lang=en");
      Matcher links = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"").matcher(body);
      while (links.find()) {
        assertThat(links.group(1))
            .as(path)
            .contains("as-of=2013-06")
            .contains("known-on=2014-01-31")
            .contains("lang=");
      }
    }
  }

  @Test
  void knownOnDecidesWhichVintageIsShown() {
    String path = "/targets/labour-productivity?as-of=2008-12&known-on=";
    assertThat(page(path + "2010-01-01")).contains("149\u2009116");
    assertThat(page(path + "2021-01-01")).contains("156\u2009167").contains("未采用的版本");
  }

  @Test
  void grossOutputNamesTheMismatchAndShowsTheOtherFigureBesideIt() {
    assertThat(page("/targets/gross-output"))
        .contains("21\u2009404.66", "规模以上", "21\u2009500", "不可比", "旁证");
  }

  @Test
  void theTableIsFilteredByItsAddress() {
    assertThat(count(page("/targets"), "scope=\"row\"")).isEqualTo(70);
    assertThat(count(page("/targets?state=met"), "scope=\"row\"")).isEqualTo(5);
    assertThat(count(page("/targets?grade=measured&state=missed"), "scope=\"row\"")).isEqualTo(2);
    assertThat(page("/targets?q=nothing-like-it")).contains("没有符合条件的目标");
  }

  @Test
  void csvIsExactlyWhatIsSeen() {
    var answer = served.get("/targets.csv?state=met&lang=en");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.body().lines()).hasSize(6);
    assertThat(answer.body()).startsWith("\uFEFFnumber,target").contains("cement-retired");
  }

  @Test
  void districtsAreRankedAndTheMergedOnesNamedButNotDrawn() {
    String body = page("/districts");
    assertThat(count(body, "class=\"rank\"")).isEqualTo(27);
    assertThat(body).contains("2011年并入大足区", "2011年并入綦江区", "不含万盛区", "没有审图号");
    String shapes = body.substring(body.indexOf("<g id=\"shapes\">"), body.indexOf("</g>"));
    assertThat(count(shapes, "<path")).isEqualTo(38);
    assertThat(shapes).doesNotContain("万盛区").doesNotContain("双桥区");
    assertThat(count(shapes, "无数据")).isEqualTo(38 - 25);
    assertThat(shapes).contains("綦江区  71\u2009449");
  }

  @Test
  void beforeAnyDistrictWasHeardThePageSaysWhatToDo() {
    assertThat(page("/districts?known-on=2001-01-01")).contains("还没有分区县的公布数");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/?as-of=2012-13", "/targets?known-on=yesterday", "/targets/va-share?as-of=x"})
  void aQuestionThatIsNoneIsToldHowToMendIt(String path) {
    var answer = served.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("请写成");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/targets/none", "/figures/none", "/nowhere"})
  void whatIsNotHereSaysWhereToGo(String path) {
    var answer = served.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("没有这一页", "战略");
  }

  @Test
  void nothingButOurOwnScriptsMayRun() {
    var headers = served.get("/").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page("/targets/va-share")).doesNotContain("style=\"").doesNotContain("onclick");
  }

  @Test
  void whatIsAskedIsShownAsWordsNeverAsMarkup() {
    assertThat(page("/targets?q=%3Cscript%3Ealert(1)%3C/script%3E"))
        .doesNotContain("<script>alert(1)");
    assertThat(served.get("/?as-of=%3Cb%3E").body()).doesNotContain("<b>”");
  }

  @Test
  void aPlanWithoutPillarsDistrictsOrMapHasAllItsPages() {
    try (Served small = Served.of(Golden.home().resolve("examples/small"))) {
      Stream.of("/", "/targets", "/pillars", "/districts", "/targets/yield")
          .forEach(path -> assertThat(small.get(path).statusCode()).as(path).isEqualTo(200));
    }
  }
}
