package yuheng.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import yuheng.facts.WrittenNumber;
import yuheng.plan.Form;
import yuheng.reports.Answer.Remark;
import yuheng.terms.Words;

/// What somebody typed into a form, read as far as it can be (在填的报表). It is what a page answers
/// with while one types; the book checks anew what is handed in.
///
/// @param cells those that could be read
/// @param faults what is wrong whatever the reason
/// @param doubts what asks for a reason
/// @param reasons given, by the id of the check
public record TypedRow(
    CellRow cells, List<Remark> faults, List<Remark> doubts, Map<String, String> reasons) {
  /// What stands before the id of an item whose figure is typed: `now.gross-output`.
  public static final String NOW = "now.";

  /// The same for the figure of the year before.
  public static final String PRIOR = "prior.";

  /// What stands before the id of a check whose failing is explained: `why.gross-output-up`.
  public static final String WHY = "why.";

  public TypedRow {
    faults = List.copyOf(faults);
    doubts = List.copyOf(doubts);
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }

  /// Whether it can be handed in as far as is known here.
  public boolean isFit() {
    return faults.isEmpty() && unexplained().isEmpty();
  }

  /// What asks for a reason and has none yet.
  public List<Remark> unexplained() {
    return doubts.stream()
        .filter(doubt -> reasons.getOrDefault(doubt.check(), "").isBlank())
        .toList();
  }

  /// Reads what was typed.
  ///
  /// @param typed by [#NOW], [#PRIOR] or [#WHY] and an id; anything else is left alone
  /// @param before the unit's last report before this one
  public static TypedRow read(Form form, Map<String, String> typed, Optional<CellRow> before) {
    CellRow.Draft draft = CellRow.of(form);
    var faults = new ArrayList<Remark>();
    Set<String> unread = new HashSet<>();
    for (int place = 0; place < form.items().size(); place++) {
      Form.Item item = form.items().get(place);
      String now = typed.getOrDefault(NOW + item.id(), "").strip();
      String prior = item.prior() ? typed.getOrDefault(PRIOR + item.id(), "").strip() : "";
      OptionalLong value = value(item, now, faults, unread);
      if (value.isPresent()) {
        draft.now(place, value.getAsLong());
      }
      OptionalLong earlier = value(item, prior, faults, unread);
      if (earlier.isPresent()) {
        draft.prior(place, earlier.getAsLong());
      }
    }
    CellRow row = draft.row();
    var checks = new RowChecks(new FormChecks(form), row, () -> before);
    checks.faults().stream()
        .filter(fault -> !fault.check().equals("required") || !unread.containsAll(fault.items()))
        .forEach(faults::add);
    Map<String, String> reasons = new TreeMap<>();
    for (Form.Check check : form.checks()) {
      String reason = typed.getOrDefault(WHY + check.id(), "").strip();
      if (!check.hard() && !reason.isEmpty()) {
        reasons.put(check.id(), reason);
      }
    }
    return new TypedRow(row, faults, checks.doubts(), reasons);
  }

  private static OptionalLong value(
      Form.Item item, String text, List<Remark> faults, Set<String> unread) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    Optional<WrittenNumber> read = WrittenNumber.read(text);
    Optional<Words> unfit =
        read.isEmpty() ? Optional.of(new Words("不是数字", "is no number")) : unfit(item, read.get());
    if (unfit.isEmpty()) {
      return OptionalLong.of(read.orElseThrow().number().longValueExact());
    }
    Words wrong = unfit.get();
    unread.add(item.id());
    faults.add(
        new Remark(
            "number",
            List.of(item.id()),
            new Words(
                "%s：“%s”%s。".formatted(item.words().zh(), text, wrong.zh()),
                "%s: «%s» %s.".formatted(item.words().en(), text, wrong.en()))));
    return OptionalLong.empty();
  }

  /// Why a number does not fit, if it does not.
  private static Optional<Words> unfit(Form.Item item, WrittenNumber read) {
    BigDecimal number = read.number().stripTrailingZeros();
    if (!read.behind().isEmpty()
        && !read.behind().equals(item.unit().symbol())
        && !read.behind().equals(item.unit().english())) {
      return Optional.of(
          new Words(
              "计量单位不是" + item.unit().symbol(),
              "is not in the item's unit, " + item.unit().english()));
    }
    if (number.scale() > 0) {
      return Optional.of(new Words("不是整数", "is no whole number"));
    }
    return number.abs().compareTo(BigDecimal.valueOf(FormSheet.LARGEST)) > 0
        ? Optional.of(new Words("太大", "is too large"))
        : Optional.empty();
  }
}
