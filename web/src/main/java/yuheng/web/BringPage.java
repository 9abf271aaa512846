package yuheng.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import yuheng.facts.FigureTable;
import yuheng.facts.FigureTemplate;
import yuheng.facts.Intake;
import yuheng.facts.Offered;

/// Tables of figures, brought as a file or pasted: looked at first, with every fault at its cell
/// and a box for the reason of each doubt, then taken whole.
@Controller
@NeedsJournal
class BringPage {
  private static final int MOST_SHOWN = 300;

  private final Shown shown;
  private final Html html;
  private final Desk desk;
  private final Who who;

  BringPage(Shown shown, Html html, Desk desk, Who who) {
    this.shown = shown;
    this.html = html;
    this.desk = desk;
    this.who = who;
  }

  /// What the page that asks for a table gets.
  ///
  /// @param waiting the name of a table that lies on the desk, or nothing
  record Empty(Frame frame, String waiting, String check, String template, String missing) {}

  /// What the page that shows a table gets: no more than a measure of its lines.
  record View(
      Frame frame,
      String name,
      List<Told> faults,
      int allFaults,
      List<OfferedLine> doubted,
      int allDoubted,
      int open,
      List<OfferedLine> plain,
      int allPlain,
      String again,
      boolean asked) {}

  @GetMapping("/figures/import")
  ResponseEntity<String> show(WebRequest request) {
    return empty(request, false, HttpStatus.OK);
  }

  private ResponseEntity<String> empty(WebRequest request, boolean missing, HttpStatus status) {
    Asked asked = Asked.read(request, shown.asked());
    return html.page(
        "bring",
        new Empty(
            frame(asked),
            desk.of(who.need().name()).map(one -> called(one.table(), asked)).orElse(""),
            asked.href("/figures/import/check"),
            asked.href("/figures/template.xlsx"),
            missing ? asked.t("选一个文件，或粘贴表格。", "Choose a file, or paste a table.") : ""),
        status);
  }

  private static String called(FigureTable table, Asked asked) {
    return table.name().equals("pasted") ? asked.t("粘贴的表格", "pasted table") : table.name();
  }

  private Frame frame(Asked asked) {
    return Frame.of(shown, asked, asked.t("导入公布数", "Bring figures"), "/figures/import");
  }

  @PostMapping("/figures/import")
  ResponseEntity<String> bring(
      WebRequest request,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "pasted", required = false) @Nullable String pasted)
      throws IOException {
    FigureTable table;
    if (file != null && !file.isEmpty()) {
      String name = file.getOriginalFilename();
      table = FigureTable.read(name == null ? "table" : name, file.getBytes());
    } else if (pasted != null && !pasted.isBlank()) {
      table = FigureTable.pasted(pasted);
    } else {
      return empty(request, true, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    desk.put(who.need().name(), table, "import");
    return toCheck(Asked.read(request, shown.asked()));
  }

  static ResponseEntity<String> toCheck(Asked asked) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", asked.href("/figures/import/check"))
        .build();
  }

  @GetMapping("/figures/import/check")
  ResponseEntity<String> check(WebRequest request) {
    Optional<Desk.Brought> brought = desk.of(who.need().name());
    return brought.isEmpty()
        ? empty(request, false, HttpStatus.OK)
        : page(request, brought.get(), desk.check(brought.get().table()), HttpStatus.OK);
  }

  @PostMapping("/figures/import/take")
  ResponseEntity<String> take(WebRequest request) {
    String account = who.need().name();
    Optional<Desk.Brought> brought = desk.of(account);
    if (brought.isEmpty()) {
      return empty(request, true, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Desk.Outcome outcome =
        desk.take(
            brought.get().table(), one -> reason(request, one), account, brought.get().what());
    if (outcome.act().isEmpty()) {
      return page(request, brought.get(), outcome.intake(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    desk.clear(account);
    Asked asked = Asked.read(request, shown.asked());
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(
            "Location",
            "/figures?origin=entered&periods=all&lang=%s&act=%d&count=%d"
                .formatted(
                    asked.lang(), outcome.act().get().number(), outcome.intake().offered().size()))
        .build();
  }

  private static Optional<String> reason(WebRequest request, Offered offered) {
    return Optional.ofNullable(request.getParameter("reason-" + offered.figure().id()))
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(request.getParameter("reason")))
        .filter(text -> !text.isBlank());
  }

  private ResponseEntity<String> page(
      WebRequest request, Desk.Brought brought, Intake intake, HttpStatus status) {
    Asked asked = Asked.read(request, shown.asked());
    List<Offered> doubted =
        intake.offered().stream().filter(one -> !one.doubts().isEmpty()).toList();
    List<Offered> plain = intake.offered().stream().filter(one -> one.doubts().isEmpty()).toList();
    return html.page(
        "brought",
        new View(
            frame(asked),
            called(brought.table(), asked),
            intake.faults().stream().limit(MOST_SHOWN).map(one -> Told.of(one, asked)).toList(),
            intake.faults().size(),
            lines(doubted, asked),
            doubted.size(),
            intake.open().size(),
            lines(plain, asked),
            plain.size(),
            asked.href("/figures/import"),
            status != HttpStatus.OK),
        status);
  }

  private List<OfferedLine> lines(List<Offered> offered, Asked asked) {
    return offered.stream()
        .limit(MOST_SHOWN)
        .map(one -> OfferedLine.of(one, shown, asked))
        .toList();
  }

  @GetMapping("/figures/template.xlsx")
  ResponseEntity<byte[]> template() {
    return Exports.workbook(
        FigureTemplate.of(shown.plan(), shown.figures()), shown.plan().id() + "-template");
  }
}
