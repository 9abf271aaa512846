package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.facts.Synthetic;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.reports.Version;
import yuheng.terms.Period;
import yuheng.testing.Golden;

/// The demonstration: a synthetic city beside the published series, and accounts to look at it
/// with.
@SuppressWarnings("NullAway.Init") // JUnit makes the folder and the demo
class DemoTest {
  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String LIST = "演示账号";
  private static final String BANNER = "合成数据";

  /// The city of the tests: the fewest enterprises that there can be, for three months.
  private static final List<String> SMALL =
      List.of("--enterprises", "100", "--as-of", "2011-03", "--port", "0");

  @TempDir private static Path folder;
  private static Path store;

  @BeforeAll
  static void loadOnce() throws Exception {
    store = folder.resolve("demo.db");
    try (var demo = demo(store)) {
      assertThat(demo.said()).contains("loading 100 synthetic enterprises, 2011-01 to 2011-03");
    }
  }

  private static Running demo(Path store) throws InterruptedException {
    return Running.start(
        Stream.concat(Stream.of("demo", "--store", store.toString()), SMALL.stream()).toList());
  }

  /// A command that serves, in a thread of its own, until it is closed. What is said, with those
  /// told who wait for it.
  private static final class Talk extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      notifyAll();
    }

    /// Waits until something is said that fits, nobody is there any more to say it, or patience
    /// ends.
    synchronized Optional<String> await(Pattern pattern, Thread speaker)
        throws InterruptedException {
      Instant until = Instant.now().plus(PATIENCE);
      Matcher found = pattern.matcher(toString(StandardCharsets.UTF_8));
      while (!found.find() && speaker.isAlive() && Instant.now().isBefore(until)) {
        wait(LOOK_AGAIN_MILLIS);
        found = pattern.matcher(toString(StandardCharsets.UTF_8));
      }
      found.reset();
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
  }

  private record Running(Thread thread, Talk err, String address) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+) ");

    static Running start(List<String> arguments) throws InterruptedException {
      var err = new Talk();
      var quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () ->
                      Main.run(
                          arguments.toArray(String[]::new),
                          quiet,
                          new PrintStream(err, true, StandardCharsets.UTF_8)));
      String address =
          err.await(ADDRESS, thread)
              .orElseThrow(() -> new AssertionError(err.toString(StandardCharsets.UTF_8)));
      return new Running(thread, err, address);
    }

    String said() {
      return err.toString(StandardCharsets.UTF_8);
    }

    Visitor visitor() {
      return new Visitor(
          address, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private record Visitor(String address, HttpClient client) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    String get(String path) throws IOException, InterruptedException {
      return client
          .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
          .body();
    }

    /// Presses the button of an account on the list.
    HttpResponse<String> signInAs(String name, String page)
        throws IOException, InterruptedException {
      int button = page.indexOf("id=\"as-" + name + "\"");
      assertThat(button).as("a button for " + name).isPositive();
      String form = page.substring(page.lastIndexOf("<form", button), button);
      Matcher token = TOKEN.matcher(form);
      assertThat(token.find()).isTrue();
      assertThat(form).contains("name=\"password\" value=\"" + DemoPeople.PASSWORD + "\"");
      return client.send(
          HttpRequest.newBuilder(URI.create(address + "/sign-in"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  BodyPublishers.ofString(
                      "_csrf=%s&name=%s&password=%s&next=/&lang=zh"
                          .formatted(token.group(1), name, DemoPeople.PASSWORD)))
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void aClerkSignsInFromTheListAndEveryPageSaysSynthetic() throws Exception {
    try (var demo = demo(store)) {
      assertThat(demo.said()).doesNotContain("loading");
      Visitor visitor = demo.visitor();
      String page = visitor.get("/sign-in");
      assertThat(page).contains(LIST, DemoPeople.PASSWORD, BANNER);
      for (Role role : DemoPeople.OFFERED) {
        assertThat(page).contains("id=\"as-" + role.code() + "\"");
      }
      assertThat(visitor.signInAs("clerk", page).headers().firstValue("Location").orElse(""))
          .isEqualTo("/");
      assertThat(visitor.get("/account")).contains("clerk", BANNER);
      assertThat(visitor.get("/targets")).contains(BANNER);
      assertThat(visitor.get("/reports")).contains(BANNER, unitOfTheClerk());
    }
  }

  private static String unitOfTheClerk() {
    try (Journal journal = Journal.open(store)) {
      String display = new Accounts(journal).find("clerk").orElseThrow().display();
      return display.replace(Role.CLERK.words().zh(), "");
    }
  }

  @Test
  void reportsWereHeardAndAcceptedWhenTheCitySaysSo() {
    Opened opened = Opened.open(Golden.home().resolve("plans/chongqing-2012"));
    Scheme scheme = Scheme.of(opened.plan(), opened.numbers());
    try (Journal journal = Journal.open(store);
        ReportBook book = ReportBook.open(scheme, store, Clock.systemUTC())) {
      Access auditor = new Accounts(journal).access("auditor").orElseThrow();
      List<Version> march = book.last(auditor, "output", Period.of("2011-03"));
      assertThat(march).hasSizeGreaterThan(50);
      assertThat(march)
          .allSatisfy(
              version -> {
                assertThat(LocalDate.ofInstant(version.heard(), CityLoad.CITY))
                    .isBetween(LocalDate.of(2011, 4, 1), LocalDate.of(2011, 4, 30));
                assertThat(version.state()).isEqualTo(Version.State.ACCEPTED);
              });
      assertThat(book.verify()).isEmpty();
      assertThat(journal.verify()).isEmpty();
      assertThat(Synthetic.of(journal).orElseThrow().enterprises()).isEqualTo(100);
    }
  }

  @Test
  void nothingHalfMadeIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains(".loading"));
    }
  }

  @Test
  void serveShowsNoneOfTheAccountsButSaysWhatIsSynthetic() throws Exception {
    String plan = Golden.home().resolve("plans/chongqing-2012").toString();
    try (var serve =
        Running.start(List.of("serve", plan, "--port", "0", "--store", store.toString()))) {
      assertThat(serve.visitor().get("/sign-in"))
          .contains(BANNER)
          .doesNotContain(LIST, DemoPeople.PASSWORD);
    }
  }

  @Test
  void serveMakesNoneOfTheAccounts() throws Exception {
    Path real = folder.resolve("served.db");
    String plan = Golden.home().resolve("plans/chongqing-2012").toString();
    try (var serve =
        Running.start(List.of("serve", plan, "--port", "0", "--store", real.toString()))) {
      assertThat(serve.visitor().get("/sign-in")).doesNotContain(LIST, BANNER);
    }
    try (Journal journal = Journal.open(real)) {
      assertThat(new Accounts(journal).all()).isEmpty();
    }
  }

  @Test
  void aStoreWithRealAccountsIsRefusedAndStaysAsItIs() {
    Path real = folder.resolve("real.db");
    long last;
    try (Journal journal = Journal.open(real)) {
      new Accounts(journal).add(Act.HOUSE, "li", "li", Role.ANALYST, "h", false);
      last = journal.last();
    }
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Stream.concat(Stream.of("demo", "--store", real.toString()), SMALL.stream())
                .toArray(String[]::new),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(Main.WRONG_INPUT);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("accounts of its own");
    try (Journal journal = Journal.open(real)) {
      assertThat(journal.last()).isEqualTo(last);
    }
  }
}
