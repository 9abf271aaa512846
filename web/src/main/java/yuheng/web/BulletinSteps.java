package yuheng.web;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.delivery.BulletinDesk;
import yuheng.delivery.BulletinRecord;
import yuheng.delivery.Fault;
import yuheng.delivery.Outcome;

/// What is done to a bulletin on its page: words changed, submitted, given back, signed.
@Controller
@NeedsJournal
class BulletinSteps {
  private final Shown shown;
  private final Who who;
  private final Bulletins bulletins;
  private final BulletinsPage page;

  BulletinSteps(Shown shown, Who who, Bulletins bulletins, BulletinsPage page) {
    this.shown = shown;
    this.who = who;
    this.bulletins = bulletins;
    this.page = page;
  }

  @PostMapping("/bulletins/{month}/sentence")
  ResponseEntity<String> edit(@PathVariable String month, WebRequest request) {
    String sentence = text(request, "sentence");
    String words = text(request, "words");
    return step(
        month,
        request,
        (desk, record) ->
            text(request, "restore").isEmpty()
                ? desk.edit(
                    who.need().name(),
                    record,
                    sentence,
                    Asked.plain(request, shown.asked()).language(),
                    words)
                : desk.restore(who.need().name(), record, sentence));
  }

  @PostMapping("/bulletins/{month}/submit")
  ResponseEntity<String> submit(@PathVariable String month, WebRequest request) {
    return step(month, request, (desk, record) -> desk.submit(who.need().name(), record));
  }

  @PostMapping("/bulletins/{month}/return")
  ResponseEntity<String> giveBack(@PathVariable String month, WebRequest request) {
    return step(
        month,
        request,
        (desk, record) -> desk.giveBack(who.need().name(), record, text(request, "why")));
  }

  @PostMapping("/bulletins/{month}/sign")
  ResponseEntity<String> sign(@PathVariable String month, WebRequest request) {
    return step(
        month,
        request,
        (desk, record) -> {
          Outcome outcome = desk.sign(who.need().name(), record, text(request, "digest"));
          if (outcome instanceof Outcome.Done) {
            bulletins.keepFiles(month, Asked.read(request, shown.asked()));
          }
          return outcome;
        });
  }

  private ResponseEntity<String> step(
      String month, WebRequest request, BiFunction<BulletinDesk, BulletinRecord, Outcome> step) {
    Asked asked = Asked.read(request, shown.asked());
    BulletinRecord record = bulletins.find(month, asked);
    BulletinDesk desk = bulletins.desk().orElseThrow();
    String sentence = text(request, "sentence");
    if (!Long.toString(record.seen()).equals(text(request, "seen"))) {
      return again(month, request, overtaken(asked), HttpStatus.CONFLICT);
    }
    return switch (step.apply(desk, record)) {
      case Outcome.Done _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .header(
                  "Location",
                  asked.href("/bulletins/" + month + (sentence.isEmpty() ? "" : "#s-" + sentence)))
              .build();
      case Outcome.Overtaken _ -> again(month, request, overtaken(asked), HttpStatus.CONFLICT);
      case Outcome.Refused(List<Fault> faults) ->
          again(
              month,
              request,
              faults.stream().map(fault -> fault.tell(asked.language())).toList(),
              HttpStatus.BAD_REQUEST);
    };
  }

  private static List<String> overtaken(Asked asked) {
    return List.of(
        asked.t(
            "在你之后有人改动过，没有保存；请看新的内容再改。",
            "Somebody changed it after you looked; nothing was kept. Read it again, then change"
                + " it."));
  }

  private ResponseEntity<String> again(
      String month, WebRequest request, List<String> words, HttpStatus status) {
    return page.page(
        month,
        request,
        new BulletinsPage.Slip(text(request, "sentence"), text(request, "words"), words),
        status);
  }

  private static String text(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
