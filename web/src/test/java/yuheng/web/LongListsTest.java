package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Act;
import yuheng.facts.Role;
import yuheng.facts.Said;

/// Every list with nothing in it, with one row and with five thousand, on a real server with a real
/// journal.
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class LongListsTest {
  private static final int MANY = 5_000;

  /// Reading a plan of 5 000 targets takes a minute, which compares every name with every other.
  private static final int MOST_TARGETS = Boolean.getBoolean("yuheng.deep") ? MANY : 1_000;

  private static final int YEARS = 5;
  private static final long PATIENCE_MILLIS = 10_000;
  private static final int LARGEST = 600_000;
  private static final Pattern NEXT =
      Pattern.compile("href=\"([^\"]+)\">后一页 →|href=\"([^\"]+)\">较早 →");

  @TempDir private Path folder;

  /// A plan of so many targets, each of a series of its own with figures of one year or of all.
  private static Path plan(Path folder, int figures) throws IOException {
    int targets = Math.min(figures, MOST_TARGETS);
    Path plan = folder.resolve("plan");
    Files.createDirectories(plan.resolve("indicators"));
    Files.createDirectories(plan.resolve("data"));
    Files.writeString(
        plan.resolve("plan.yaml"),
        """
        id: long
        title: {zh: 长规划, en: A long plan}
        issuer: {zh: 示例县, en: Example County}
        issued: 2012-03-01
        span: 2011..2015
        horizon: 2015
        coverages:
          all: {zh: 全部, en: all}
        scopes:
          city: {zh: 全县, en: the whole county}
        """);
    Files.writeString(
        plan.resolve("series.yaml"),
        among(
            "series",
            targets,
            i ->
                "  t%d:\n    name: {zh: 第%d项产量, en: Output %d}\n    unit: 万吨\n    time: flow\n    coverage: all\n"
                    .formatted(i, i, i)));
    Files.writeString(
        plan.resolve("indicators/all.yaml"),
        among(
            "indicators",
            targets,
            i ->
                """
                  t%1$d:
                    name: {zh: 第%1$d项产量, en: Output %1$d}
                    unit: 万吨
                    time: flow
                    better: higher
                    coverage: all
                    definition: {zh: 一年的产量, en: output of a year}
                    source: 示例
                    trust: P
                    formula: t%1$d
                """
                    .formatted(i)));
    Files.writeString(
        plan.resolve("targets.yaml"),
        among("targets", targets, i -> "  t%d:\n    period: 2015\n".formatted(i)));
    Files.writeString(
        plan.resolve("data/official.csv"),
        "series,scope,period,value,unit,growth,heard,heard_basis,entered,authority,source,note\n"
            + IntStream.range(0, figures)
                .mapToObj(
                    i ->
                        "t%d,city,%d,%d,万吨,,%d-02-01,printed,2016-03-01,statistics,示例年鉴,\n"
                            .formatted(
                                i % targets,
                                2014 - i / targets % YEARS,
                                i + 1,
                                2015 - i / targets % YEARS))
                .collect(Collectors.joining()));
    Files.writeString(plan.resolve("plan.md"), prose("长规划", "产量达到", "万吨", targets));
    Files.writeString(
        plan.resolve("plan.en.md"), prose("A long plan", "Output reaches ", "万吨", targets));
    return plan;
  }

  private static String among(String name, int count, IntFunction<String> one) {
    return count == 0
        ? name + ": {}\n"
        : name + ":\n" + IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  private static String prose(String title, String before, String unit, int targets) {
    return "# %s\n\n## 一、目标\n\n### （一）产量\n\n".formatted(title)
        + IntStream.range(0, targets)
            .mapToObj(i -> "%s[%d%s](target:t%d)。\n\n".formatted(before, i + 2, unit, i))
            .collect(Collectors.joining());
  }

  private static void append(House house, int count, String what, IntFunction<Said> said) {
    if (count > 0) {
      house.journal().append(Act.HOUSE, what, IntStream.range(0, count).mapToObj(said).toList());
    }
  }

  /// Duties, breakdowns, parks of one breakdown, accounts and drafts.
  private void fill(House house, int count) throws IOException {
    int targets = Math.clamp(count, 1, MOST_TARGETS);
    for (int i = 0; i < count; i++) {
      String target = "t" + i % targets;
      String month = "2015-%02d".formatted(1 + i / targets);
      house
          .journal()
          .append(
              Act.HOUSE,
              "duty-open",
              List.of(
                  new Said(
                      "duty",
                      target + "-" + month,
                      Map.of(
                          "step", "open",
                          "target", target,
                          "month", month,
                          "deadline", "2015-12-31",
                          "why-zh", "落后",
                          "why-en", "behind"))));
    }
    append(
        house,
        count,
        "breakdown",
        i ->
            new Said(
                "breakdown",
                "t%d/pillars/%d".formatted(i % targets, 2011 + i / targets % YEARS),
                Map.of(
                    "row:a", "1",
                    "unit", "万吨",
                    "method", "逐项填写",
                    "valid-from", "2011-01-01")));
    if (count > 0) {
      var parks = new LinkedHashMap<String, String>();
      IntStream.range(0, count).forEach(i -> parks.put("row:第%d园区".formatted(i), "1"));
      parks.putAll(Map.of("unit", "万吨", "method", "逐项填写", "valid-from", "2015-01-01"));
      house
          .journal()
          .append(Act.HOUSE, "breakdown", List.of(new Said("breakdown", "t0/parks/2015", parks)));
    }
    append(
        house,
        count - 1,
        "account-add",
        i ->
            new Said(
                "account",
                "clerk" + i,
                Map.of("display", "统计员" + i, "role", "reader", "one-time", "true")));
  }

  private void draft(House house, int count) throws IOException {
    if (count == 0) {
      return;
    }
    Visit reviewer = house.visit("reviewer");
    assertThat(reviewer.post("/drafts", "text", "到2015年，产量达到10万吨。", "name", "草案").statusCode())
        .isEqualTo(303);
    Path drafts = folder.resolve("drafts");
    Path first;
    try (Stream<Path> all = Files.list(drafts)) {
      first = all.findFirst().orElseThrow();
    }
    for (int i = 1; i < count; i++) {
      Path copy = Files.createDirectory(drafts.resolve("copy-%05d".formatted(i)));
      try (Stream<Path> files = Files.list(first)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
  }

  private static String page(Visit visit, String path) {
    long start = System.nanoTime();
    HttpResponse<String> answer = visit.get(path);
    long millis = (System.nanoTime() - start) / 1_000_000;
    int bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
    System.err.printf("%5d ms %4d kB  %s%n", millis, bytes / 1000, path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(millis).as(path + " answers in milliseconds").isLessThan(PATIENCE_MILLIS);
    assertThat(bytes).as(path + " has bytes").isLessThanOrEqualTo(LARGEST);
    return answer.body();
  }

  private static long rows(String body) {
    int from = body.indexOf("id=\"listed\"");
    String listed = from < 0 ? "" : body.substring(from);
    return Pattern.compile("<th scope=\"row\"|<tr id=\"act-|class=\"draft-title\"")
        .matcher(listed.replaceAll("(?s)<tfoot>.*?</tfoot>", ""))
        .results()
        .count();
  }

  private static final Map<String, String> LISTS = lists();

  /// The lists, each with words that few of its rows have.
  private static Map<String, String> lists() {
    var lists = new LinkedHashMap<String, String>();
    lists.put("/targets", "第321项");
    lists.put("/figures?periods=all", "第321项");
    lists.put("/duties", "第321项");
    lists.put("/breakdowns", "第321项");
    lists.put("/standing?target=t0&by=parks", "第4321园区");
    lists.put("/accounts", "clerk4321");
    lists.put("/log", "clerk4321");
    lists.put("/drafts", "");
    return lists;
  }

  private static Visit visitor(House house, String path) {
    return house.visit(
        path.equals("/accounts") ? "administrator" : path.equals("/log") ? "reviewer" : "analyst");
  }

  private House open(int count) throws IOException {
    House house = House.open(folder, plan(folder, count));
    fill(house, count);
    house.with(Role.ADMINISTRATOR).with(Role.REVIEWER).with(Role.ANALYST);
    draft(house, count);
    return house;
  }

  @Test
  void anEmptyListSaysWhatToDoNext() throws IOException {
    try (House house = open(0)) {
      var next =
          Map.of(
              "/targets", "targets.yaml",
              "/figures", "录入第一个数",
              "/duties", "立项",
              "/breakdowns", "在上面选一个目标",
              "/standing?target=t0&by=parks", "还没有目标",
              "/drafts", "点“开始”");
      next.forEach(
          (path, words) ->
              assertThat(page(visitor(house, path), path))
                  .as(path)
                  .contains("class=\"empty\"", words));
      assertThat(page(visitor(house, "/accounts"), "/accounts?q=nobody")).contains("在上面新增");
      assertThat(page(visitor(house, "/log"), "/log?q=nothing-like-it")).contains("换个词再找");
    }
  }

  @Test
  void oneRowIsCalledOne() throws IOException {
    try (House house = open(1)) {
      for (String path : LISTS.keySet()) {
        String body = page(visitor(house, path), path);
        assertThat(rows(body)).as(path).isPositive();
        assertThat(body).as(path).doesNotContain("后一页", "class=\"empty\"");
      }
      assertThat(page(house.visit(), "/?lang=en"))
          .contains("<b>1</b> target<")
          .doesNotContain("1 targets");
    }
  }

  @Test
  void fiveThousandRowsStayUsableAndAreTakenAlongWhole() throws IOException {
    try (House house = open(MANY)) {
      for (Map.Entry<String, String> list : LISTS.entrySet()) {
        String path = list.getKey();
        Visit visit = visitor(house, path);
        String first = page(visit, path);
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).as(path + " goes on").isTrue();
        String address = next.group(1) == null ? next.group(2) : next.group(1);
        String second = page(visit, address.replace("&amp;", "&"));
        assertThat(rows(second)).as(path).isPositive();
        assertThat(second).as(path).isNotEqualTo(first);
        if (!list.getValue().isEmpty()) {
          String narrowed =
              page(
                  visit,
                  path
                      + (path.contains("?") ? "&" : "?")
                      + "q="
                      + URLEncoder.encode(list.getValue(), StandardCharsets.UTF_8));
          assertThat(rows(narrowed)).as(path).isBetween(1L, (long) YEARS);
        }
      }
      everyRowIsTaken(house);
    }
  }

  private static void everyRowIsTaken(House house) {
    for (String path :
        List.of(
            "/targets.csv",
            "/figures.csv?periods=all",
            "/duties.csv",
            "/breakdowns.csv",
            "/standing.csv?target=t0&by=parks")) {
      String csv = house.visit("analyst").get(path).body();
      assertThat(csv.lines().skip(1))
          .as(path)
          .hasSizeGreaterThanOrEqualTo(path.startsWith("/targets") ? MOST_TARGETS : MANY);
    }
    assertThat(house.visit("administrator").get("/accounts.csv").body().lines())
        .hasSizeGreaterThan(MANY);
    assertThat(
            house.visit("reviewer").get("/log.tsv").body().lines().filter(l -> l.contains("clerk")))
        .hasSize(MANY - 1);
  }
}
