package yuheng.web;

import java.util.Optional;
import yuheng.draft.Proposal;
import yuheng.draft.Review;
import yuheng.draft.Review.Status;

/// How a number of the text stands in a review; each has its word, its sign and its colour.
enum ItemState {
  OPEN("open", "○", "未裁定", "open"),
  ACCEPTED("accepted", "✓", "已采纳", "accepted"),
  CHANGED("changed", "✎", "改后采纳", "accepted with changes"),
  ADDED("added", "＋", "人工补充", "added by a person"),
  REJECTED("rejected", "✕", "不采纳", "rejected");

  private final String code;
  private final String mark;
  private final String zh;
  private final String en;

  ItemState(String code, String mark, String zh, String en) {
    this.code = code;
    this.mark = mark;
    this.zh = zh;
    this.en = en;
  }

  static ItemState of(Review.Item item, Review review) {
    return switch (item.status()) {
      case OPEN -> OPEN;
      case REJECTED -> REJECTED;
      case ACCEPTED -> item.added() ? ADDED : changed(item.proposal(), review) ? CHANGED : ACCEPTED;
    };
  }

  private static boolean changed(Proposal now, Review review) {
    Optional<Proposal> drawn = review.draft().find(now.key());
    return drawn.isPresent() && !same(drawn.get(), now);
  }

  private static boolean same(Proposal drawn, Proposal now) {
    return drawn.id().equals(now.id())
        && drawn.indicator().equals(now.indicator())
        && drawn.value().equals(now.value())
        && drawn.sense() == now.sense()
        && drawn.period().equals(now.period())
        && drawn
            .definition()
            .map(one -> one.definition().indicator().id())
            .equals(now.definition().map(one -> one.definition().indicator().id()));
  }

  static boolean isOpen(Review.Item item) {
    return item.status() == Status.OPEN;
  }

  String code() {
    return code;
  }

  String mark() {
    return mark;
  }

  String words(Asked asked) {
    return asked.t(zh, en);
  }
}
