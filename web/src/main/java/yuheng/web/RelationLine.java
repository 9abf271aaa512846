package yuheng.web;

import yuheng.draft.Review;
import yuheng.draft.Review.Status;

/// A proposed relation as the page tells it.
///
/// @param state code for style
record RelationLine(
    String id,
    String why,
    String arithmetic,
    String state,
    String words,
    String mark,
    String rejected) {
  static RelationLine of(Review.RelationItem item, Asked asked) {
    ItemState state =
        switch (item.status()) {
          case OPEN -> ItemState.OPEN;
          case ACCEPTED -> ItemState.ACCEPTED;
          case REJECTED -> ItemState.REJECTED;
        };
    return new RelationLine(
        item.relation().id(),
        asked.t(item.relation().relation().why()),
        asked.t(item.relation().arithmetic()),
        state.code(),
        state.words(asked),
        state.mark(),
        item.status() == Status.REJECTED ? item.why().orElse("") : "");
  }
}
