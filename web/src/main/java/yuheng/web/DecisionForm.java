package yuheng.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.context.request.WebRequest;
import yuheng.draft.Decision;
import yuheng.draft.Decision.Made;
import yuheng.draft.Fields;
import yuheng.draft.Head;
import yuheng.draft.Proposal;
import yuheng.draft.Review;
import yuheng.draft.Review.Outcome;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads what a person decided from a form that was sent.
final class DecisionForm {
  /// The parts of a form that are shown again when it has to be corrected.
  static final List<String> TYPED =
      List.of(
          "number",
          "unit",
          "sense",
          "period",
          "name",
          "english",
          "target",
          "time",
          "better",
          "why",
          "definition",
          "title",
          "issuer",
          "issued",
          "span",
          "horizon",
          "plan");

  private final WebRequest request;
  private final Review review;

  DecisionForm(WebRequest request, Review review) {
    this.request = request;
    this.review = review;
  }

  /// The decisions, in their order.
  ///
  /// @throws NotOne if the form does not say one
  List<Decision> decisions() {
    String key = said("key");
    return switch (said("do")) {
      case "accept" -> bound(key, false);
      case "reject" -> List.of(new Decision.Reject(key, reason()));
      case "bind" -> bound(key, true);
      case "add" -> List.of(add());
      case "undo" -> List.of(new Decision.Undo(number("number-of")));
      case "accept-sure" ->
          ReviewPage.sure(review).stream().<Decision>map(Decision.Accept::new).toList();
      case "accept-relation" -> List.of(new Decision.AcceptRelation(said("relation")));
      case "reject-relation" -> List.of(new Decision.RejectRelation(said("relation"), reason()));
      case "head" -> List.of(head(review.head()));
      default -> throw new NotOne(new Words("表单没有说明要做什么。", "The form does not say what to do."));
    };
  }

  /// Accepts a number with all that the form says of it, and binds it to the definition chosen
  /// there.
  ///
  /// @param again binds it though it is bound to that definition already
  private List<Decision> bound(String key, boolean again) {
    Optional<Review.Item> item = review.item(key);
    Optional<Decision> change =
        item.filter(_ -> given("number"))
            .map(one -> changed(one.proposal()))
            .filter(fields -> !fields.equals(Fields.nothing()))
            .map(fields -> new Decision.Change(key, fields));
    String before =
        item.flatMap(one -> one.proposal().definition()).map(ProposalForm::code).orElse("");
    Optional<Decision> bind = bind(key).filter(_ -> again || !before.equals(said("definition")));
    if (again && bind.isEmpty()) {
      throw new NotOne(
          new Words("先选一个已有指标，再绑定。", "Choose an existing indicator first, then bind."));
    }
    List<Decision> all = Stream.of(change, bind).flatMap(Optional::stream).toList();
    together(all);
    return all.isEmpty() ? List.of(new Decision.Accept(key)) : all;
  }

  private Optional<Decision> bind(String key) {
    String[] definition = said("definition").split("/", 2);
    return definition.length == 2
        ? Optional.of(new Decision.Bind(key, definition[0], definition[1]))
        : Optional.empty();
  }

  /// Several decisions about one number are made together or not at all: what refuses any of them
  /// is told beforehand.
  private void together(List<Decision> decisions) {
    Review now = review;
    for (Decision decision : decisions) {
      now =
          switch (now.decide(new Made(now.version(), "", Instant.EPOCH, decision))) {
            case Outcome.Recorded(var after) -> after;
            case Outcome.Stale _ -> throw new IllegalStateException("nobody decides meanwhile");
            case Outcome.Refused(var words) -> throw new NotOne(words);
          };
    }
  }

  /// What the form says otherwise than the proposal.
  private Fields changed(Proposal now) {
    Fields said = fields(now.value().unit());
    Proposal.Measure measure = now.indicator();
    return new Fields(
        said.id().filter(id -> !id.equals(now.id())),
        said.name().filter(name -> !name.equals(measure.name().zh())),
        said.english().filter(name -> !name.equals(measure.name().en())),
        said.value().filter(value -> !value.equals(now.value())),
        said.sense().filter(sense -> sense != now.sense()),
        said.period().filter(period -> !period.equals(now.period())),
        said.time().filter(time -> time != measure.time()),
        said.lowerIsBetter().filter(lower -> lower != measure.lowerIsBetter()));
  }

