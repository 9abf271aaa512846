package yuheng.web;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.delivery.BulletinFile;
import yuheng.delivery.BulletinFile.Kind;
import yuheng.delivery.BulletinRecord;
import yuheng.delivery.BulletinRecord.Stage;
import yuheng.delivery.Fault;
import yuheng.facts.Listing;
import yuheng.facts.Role;
import yuheng.terms.Language;
import yuheng.terms.Period;

/// The monthly analyses: a list, and a page for each that is worked on in place.
@Controller
class BulletinsPage {
  private final Shown shown;
  private final Html html;
  private final Bulletins bulletins;

  BulletinsPage(Shown shown, Html html, Bulletins bulletins) {
    this.shown = shown;
    this.html = html;
    this.bulletins = bulletins;
  }

  /// What the list's template gets.
  record ListView(Frame frame, Leaf<Row> leaf, String words, int all, Exports.Links links) {}

  /// A bulletin in the list.
  record Row(String month, String stage, String signed, String href) {}

  /// What the template of one bulletin gets.
  ///
  /// @param mayEdit sentences have forms
  /// @param maySubmit it can be submitted by the visitor
  /// @param maySign it can be signed or given back by the visitor
  /// @param digest of what the visitor reads
  /// @param fault what was wrong with the last thing sent
  record OneView(
      Frame frame,
      String title,
      String subtitle,
      String mark,
      String issuer,
      String stage,
      String stageCode,
      String known,
      String signed,
      String returned,
      List<BulletinView.Section> sections,
      List<String> notes,
      boolean mayEdit,
      boolean maySubmit,
      boolean maySign,
      long seen,
      String digest,
      List<File> files,
      List<Step> history,
      Slip fault) {}

  /// A file to take along.
  ///
  /// @param state of a frozen bulletin's file: kept, or being made
  record File(String name, String href, String state) {}

  /// A step of its history.
  record Step(Moment at, String by, String what, String about) {}

  /// What was wrong, in which sentence, and what was typed.
  record Slip(String sentence, String typed, List<String> words) {
    static final Slip NONE = new Slip("", "", List.of());
  }

  @GetMapping("/bulletins")
  ResponseEntity<String> list(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    String words = Asked.said(request, "q");
    Map<String, String> more = words.isEmpty() ? Map.of() : Map.of("q", words);
    Leaf<YearMonth> leaf = Leaf.of(months(asked, words), request, asked, "/bulletins", more);
    return html.page(
        "bulletins",
        new ListView(
            Frame.of(shown, asked, asked.t("月报", "Bulletins"), "/bulletins", leaf.in(more)),
            leaf.map(month -> row(month, asked)),
            words,
            months(asked, "").size(),
            Exports.Links.of(asked, "/bulletins", more)));
  }

  /// The month asked about and those that somebody worked on, newest first, whose names hold some
  /// words.
  private List<YearMonth> months(Asked asked, String words) {
    return Stream.concat(Stream.of(asked.asOf()), bulletins.months().stream())
        .distinct()
        .filter(
            month ->
                (month
                        + " "
                        + Period.read(month.toString()).map(one -> asked.t(one.words())).orElse(""))
                    .contains(words))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private Row row(YearMonth month, Asked asked) {
    BulletinRecord record = bulletins.find(month.toString(), asked);
    return new Row(
        asked.t(record.bulletin().monthWords()),
        asked.t(record.stage().words()),
        record.signed().map(one -> one.by() + " · " + Moment.of(one.at()).shown()).orElse(""),
        asked.href("/bulletins/" + month));
  }

  @GetMapping("/bulletins" + Exports.AS)
  ResponseEntity<byte[]> listTaken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    return Exports.of(
        form,
        new Listing(
            asked.t("月报", "bulletins"),
            List.of(asked.t("月份", "month"), asked.t("进展", "stage"), asked.t("签发", "signed")),
            months(asked, Asked.said(request, "q")).stream()
                .map(month -> row(month, asked))
                .map(row -> List.of(row.month, row.stage, row.signed))
                .toList()),
        "%s-bulletins".formatted(shown.plan().id()));
  }

