package yuheng.web;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

/// Takes the decisions that are sent from the page of a review.
@Controller
@NeedsDrafts
final class DecisionPage {
  private final Shown shown;
  private final Drafts drafts;
  private final ReviewPage page;
  private final Who who;
  private final Clock clock;

  DecisionPage(Shown shown, Drafts drafts, ReviewPage page, Who who, Clock clock) {
    this.shown = shown;
    this.drafts = drafts;
    this.page = page;
    this.who = who;
    this.clock = clock;
  }

  @PostMapping("/drafts/{id}/decisions")
  ResponseEntity<String> decide(@PathVariable("id") String id, WebRequest request) {
    String key = Look.said(request, "key");
    Look read = Look.read(request, shown, id);
    Look look = key.isEmpty() ? read : read.at(key);
    ReviewFolder folder = drafts.find(id).review().orElseThrow();
    try {
      List<Decision> decisions = new DecisionForm(request, folder.review()).decisions();
      List<String> told = make(decisions, request, look, folder);
      return told.isEmpty()
          ? seeOther(next(look, request, folder.review()))
          : page.page(look, told, typed(request), HttpStatus.CONFLICT);
    } catch (DecisionForm.NotOne notOne) {
      return page.page(
          look,
          List.of(look.asked().t(notOne.words())),
          typed(request),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /// Makes the decisions; of several about one thing, each has seen the one before.
  ///
  /// @return what is to be told of those that do not count
  private List<String> make(
      List<Decision> decisions, WebRequest request, Look look, ReviewFolder folder) {
    Asked asked = look.asked();
    String by = who.need().name();
    int on = version(request, folder.review());
    var seen = new HashMap<String, Integer>();
    var late = new HashSet<String>();
    var told = new ArrayList<String>();
    for (Decision decision : decisions) {
      if (late.contains(decision.about())) {
        continue;
      }
      int from = seen.getOrDefault(decision.about(), on);
      switch (folder.decide(new Made(from, by, clock.instant(), decision))) {
        case Outcome.Recorded(var review) -> seen.put(decision.about(), review.version());
        case Outcome.Stale(var review, var since, var words) -> {
          late.add(decision.about());
          told.add(asked.t(words));
          told.add(since(HistoryLine.of(since, review, look), asked));
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
    String on = Look.said(request, "on");
    return on.matches("\\d{1,9}") ? Integer.parseInt(on) : review.version();
  }

  private static Look next(Look look, WebRequest request, Review review) {
    return switch (Look.said(request, "do")) {
      case "undo", "head", "accept-relation", "reject-relation", "accept-sure" -> look;
      case "add" -> {
        String start = Look.said(request, "add").split("-", 2)[0];
        yield review.items().stream()
            .map(item -> item.proposal().key())
            .filter(key -> key.startsWith(start + "-"))
            .findFirst()
            .map(look::at)
            .orElse(look.at(""));
      }
      default -> look.at(ReviewPage.open(review, look.at(), 1).orElse(""));
    };
  }

  private static ResponseEntity<String> seeOther(Look look) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(look.to(look.at())))
        .build();
  }

  private static Map<String, String> typed(WebRequest request) {
    var typed = new LinkedHashMap<String, String>();
    for (String name : DecisionForm.TYPED) {
      @Nullable String text = request.getParameter(name);
      if (text != null) {
        typed.put(name, Look.said(request, name));
      }
    }
    return typed;
  }
}
