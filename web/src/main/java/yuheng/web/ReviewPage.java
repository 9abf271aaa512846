package yuheng.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.draft.Proposal;
import yuheng.draft.Review;
import yuheng.draft.ReviewFolder;
import yuheng.terms.Language;
import yuheng.terms.Unit;

/// The review of a draft: the official text with every number found in it, and the form of the one
/// that is looked at.
@Controller
@NeedsDrafts
final class ReviewPage {
  private final Shown shown;
  private final Html html;
  private final Drafts drafts;

  ReviewPage(Shown shown, Html html, Drafts drafts) {
    this.shown = shown;
    this.html = html;
    this.drafts = drafts;
  }

  /// What the template gets.
  ///
  /// @param mayDecide whether who looks may
  /// @param lang of the text
  /// @param version of the review that is shown
  /// @param told what came of the last thing done, where it did not succeed
  /// @param form of the number that is looked at; one or none
  /// @param found places of the words looked for
  /// @param last the last decision that can be undone; one or none
  /// @param left what was left out of the document on the way
  record View(
      Frame frame,
      Links links,
      boolean mayDecide,
      String lang,
      int version,
      Progress progress,
      List<String> told,
      List<ReviewText.Heading> headings,
      List<TextLine> lines,
      List<ProposalForm> form,
      HeadForm head,
      List<String> units,
      String find,
      List<FoundWords> found,
      boolean others,
      int notTaken,
      List<RelationLine> relations,
      List<HistoryLine> history,
      List<HistoryLine> last,
      String document,
      List<String> left) {}

  /// Where the page leads.
  ///
  /// @param others the same with the other numbers shown, or without them
  /// @param previous the open number before this one; empty if there is none
  record Links(
      String path,
      String list,
      String head,
      String others,
      String decisions,
      String bundle,
      String previous,
      String next) {}

  /// How far the review is.
  ///
  /// @param sure open ones that nothing is uncertain about
  /// @param kept those that become targets
  record Progress(int decided, int all, int sure, int kept, List<Count> counts) {}

  /// How many numbers stand how.
  record Count(String code, String mark, String name, int count) {}

  @GetMapping("/drafts/{id}")
  ResponseEntity<String> show(@PathVariable("id") String id, WebRequest request) {
    Look look = Look.read(request, shown, id);
    return page(look, List.of(), Map.of(), HttpStatus.OK);
  }

  /// The page of a review.
  ///
  /// @param typed what the form was sent with, where it has to be corrected
  ResponseEntity<String> page(
      Look look, List<String> told, Map<String, String> typed, HttpStatus status) {
    Drafts.Kept kept = drafts.find(look.id());
    if (kept.review().isEmpty()) {
      return broken(look, kept);
    }
    return html.page("review", view(look, kept.review().get(), told, typed), status);
  }

  private ResponseEntity<String> broken(Look look, Drafts.Kept kept) {
    Asked asked = look.asked();
    Frame frame = Frame.of(shown, asked, asked.t("草案打不开", "The draft cannot be opened"), "/drafts");
    return html.page(
        "problems",
        new ProblemsView(frame, ProblemLine.of(kept.problems(), asked)),
        HttpStatus.INTERNAL_SERVER_ERROR);
  }

  /// What the template for problems gets.
  record ProblemsView(Frame frame, List<ProblemLine> problems) {}

  private View view(Look look, ReviewFolder folder, List<String> told, Map<String, String> typed) {
    Review review = folder.review();
    Asked asked = look.asked();
    Frame frame = Frame.of(shown, asked, review.head().title(), look.path(), look.more());
    List<TextLine> lines = ReviewText.lines(review, look);
    List<HistoryLine> history =
        review.history().stream().map(one -> HistoryLine.of(one, review, look)).toList();
    return new View(
        frame,
        links(review, look),
        look.mayDecide(),
        review.draft().text().language() == Language.EN ? "en" : "zh-Hans",
        review.version(),
        progress(review, asked),
        told,
        ReviewText.headings(lines),
        lines,
        form(review, look, typed),
        HeadForm.of(review.head(), asked, typed),
        Unit.known(),
        look.find(),
        FoundWords.in(review, look),
        look.others(),
        ReviewText.notTaken(review).size(),
        review.relations().stream().map(one -> RelationLine.of(one, asked)).toList(),
        history.reversed(),
        history.reversed().stream().filter(HistoryLine::undoable).limit(1).toList(),
        folder.document().name(),
        folder.document().remarks().stream().map(asked::t).toList());
  }

  private static List<ProposalForm> form(Review review, Look look, Map<String, String> typed) {
    Optional<Stretch> add = Stretch.read(look.add());
    if (add.isPresent()) {
      return List.of(ProposalForm.adding(add.get(), review, look, typed));
    }
    return review.item(look.at()).stream()
        .map(item -> ProposalForm.of(item, review, look, typed))
        .toList();
  }

  private static Links links(Review review, Look look) {
    return new Links(
        look.path(),
        look.asked().href("/drafts"),
        look.to(""),
        look.showing(!look.others()).href(),
        look.asked().href(look.path() + "/decisions"),
        look.href("/package"),
        open(review, look.at(), -1).map(look::to).orElse(""),
        open(review, look.at(), 1).map(look::to).orElse(""));
  }

  /// The next open number behind one, or before it; from the other end when there is none left.
  static Optional<String> open(Review review, String key, int step) {
    List<Review.Item> items = review.items();
    int here = step > 0 ? -1 : items.size();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).proposal().key().equals(key)) {
        here = i;
      }
    }
    for (int i = 1; i <= items.size(); i++) {
      Review.Item item = items.get(Math.floorMod(here + i * step, items.size()));
      if (ItemState.isOpen(item) && !item.proposal().key().equals(key)) {
        return Optional.of(item.proposal().key());
      }
    }
    return Optional.empty();
  }

  private static Progress progress(Review review, Asked asked) {
    List<Review.Item> items = review.items();
    var states = items.stream().map(item -> ItemState.of(item, review)).toList();
    var counts = new ArrayList<Count>();
    for (ItemState state : ItemState.values()) {
      int count = (int) states.stream().filter(one -> one == state).count();
      counts.add(new Count(state.code(), state.mark(), state.words(asked), count));
    }
    int rejected = (int) states.stream().filter(one -> one == ItemState.REJECTED).count();
    return new Progress(
        review.progress().decided(),
        review.progress().all(),
        sure(review).size(),
        review.progress().decided() - rejected,
        counts);
  }

  /// The open proposals that nothing is uncertain about.
  static List<String> sure(Review review) {
    return review.items().stream()
        .filter(ItemState::isOpen)
        .map(Review.Item::proposal)
        .filter(Proposal::isSure)
        .map(Proposal::key)
        .toList();
  }

  /// What a page tells of something that did not succeed.
  static List<String> told(String... words) {
    return Arrays.stream(words).filter(one -> !one.isEmpty()).toList();
  }
}
