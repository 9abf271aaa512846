package yuheng.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yuheng.draft.Decision;
import yuheng.draft.Fields;
import yuheng.draft.Review;
import yuheng.draft.Review.Standing;
import yuheng.draft.Review.Taken;

/// A decision as the pages tell it.
///
/// @param what was decided, and about which words
/// @param standing empty while it counts
/// @param key of the proposal it is about; empty where it is about none
/// @param undoable it counts and can be undone
record HistoryLine(
    int number,
    String by,
    String when,
    String what,
    String standing,
    String key,
    String href,
    boolean undoable) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  static HistoryLine of(Taken taken, Review review, Look look) {
    Asked asked = look.asked();
    Decision decision = taken.made().decision();
    String key = review.item(decision.about()).isPresent() ? decision.about() : "";
    return new HistoryLine(
        taken.number(),
        taken.made().by(),
        WHEN.format(taken.made().at()),
        what(decision, review, asked),
        standing(taken.standing(), asked),
        key,
        key.isEmpty() ? "" : look.to(key),
        taken.standing() == Standing.IN_FORCE);
  }

  /// Who decided and when.
  static String who(Decision.Made made) {
    return made.by() + " · " + WHEN.format(made.at());
  }

  private static String standing(Standing standing, Asked asked) {
    return switch (standing) {
      case IN_FORCE -> "";
      case REPLACED -> asked.t("已被后来的裁定替代", "replaced by a later one");
      case UNDONE -> asked.t("已撤销", "undone");
      case STALE -> asked.t("迟到，未生效", "came too late, does not count");
      case WITHOUT_OBJECT -> asked.t("没有对象，未生效", "about nothing here, does not count");
    };
  }

  private static String what(Decision decision, Review review, Asked asked) {
    return switch (decision) {
      case Decision.Accept(var key) -> asked.t("采纳 ", "accepted ") + quote(key, review);
      case Decision.Change(var key, var fields) ->
          asked.t("改后采纳 ", "changed ") + quote(key, review) + said(fields, asked);
      case Decision.Reject(var key, var why) ->
          asked.t("不采纳 ", "rejected ") + quote(key, review) + because(why, asked);
      case Decision.Bind(var key, var plan, var indicator) ->
          asked.t("绑定 ", "bound ") + quote(key, review) + " → " + plan + "/" + indicator;
      case Decision.Add add ->
          asked.t("补充 ", "added ")
              + (review.item(add.about()).isPresent()
                  ? quote(add.about(), review)
                  : words(review, add.start(), add.end()))
              + said(add.fields(), asked);
      case Decision.AcceptRelation(var id) -> asked.t("采纳关系 ", "accepted relation ") + id;
      case Decision.RejectRelation(var id, var why) ->
          asked.t("不采纳关系 ", "rejected relation ") + id + because(why, asked);
      case Decision.ChangeHead head ->
          asked.t("更正文件信息", "corrected the document's head") + said(head, asked);
      case Decision.Undo(var number) ->
          asked.t("撤销第 %d 号裁定".formatted(number), "undid decision %d".formatted(number));
    };
  }

  private static String because(String why, Asked asked) {
    return asked.t("：", ": ") + why;
  }

  private static String quote(String key, Review review) {
    return "「%s」"
        .formatted(review.item(key).map(item -> item.proposal().text().quote()).orElse(key));
  }

  private static String words(Review review, int start, int end) {
    int[] text = review.draft().text().text().codePoints().toArray();
    return end <= text.length && start < end
        ? "「%s」".formatted(new String(text, start, end - start))
        : start + "-" + end;
  }

  private static String said(Fields fields, Asked asked) {
    var said = new ArrayList<String>();
    fields.value().ifPresent(value -> said.add(value.show(asked.language())));
    fields.sense().ifPresent(sense -> said.add(asked.t(sense.words())));
    fields.period().ifPresent(period -> said.add(asked.t(period.words())));
    fields.name().ifPresent(said::add);
    fields.english().ifPresent(said::add);
    fields.id().ifPresent(said::add);
    fields.time().ifPresent(time -> said.add(ReviewWords.of(time, asked)));
    fields.lowerIsBetter().ifPresent(lower -> said.add(ReviewWords.better(lower, asked)));
    return listed(said, asked);
  }

  private static String said(Decision.ChangeHead head, Asked asked) {
    var said = new ArrayList<String>();
    head.title().ifPresent(said::add);
    head.issuer().ifPresent(said::add);
    head.issued().ifPresent(day -> said.add(day.toString()));
    head.span().ifPresent(span -> said.add(asked.t(span.words())));
    head.horizon().ifPresent(year -> said.add(year.toString()));
    head.id().ifPresent(said::add);
    return listed(said, asked);
  }

  private static String listed(List<String> said, Asked asked) {
    return Optional.of(said)
        .filter(list -> !list.isEmpty())
        .map(list -> asked.t("：", ": ") + String.join(asked.t("、", ", "), list))
        .orElse("");
  }
}
