package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// An account that reviews drafts with a browser that knows forms and links and nothing else.
final class PlainForms {
  static final String TEXT =
      """
      清江市推动绿色制造高质量发展行动方案

      清江市人民政府
      2026年3月18日

      为推动全市制造业绿色、智能发展，制定本方案。2025年，全市规模以上工业总产值达到4200亿元。

      一、总体目标
      到2030年，全市规模以上工业总产值达到6500亿元，规模以上工业增加值年均增长7%以上。
      到2030年，规模以上工业企业研发经费投入强度由1.6%提高到2.5%以上，新增高新技术企业300家。

      二、重点任务
      （一）培育优势产业集群。到2030年，新能源装备产业产值达到3000亿元，先进材料产业产值达到2000亿元，食品医药产业产值达到1500亿元，形成新能源装备、先进材料、食品医药三大产业集群。
      （二）推进绿色转型。到2030年，创建国家级绿色工厂40家，淘汰落后产能120万吨，一般工业固废综合利用率超过75%。
      """;
  private static final String BOUNDARY = "----a-boundary-that-no-text-has";

  private final Visit visit;

  PlainForms(Visit visit) {
    this.visit = visit;
  }

  String page(String path) {
    var answer = visit.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /// The token of the last form on a page, one of those that change the draft.
  static String token(String page) {
    return found(page, "(?s).*name=\"_csrf\" value=\"([^\"]+)\"");
  }

  /// Sends the form of the list of drafts; what is empty is left out.
  HttpResponse<String> start(String text, String file, byte[] bytes, String name) {
    var body = new ByteArrayOutputStream();
    part(body, "_csrf", "", token(page("/drafts")).getBytes(StandardCharsets.UTF_8));
    part(body, "text", "", text.getBytes(StandardCharsets.UTF_8));
    part(body, "name", "", name.getBytes(StandardCharsets.UTF_8));
    if (!file.isEmpty()) {
      part(body, "file", file, bytes);
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return visit.send(
        HttpRequest.newBuilder(URI.create(visit.url("/drafts")))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  private static void part(ByteArrayOutputStream body, String name, String file, byte[] bytes) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
            .formatted(BOUNDARY, name, file.isEmpty() ? "" : "; filename=\"" + file + "\"");
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /// Starts a draft and gives the path of its review.
  String started(String text) {
    return path(start(text, "", new byte[0], ""));
  }

  /// Where an answer sends to, without what is asked there.
  static String path(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  /// Decides; the token is that of the page, the version too where none is given.
  HttpResponse<String> decide(String review, Map<String, String> said) {
    String page = page(review);
    var form = new LinkedHashMap<String, String>();
    form.put("_csrf", token(page));
    form.put("on", found(page, "name=\"on\" value=\"(\\d+)\""));
    form.putAll(said);
    return post(review + "/decisions", form);
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    return visit.postWithoutToken(
        path,
        form.entrySet().stream()
            .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
            .toArray(String[]::new));
  }

  <T> HttpResponse<T> download(String path, BodyHandler<T> body) {
    return visit.send(HttpRequest.newBuilder(URI.create(visit.url(path))).build(), body);
  }

  /// An indicator of the plan that is served, counted in money.
  static String money() {
    return Plan.read(Golden.home().resolve("plans/chongqing-2012"))
        .plan()
        .orElseThrow()
        .indicators()
        .values()
        .stream()
        .filter(one -> one.unit().symbol().equals("亿元"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// The first group of the first place that a pattern finds.
  static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  /// The key of the number with these words.
  static String key(String page, String words) {
    return found(page, "id=\"q-([^\"]*)\"[^>]*>" + Pattern.quote(words) + "<");
  }

  /// The state of the number with these words.
  static String state(String page, String words) {
    return found(page, "class=\"q q-(\\w+)[^>]*>" + Pattern.quote(words) + "<");
  }
}