  private Decision add() {
    Stretch at =
        Stretch.read(said("add"))
            .orElseThrow(
                () -> new NotOne(new Words("没有说明补充的是哪一段。", "It does not say which words to add.")));
    Unit unit =
        review.draft().ask(at.start(), at.end()).map(one -> one.value().unit()).orElse(Unit.ONE);
    return new Decision.Add(at.start(), at.end(), fields(unit));
  }

  private Decision head(Head now) {
    Optional<LocalDate> issued =
        read("issued", LocalDate::parse, "发布日期", "day of issue", "2012-08-18");
    Optional<Period> span = text("span").map(text -> period(text, "规划期", "span", "2011..2015"));
    Optional<Integer> horizon = read("horizon", Integer::valueOf, "目标年", "horizon", "2015");
    return new Decision.ChangeHead(
        text("plan").filter(id -> !id.equals(now.id())),
        text("title").filter(title -> !title.equals(now.title())),
        text("issuer").filter(issuer -> !issuer.equals(now.issuer().orElse(""))),
        issued.filter(day -> !Optional.of(day).equals(now.issued())),
        span.filter(one -> !one.equals(now.span())),
        horizon.filter(year -> year != now.horizon()));
  }

  private Fields fields(Unit before) {
    return new Fields(
        text("target"),
        text("name"),
        text("english"),
        value(before),
        text("sense").flatMap(DecisionForm::sense),
        text("period").map(text -> period(text, "期限", "period", "2015")),
        text("time").flatMap(DecisionForm::time),
        text("better").map(better -> better.equals("less")));
  }

  private Optional<Quantity> value(Unit before) {
    String unit = said("unit");
    return this.<BigDecimal>read(
            "number",
            text -> new BigDecimal(text.replaceAll("[\\s,，\u2009]", "").replace('−', '-')),
            "数值",
            "number",
            "15000")
        .map(
            amount ->
                new Quantity(
                    amount,
                    unit.equals(before.symbol()) ? before : unit(unit).at(before.prices())));
  }

  private static Unit unit(String text) {
    return Unit.read(text)
        .orElseThrow(
            () ->
                new NotOne(
                    new Words(
                        "不认识单位“%s”，请写成 亿元、万吨、%%、个百分点、万元/人·年 这样的单位。".formatted(text),
                        "«%s» is not a unit; write one like 亿元, 万吨, %%, 个百分点, 万元/人·年."
                            .formatted(text))));
  }

  private static Period period(String text, String zh, String en, String like) {
    return Period.read(text).orElseThrow(() -> NotOne.of(zh, en, text, like));
  }

  private static Optional<Sense> sense(String code) {
    return Arrays.stream(Sense.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  private static Optional<TimeShape> time(String name) {
    return Arrays.stream(TimeShape.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  private <T> Optional<T> read(
      String name, Function<String, T> reader, String zh, String en, String like) {
    return text(name)
        .map(
            text -> {
              try {
                return reader.apply(text);
              } catch (NumberFormatException | DateTimeParseException notOne) {
                throw NotOne.of(zh, en, text, like);
              }
            });
  }

  private int number(String name) {
    return this.<Integer>read(name, Integer::valueOf, "编号", "number", "7").orElse(0);
  }

  private String reason() {
    String why = said("why");
    if (why.isEmpty()) {
      throw new NotOne(
          new Words(
              "不采纳要写明理由，例如：这是完成情况，不是目标。",
              "A rejection needs its reason, such as: a past result, not a target."));
    }
    return why;
  }

  private Optional<String> text(String name) {
    return Optional.of(said(name)).filter(text -> !text.isEmpty());
  }

  private boolean given(String name) {
    return Objects.nonNull(request.getParameter(name));
  }

  private String said(String name) {
    return Look.said(request, name);
  }

  /// The form does not say a decision.
  static final class NotOne extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Words words;

    NotOne(Words words) {
      super(words.en());
      this.words = words;
    }

    static NotOne of(String zh, String en, String text, String like) {
      return new NotOne(
          new Words(
              "%s“%s”读不出来，请写成 %s。".formatted(zh, text, like),
              "«%s» is not a %s; write it like %s.".formatted(text, en, like)));
    }

    Words words() {
      return words;
    }
  }
}
