package yuheng.web;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.draft.Decision;
import yuheng.draft.Decision.Made;
import yuheng.draft.Review;
import yuheng.draft.Review.Outcome;
import yuheng.draft.ReviewFolder;
import yuheng.terms.Words;

/// Takes the decisions that are sent from the page of a review.
@Controller
final class DecisionPage {
  private final Shown shown;
  private final Drafts drafts;
  private final ReviewPage page;
  private final Clock clock = Clock.systemUTC();

  DecisionPage(Shown shown, Drafts drafts, ReviewPage page) {
    this.shown = shown;
    this.drafts = drafts;
    this.page = page;
  }

  @PostMapping("/drafts/{id}/decisions")
  ResponseEntity<String> decide(@PathVariable("id") String id, WebRequest request) {
    String key = Visit.said(request, "key");
    Visit read = Visit.read(request, shown, id);
    Visit visit = key.isEmpty() ? read : read.at(key);
    ReviewFolder folder = drafts.find(id).review().orElseThrow();
    try {
      if (visit.by().isEmpty()) {
        throw new DecisionForm.NotOne(
            new Words("先写下你的姓名：裁定要记下是谁作的。", "Say who you are first: a decision keeps its maker."));
      }
      List<Decision> decisions = new DecisionForm(request, folder.review()).decisions();
      List<String> told = make(decisions, request, visit, folder);
      return told.isEmpty()
          ? seeOther(next(visit, request, folder.review()))
          : page.page(visit, told, typed(request), HttpStatus.CONFLICT);
    } catch (DecisionForm.NotOne notOne) {
      return page.page(
          visit,
          List.of(visit.asked().t(notOne.words())),
          typed(request),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /// Makes the decisions.
  ///
  /// @return what is to be told of those that do not count
  private List<String> make(
      List<Decision> decisions, WebRequest request, Visit visit, ReviewFolder folder) {
    Asked asked = visit.asked();
    int on = version(request, folder.review());
    var told = new ArrayList<String>();
    for (Decision decision : decisions) {
      switch (folder.decide(new Made(on, visit.by(), clock.instant(), decision))) {
        case Outcome.Recorded _ -> {}
        case Outcome.Stale(var review, var since, var words) -> {
          told.add(asked.t(words));
          told.add(since(HistoryLine.of(since, review, visit), asked));
        }
        case Outcome.Refused(var words) -> told.add(asked.t(words));
      }
    }
    return told;
  }

  private static String since(HistoryLine line, Asked asked) {
    return asked.t(
        "%s 在 %s 已作裁定：%s。看过以后还要改，再作一次就生效。".formatted(line.by(), line.when(), line.what()),
        "%s decided this meanwhile (%s): %s. Look at it; if you still differ, decide again."
            .formatted(line.by(), line.when(), line.what()));
  }

  /// The version that the person saw; the present one where the form does not say.
  private static int version(WebRequest request, Review review) {
    String on = Visit.said(request, "on");
    return on.matches("\\d{1,9}") ? Integer.parseInt(on) : review.version();
  }

  private static Visit next(Visit visit, WebRequest request, Review review) {
    return switch (Visit.said(request, "do")) {
      case "undo", "head", "accept-relation", "reject-relation", "accept-sure" -> visit;
      case "add" -> {
        String start = Visit.said(request, "add").split("-", 2)[0];
        yield review.items().stream()
            .map(item -> item.proposal().key())
            .filter(key -> key.startsWith(start + "-"))
            .findFirst()
            .map(visit::at)
            .orElse(visit.at(""));
      }
      default -> visit.at(ReviewPage.open(review, visit.at(), 1).orElse(""));
    };
  }

  private static ResponseEntity<String> seeOther(Visit visit) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(visit.to(visit.at())))
        .build();
  }

  private static Map<String, String> typed(WebRequest request) {
    var typed = new LinkedHashMap<String, String>();
    for (String name : DecisionForm.TYPED) {
      @Nullable String text = request.getParameter(name);
      if (text != null) {
        typed.put(name, Visit.said(request, name));
      }
    }
    return typed;
  }
}