  /// A table of a bulletin, or the numbers of one of its charts, by its place in the text.
  @GetMapping("/bulletins/{month}/tables/{table}" + Exports.UNDER)
  ResponseEntity<byte[]> tableTaken(
      @PathVariable("month") String month,
      @PathVariable("table") int table,
      @PathVariable("form") String form,
      WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    List<Listing> tables =
        BulletinView.tables(
            new BulletinView(bulletins.find(month, asked).bulletin(), asked).sections());
    if (table < 1 || table > tables.size()) {
      throw new NoSuchElementException(month + " table " + table);
    }
    return Exports.of(
        form, tables.get(table - 1), "%s-%s-%d".formatted(shown.plan().id(), month, table));
  }

  @GetMapping("/bulletins/{month}")
  ResponseEntity<String> one(@PathVariable String month, WebRequest request) {
    return page(month, request, Slip.NONE, HttpStatus.OK);
  }

  /// The page of a bulletin, after something that was sent could not be taken, too.
  ResponseEntity<String> page(String month, WebRequest request, Slip fault, HttpStatus status) {
    Asked read = Asked.read(request, shown.asked());
    BulletinRecord record = bulletins.find(month, read);
    Asked asked =
        new Asked(record.month(), record.bulletin().knownOn(), read.language(), read.visitor());
    boolean draft = record.stage() == Stage.DRAFT;
    boolean analyst = asked.visitor().may(Role.ANALYST) && bulletins.desk().isPresent();
    return html.page(
        "bulletin",
        new OneView(
            Frame.of(shown, asked, asked.t("月报", "Bulletin"), "/bulletins/" + month),
            asked.t(record.bulletin().title()),
            asked.t(record.bulletin().subtitle()),
            record.bulletin().mark().map(asked::t).orElse(""),
            asked.t(record.bulletin().issuer()),
            asked.t(record.stage().words()),
            record.stage().code(),
            record.bulletin().knownOn().toString(),
            record.signed().map(one -> one.by() + " · " + Moment.of(one.at()).shown()).orElse(""),
            record.returned().orElse(""),
            new BulletinView(record.bulletin(), asked).sections(),
            record.bulletin().notes().stream().map(asked::t).toList(),
            draft && analyst,
            draft && analyst,
            record.stage() == Stage.SUBMITTED
                && asked.visitor().may(Role.REVIEWER)
                && !record.authors().contains(name(asked)),
            record.seen(),
            record.digest(),
            files(record, asked),
            record.history().stream().map(step -> step(step, asked)).toList(),
            fault),
        status);
  }

  private static String name(Asked asked) {
    return asked.visitor().account().map(account -> account.name()).orElse("");
  }

  private static Step step(BulletinRecord.Event event, Asked asked) {
    String what =
        switch (event.what()) {
          case "edit" -> asked.t("修改", "edited");
          case "restore" -> asked.t("恢复原句", "restored");
          case "submit" -> asked.t("送审", "submitted");
          case "return" -> asked.t("退回", "given back");
          case "sign" -> asked.t("签发", "signed");
          default -> event.what();
        };
    return new Step(Moment.of(event.at()), event.by(), what, event.about());
  }

  private List<File> files(BulletinRecord record, Asked asked) {
    return Stream.of(Kind.values())
        .map(
            kind ->
                new File(
                    kind == Kind.DOCX ? "Word" : "PDF",
                    asked.href(
                        "/bulletins/%s/%s.%s"
                            .formatted(record.month(), asked.lang(), kind.suffix())),
                    state(record, kind, asked)))
        .toList();
  }

  private String state(BulletinRecord record, Kind kind, Asked asked) {
    if (record.stage() != Stage.FROZEN) {
      return "";
    }
    return bulletins.keeps(record, asked.language(), kind)
        ? asked.t("已存档", "kept")
        : asked.t("存档中", "being kept");
  }

  @GetMapping("/bulletins/{month}/{file}")
  ResponseEntity<?> file(
      @PathVariable String month, @PathVariable String file, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Kind kind = Kind.of(file).orElseThrow(() -> new NoSuchElementException(file));
    Language language = file.startsWith("en.") ? Language.EN : Language.ZH;
    BulletinRecord record = bulletins.find(month, asked);
    return switch (bulletins.file(record, language, kind)) {
      case BulletinFile.Written written ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(kind.mediaType()))
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"%s-%s-%s\"".formatted(shown.plan().id(), month, file))
              .body(written.bytes());
      case BulletinFile.Impossible(Fault fault) ->
          page(
              month,
              request,
              new Slip("", "", List.of(fault.tell(asked.language()))),
              HttpStatus.SERVICE_UNAVAILABLE);
    };
  }
}
