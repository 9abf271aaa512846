package yuheng.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import yuheng.draft.PolicyDocument;
import yuheng.draft.Review;
import yuheng.draft.ReviewFolder;
import yuheng.facts.Role;

/// The drafts that are kept here, and the form that starts one.
@Controller
@NeedsDrafts
final class DraftsPage {
  private static final int LONGEST_NAME = 80;
  private static final int ON_A_PAGE = 20;

  private final Shown shown;
  private final Html html;
  private final Drafts drafts;

  DraftsPage(Shown shown, Html html, Drafts drafts) {
    this.shown = shown;
    this.html = html;
    this.drafts = drafts;
  }

  /// What the template gets.
  ///
  /// @param mayStart whether who looks may start a draft
  /// @param text pasted before, where it could not be taken
  /// @param problems of the document that was given
  record View(
      Frame frame,
      String action,
      boolean mayStart,
      String name,
      String text,
      List<ProblemLine> problems,
      String words,
      Leaf<Line> leaf,
      int all) {}

  /// A draft in the list.
  ///
  /// @param last the last decision: who and when; may be empty
  /// @param problems why it cannot be opened
  record Line(
      String title,
      String document,
      String href,
      int decided,
      int all,
      String last,
      List<ProblemLine> problems) {}

  @GetMapping("/drafts")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    return page(asked, request, "", List.of(), HttpStatus.OK);
  }

  @PostMapping("/drafts")
  ResponseEntity<String> start(
      WebRequest request,
      @RequestParam(name = "text", defaultValue = "") String pasted,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    Asked asked = Asked.read(request, shown.asked());
    String text = pasted.replace("\r\n", "\n");
    String name = Look.said(request, "name");
    PolicyDocument.Opened opened =
        file != null && !file.isEmpty()
            ? PolicyDocument.read(plain(file), file.getBytes())
            : PolicyDocument.read(named(name, text), text.getBytes(StandardCharsets.UTF_8));
    if (opened.document().isEmpty()) {
      List<ProblemLine> problems = ProblemLine.of(opened.problems(), asked);
      return page(asked, request, text, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    PolicyDocument document = opened.document().get();
    Drafts.Kept kept = drafts.start(name.isEmpty() ? document : renamed(document, name));
    String there = new Look(asked, kept.id(), "", "", "", false).href();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(there)).build();
  }

  private static PolicyDocument renamed(PolicyDocument document, String name) {
    return new PolicyDocument(name, document.kind(), document.text(), document.remarks());
  }

  private static String plain(MultipartFile file) {
    String path = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.isBlank() ? "document" : name.replaceAll("\\p{Cntrl}", "");
  }

  /// The name of a pasted text: as given, else its first line.
  private static String named(String name, String text) {
    if (!name.isEmpty()) {
      return name;
    }
    String first =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("text");
    return first.length() <= LONGEST_NAME ? first : first.substring(0, LONGEST_NAME);
  }

  private ResponseEntity<String> page(
      Asked asked, WebRequest request, String text, List<ProblemLine> problems, HttpStatus status) {
    String words = Asked.said(request, "q");
    String sought = words.toLowerCase(Locale.ROOT);
    Map<String, String> more = words.isEmpty() ? Map.of() : Map.of("q", words);
    List<String> all = drafts.ids();
    List<String> found =
        sought.isEmpty() ? all : all.stream().filter(id -> holds(id, sought)).toList();
    Leaf<Line> leaf =
        Leaf.of(found, ON_A_PAGE, request, asked, "/drafts", more)
            .map(id -> line(drafts.find(id), asked));
    Frame frame = Frame.of(shown, asked, asked.t("起草", "Drafts"), "/drafts", leaf.in(more));
    return html.page(
        "drafts",
        new View(
            frame,
            asked.href("/drafts"),
            asked.visitor().may(Role.ANALYST),
            Look.said(request, "name"),
            text,
            problems,
            words,
            leaf,
            all.size()),
        status);
  }

  private boolean holds(String id, String sought) {
    String text =
        drafts
            .find(id)
            .review()
            .map(folder -> folder.review().head().title() + " " + folder.document().name())
            .orElse(id);
    return text.toLowerCase(Locale.ROOT).contains(sought);
  }

  private static Line line(Drafts.Kept kept, Asked asked) {
    if (kept.review().isEmpty()) {
      return new Line(kept.id(), "", "", 0, 0, "", ProblemLine.of(kept.problems(), asked));
    }
    ReviewFolder folder = kept.review().get();
    Review review = folder.review();
    return new Line(
        review.head().title(),
        folder.document().name(),
        new Look(asked, kept.id(), "", "", "", false).href(),
        review.progress().decided(),
        review.progress().all(),
        review.history().isEmpty() ? "" : HistoryLine.who(review.history().getLast().made()),
        List.of());
  }
}
