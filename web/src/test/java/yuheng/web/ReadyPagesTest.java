package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.delivery.Duties;
import yuheng.delivery.Duty;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.plan.Plan;

/// Kept pages are never old and never somebody's own.
class ReadyPagesTest {
  private static final String DUTIES = "/duties?as-of=2012-09";

  @TempDir private Path folder;
  private House house;

  @SuppressWarnings("NullAway.Init") // JUnit opens the house
  ReadyPagesTest() {}

  @BeforeEach
  void open() {
    house = House.open(folder, "plans/chongqing-2012").with(Role.ANALYST);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aPageThatIsStillTheSameIsNotSentAgain() {
    Visit visit = house.visit();
    HttpResponse<String> first = visit.get("/targets");
    String tag = header(first, "ETag");
    assertThat(tag).startsWith("W/\"");
    HttpResponse<String> again = visit.get("/targets", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "Cache-Control")).isEqualTo("private, no-cache");
    assertThat(visit.get("/targets?lang=en", "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(visit.get("/targets").body()).isEqualTo(first.body());
  }

  @Test
  void aKeptPageIsSentCompressedToWhoeverTakesThat() throws IOException {
    Visit visit = house.visit();
    String plain = visit.get("/").body();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(visit.url("/")))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> zipped = visit.send(request, BodyHandlers.ofByteArray());
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(zipped.body().length).isLessThan(plain.length() / 2);
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
  }

  @Test
  void whatIsSaidIsSeenAtOnceWhoeverSaysIt() {
    Visit reader = house.visit();
    assertThat(reader.get(DUTIES).body()).doesNotContain("asset-contribution-2012-09");
    Visit analyst = house.visit("analyst");
    assertThat(analyst.post("/duties/due?as-of=2012-09").statusCode()).isEqualTo(303);
    assertThat(reader.get(DUTIES).body()).contains("asset-contribution-2012-09");
    String page = "/duties/asset-contribution-2012-09";
    assertThat(reader.get(page).body()).doesNotContain("从别处说的");
    try (Journal other = Journal.open(folder.resolve("journal.db"))) {
      var duties = new Duties(other, plan());
      Duty duty = duties.find("asset-contribution-2012-09").orElseThrow();
      duties.step("analyst", duty.id(), Duty.Step.COMMENT, "从别处说的", Optional.empty(), duty.seen());
    }
    assertThat(reader.get(page).body()).contains("从别处说的");
  }

  private Plan plan() {
    return house.served().part(Shown.class).plan();
  }

  @Test
  void aPageThatSpeaksOfTodayIsMadeAnewTomorrow() {
    LocalDate today = LocalDate.now(house.clock());
    new Duties(house.journal(), plan())
        .open(
            "analyst",
            new Duties.Opening(
                "investment",
                YearMonth.of(2012, 9),
                "",
                Optional.empty(),
                List.of(),
                today,
                Optional.empty()));
    Visit reader = house.visit();
    assertThat(reader.get(DUTIES).body()).contains(today.toString()).doesNotContain("逾期");
    house.clock().pass(Duration.ofDays(1));
    assertThat(reader.get(DUTIES).body()).contains("逾期");
  }

  @Test
  void thePagesOfWhoIsSignedInAreHisAlone() {
    Visit analyst = house.visit("analyst");
    Visit reader = house.visit();
    for (String page : List.of("/", "/targets", "/duties", "/bulletins/2012-09", "/figures")) {
      String anonymous = reader.get(page).body();
      HttpResponse<String> own = analyst.get(page);
      assertThat(own.body()).as(page).contains("/sign-out").isNotEqualTo(anonymous);
      assertThat(header(own, "Cache-Control")).as(page).isEqualTo("no-store");
      assertThat(header(own, "ETag")).as(page).isEmpty();
      assertThat(reader.get(page).body()).as(page).isEqualTo(anonymous);
      String tag = header(reader.get(page), "ETag");
      assertThat(analyst.get(page, "If-None-Match", tag).statusCode()).as(page).isEqualTo(200);
    }
  }

  @Test
  void everySignInFormHasATokenOfItsOwn() {
    assertThat(house.visit().token()).isNotEmpty().isNotEqualTo(house.visit().token());
    assertThat(header(house.visit().get("/sign-in"), "ETag")).isEmpty();
  }

  @Test
  void aDrawerIsNotTakenForItsPage() {
    Visit visit = house.visit();
    String page = visit.get("/targets/investment").body();
    String drawer = visit.get("/targets/investment", "HX-Request", "true").body();
    assertThat(page).contains("<!DOCTYPE html>");
    assertThat(drawer).doesNotContain("<!DOCTYPE html>");
    assertThat(visit.get("/targets/investment").body()).isEqualTo(page);
  }

  @Test
  void whatIsMissingIsNotKept() {
    Visit visit = house.visit();
    HttpResponse<String> missing = visit.get("/targets/none");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "ETag")).isEmpty();
    assertThat(visit.get("/targets/none").statusCode()).isEqualTo(404);
  }

  @Test
  void librariesMayBeKeptByBrowsersForGood() {
    HttpResponse<String> library = house.visit().get("/webjars/htmx.org/2.0.10/dist/htmx.min.js");
    assertThat(library.statusCode()).isEqualTo(200);
    assertThat(header(library, "Cache-Control")).contains("immutable");
  }
}
