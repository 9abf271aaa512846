package yuheng.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.draft.DraftPackage;
import yuheng.draft.Review;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Article;
import yuheng.plan.Article.Run;
import yuheng.plan.Plan;
import yuheng.plan.Proof;
import yuheng.plan.Reading;
import yuheng.plan.Target;
import yuheng.terms.Problem;

/// The plan package of what was accepted: written, checked, to be taken away.
@Controller
@NeedsDrafts
final class PackagePage {
  private final Shown shown;
  private final Html html;
  private final Drafts drafts;

  PackagePage(Shown shown, Html html, Drafts drafts) {
    this.shown = shown;
    this.html = html;
    this.drafts = drafts;
  }

  /// What the template gets.
  ///
  /// @param mayWrite whether who looks may have it written
  /// @param written whether there is a package
  /// @param targets how many it has
  /// @param open numbers nobody decided about; they are not in it
  record View(
      Frame frame,
      String title,
      boolean mayWrite,
      String back,
      String again,
      String zip,
      boolean written,
      int targets,
      int indicators,
      int open,
      List<ProblemLine> problems,
      List<Finding> findings,
      List<FileLine> files,
      List<Section> sections) {}

  /// What the numbers force upon each other.
  record Finding(String what, String arithmetic) {}

  /// A file of the package.
  record FileLine(String name, String size) {}

  /// A section of the prose.
  record Section(int level, String heading, List<Block> blocks) {}

  /// A paragraph with the targets bound in it.
  record Block(List<Piece> pieces, List<Note> notes) {}

  /// A stretch of a paragraph.
  record Piece(String text, boolean strong, boolean bound) {}

  /// A target beside its paragraph.
  record Note(String name, String asked, String period) {}

  @PostMapping("/drafts/{id}/package")
  ResponseEntity<String> write(@PathVariable("id") String id, WebRequest request) {
    Look look = Look.read(request, shown, id);
    drafts.write(id, DraftPackage.of(review(id).settled()));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(look.href("/package")))
        .build();
  }

  @GetMapping("/drafts/{id}/package")
  ResponseEntity<String> show(@PathVariable("id") String id, WebRequest request) {
    Look look = Look.read(request, shown, id);
    return html.page("package", view(look, review(id)));
  }

  @GetMapping("/drafts/{id}/package.zip")
  ResponseEntity<byte[]> download(@PathVariable("id") String id) {
    Review review = review(id);
    String name = review.head().id();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + ".zip", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(zip(name, DraftPackage.of(review.settled())));
  }

  private Review review(String id) {
    return drafts.find(id).review().orElseThrow().review();
  }

  private static byte[] zip(String folder, DraftPackage files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.files().entrySet()) {
        zip.putNextEntry(new ZipEntry(folder + "/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private View view(Look look, Review review) {
    Asked asked = look.asked();
    boolean written = Files.isDirectory(drafts.packaged(look.id()));
    Frame frame =
        Frame.of(
            shown,
            asked,
            asked.t("规划包 ", "Package ") + review.head().title(),
            look.path() + "/package",
            look.more());
    Optional<Reading> reading =
        written ? Optional.of(Plan.read(drafts.packaged(look.id()))) : Optional.empty();
    Optional<Plan> plan = reading.flatMap(Reading::plan);
    return new View(
        frame,
        review.head().title(),
        look.mayDecide(),
        look.at("").href(),
        look.href("/package"),
        look.asked().href(look.path() + "/package.zip"),
        written,
        plan.map(one -> one.targets().size()).orElse(0),
        plan.map(one -> one.indicators().size()).orElse(0),
        review.progress().all() - review.progress().decided(),
        reading.map(one -> problems(one, asked)).orElse(List.of()),
        plan.map(one -> findings(one, asked)).orElse(List.of()),
        written ? files(DraftPackage.of(review.settled())) : List.of(),
        plan.map(one -> sections(one, asked)).orElse(List.of()));
  }

  private static List<ProblemLine> problems(Reading reading, Asked asked) {
    var problems = new ArrayList<Problem>(reading.problems());
    reading.plan().ifPresent(plan -> problems.addAll(OfficialFigures.load(plan).problems()));
    return ProblemLine.of(problems, asked);
  }

  private static List<Finding> findings(Plan plan, Asked asked) {
    return Proof.of(plan).findings().stream()
        .map(finding -> new Finding(asked.t(finding.what()), asked.t(finding.arithmetic())))
        .toList();
  }

  private static List<FileLine> files(DraftPackage files) {
    return files.files().entrySet().stream()
        .map(
            file ->
                new FileLine(
                    file.getKey(),
                    "%,d B".formatted(file.getValue().getBytes(StandardCharsets.UTF_8).length)))
        .toList();
  }

  private static List<Section> sections(Plan plan, Asked asked) {
    return plan.prose(asked.language()).stream()
        .map(
            article ->
                new Section(
                    switch (article.kind()) {
                      case PREAMBLE -> 0;
                      case CHAPTER, CLOSING -> 2;
                      case ARTICLE -> 3;
                    },
                    article.heading(),
                    article.blocks().stream().map(block -> block(block, plan, asked)).toList()))
        .toList();
  }

  private static Block block(Article.Block block, Plan plan, Asked asked) {
    var pieces = new ArrayList<Piece>();
    var notes = new ArrayList<Note>();
    for (Run run : block.runs()) {
      switch (run) {
        case Run.Plain(var text) -> pieces.add(new Piece(text, false, false));
        case Run.Strong(var text) -> pieces.add(new Piece(text, true, false));
        case Run.Bound(var text, var id) -> {
          pieces.add(new Piece(text, false, true));
          Optional.ofNullable(plan.targets().get(id)).ifPresent(one -> notes.add(note(one, asked)));
        }
      }
    }
    return new Block(pieces, notes);
  }

  private static Note note(Target target, Asked asked) {
    return new Note(
        asked.t(target.indicator().name()),
        TargetLine.asked(target, asked.language()),
        asked.t(target.period().words()));
  }
}
