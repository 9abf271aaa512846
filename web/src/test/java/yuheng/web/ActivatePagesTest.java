package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Account;
import yuheng.facts.Activation;
import yuheng.facts.Addressees;
import yuheng.facts.Letters.Letter;
import yuheng.facts.Role;
import yuheng.terms.Words;
import yuheng.testing.Golden;
import yuheng.web.YuhengServer.Post;

/// Ten thousand units are written to from a page; each opens its own account with its letter.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class ActivatePagesTest {
  private static final int UNITS = 10_000;

  @TempDir private Path folder;
  private final List<Letter> letters = new ArrayList<>();
  private House house;
  private Visit root;

  /// Every hundredth unit has no registered contact.
  private record City(List<Addressee> all) implements Addressees {
    static City of(int units) {
      return new City(
          LongStream.rangeClosed(1, units)
              .mapToObj(
                  i -> {
                    String contact = i % 100 == 0 ? "" : "stat@firm" + i + ".example";
                    return new Addressee(i, Words.same("虚构企业" + i), "", contact);
                  })
              .toList());
    }

    @Override
    public Optional<Addressee> find(long unit) {
      return unit < 1 || unit > all.size()
          ? Optional.empty()
          : Optional.of(all.get((int) unit - 1));
    }
  }

  @BeforeEach
  void start() {
    var post = new Post(City.of(UNITS), letters::addAll);
    house =
        House.open(folder, Golden.home().resolve("examples/small"), Optional.of(post))
            .with("root", Role.ADMINISTRATOR);
    root = house.visit("root");
  }

  @AfterEach
  void stop() {
    assertThat(house.journal().verify()).isEmpty();
    house.close();
  }

  private HttpResponse<String> open(String code, String name) {
    return house
        .visit()
        .post(
            "/activate",
            "code",
            code,
            "name",
            name,
            "display",
            "王芳",
            "new",
            House.PASSWORD,
            "again",
            House.PASSWORD);
  }

  @Test
  void tenThousandLettersGoOutAndNoPageShowsACode() {
    long start = System.nanoTime();
    String sent = root.post("/activations", "role", "clerk", "district", "").body();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.err.printf("10 000 letters from the page: %d ms%n", millis);
    assertThat(sent).contains("已交寄 9900 封", "100 家单位没有登记联系方式");
    assertThat(letters).hasSize(UNITS - UNITS / 100);
    assertThat(millis).isLessThan(30_000);
    Letter letter = letters.get(41);
    var asked = house.visit().post("/activate", "code", letter.code());
    assertThat(asked.body()).contains("虚构企业42", "企业统计员");
    var opened = open(letter.code().toLowerCase(java.util.Locale.ROOT), "wang");
    assertThat(opened.statusCode()).isEqualTo(201);
    Account wang = house.accounts().find("wang").orElseThrow();
    assertThat(wang.ownUnit()).hasValue(42);
    assertThat(house.visit("wang").get("/account").body()).contains("企业统计员", "单位 42");
    assertThat(open(letter.code(), "again").statusCode()).isEqualTo(400);
    String page = root.get("/activations?lang=en").body();
    assertThat(page).contains(">9900<", ">1<", ">9899<");
    String log = house.with(Role.AUDITOR).visit("auditor").get("/log").body();
    for (String shown : List.of(sent, page, log, root.get("/accounts/wang").body())) {
      assertThat(shown).doesNotContain(letter.code()).doesNotContain("stat@firm");
    }
  }

  @Test
  void aMistypedCodeIsNoGuessAndFiveGuessesWait() {
    root.post("/activations", "role", "owner", "district", "");
    String good = letters.getFirst().code();
    char last = good.charAt(18) == '0' ? '1' : '0';
    for (int i = 0; i < 10; i++) {
      assertThat(open(good.substring(0, 18) + last, "boss").body()).contains("抄错了");
    }
    String other = "0000-0000-0000-0000";
    assertThat(Activation.isWhole(other)).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(open(other, "boss").body()).contains("该码无效");
    }
    assertThat(open(good, "boss").statusCode()).isEqualTo(429);
    house.clock().pass(Duration.ofSeconds(30));
    assertThat(open(good, "boss").statusCode()).isEqualTo(201);
  }

  @Test
  void aNewPasswordOfAUnitsAccountGoesThroughItsRegisteredContact() {
    root.post("/activations", "role", "clerk", "district", "");
    open(letters.get(6).code(), "wang");
    Visit wang = house.visit("wang");
    letters.clear();
    assertThat(Visit.location(root.post("/accounts/wang/reset"))).contains("sent=1");
    assertThat(letters).singleElement().satisfies(one -> assertThat(one.unit()).isEqualTo(7));
    assertThat(root.get("/accounts/wang?sent=1").body()).doesNotContain(letters.getFirst().code());
    assertThat(wang.get("/account").statusCode()).isEqualTo(200);
    var form = house.visit().post("/activate", "code", letters.getFirst().code());
    assertThat(form.body()).contains("账号 wang").doesNotContain("id=\"display\"");
    var renewed =
        house
            .visit()
            .post(
                "/activate",
                "code",
                letters.getFirst().code(),
                "new",
                "quite another one",
                "again",
                "quite another one");
    assertThat(renewed.statusCode()).isEqualTo(201);
    assertThat(wang.get("/account").statusCode()).isEqualTo(303);
    assertThat(Visit.location(house.visit().signIn("wang", "quite another one"))).isEqualTo("/");
    assertThat(house.accounts().find("wang").orElseThrow().resetSince()).isPositive();
  }

  @Test
  void whatIsTypedWrongKeepsTheCodeGoodAndMarkupIsShownAsText() {
    String markup = "<img src=x>";
    root.post("/activations", "role", "clerk", "district", "");
    String code = letters.getFirst().code();
    assertThat(open(code, markup).body()).contains("小写字母开头").doesNotContain("<img src=x");
    assertThat(open(code, "root").body()).contains("已存在");
    assertThat(open(markup, "x").body()).doesNotContain("<img src=x");
    assertThat(open(code, "wang").statusCode()).isEqualTo(201);
  }
}
