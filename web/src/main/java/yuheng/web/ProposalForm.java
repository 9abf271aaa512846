package yuheng.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.draft.Doubt;
import yuheng.draft.Known;
import yuheng.draft.Proposal;
import yuheng.draft.Proposal.Likeness;
import yuheng.draft.Review;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.prose.Mention;

/// A proposal as a form that a person decides with.
///
/// @param add the stretch that it would be added at; empty for one that is there
/// @param key empty for one to be added
/// @param rejected the reason it was rejected for
/// @param because what the grammar went by
/// @param near existing indicators it could be, best first
/// @param all every existing indicator
record ProposalForm(
    String add,
    String key,
    String quote,
    String article,
    ItemState state,
    String stateWords,
    String rejected,
    String number,
    String unit,
    List<Choice> senses,
    String period,
    String periodWords,
    String name,
    String english,
    String target,
    List<Choice> times,
    List<Choice> better,
    String bound,
    List<Near> near,
    List<Choice> all,
    List<DoubtLine> doubts,
    String role,
    List<Because> because,
    List<HistoryLine> history) {

  /// One of several values.
  record Choice(String code, String name, boolean chosen) {}

  /// An existing indicator.
  ///
  /// @param code `plan/indicator`
  /// @param score in percent
  record Near(
      String code,
      String name,
      String unit,
      int score,
      String why,
      boolean bound,
      boolean chosen) {}

  /// Something to look at.
  record DoubtLine(String about, String words) {}

  /// A rule of the grammar and the words it was applied to.
  record Because(String rule, String words) {}

  static ProposalForm of(Review.Item item, Review review, Look look, Map<String, String> typed) {
    Proposal proposal = item.proposal();
    ItemState state = ItemState.of(item, review);
    List<HistoryLine> history =
        review.history().stream()
            .filter(taken -> taken.made().decision().about().equals(proposal.key()))
            .map(taken -> HistoryLine.of(taken, review, look))
            .toList()
            .reversed();
    return form("", state, item.why().orElse(""), proposal, history, review, look, typed);
  }

  /// The form of a number that is to be added.
  static ProposalForm adding(Stretch at, Review review, Look look, Map<String, String> typed) {
    int[] text = review.draft().text().text().codePoints().toArray();
    int end = Math.min(at.end(), text.length);
    int start = Math.min(at.start(), end);
    Optional<Proposal> asked = start < end ? review.draft().ask(start, end) : Optional.empty();
    String add = start + "-" + end;
    if (asked.isPresent()) {
      return form(add, ItemState.OPEN, "", asked.get(), List.of(), review, look, typed);
    }
    Asked a = look.asked();
    return new ProposalForm(
        add,
        "",
        new String(text, start, end - start),
        "",
        ItemState.OPEN,
        a.t("语法在这里没有找到数量，请自己填写", "the grammar finds no quantity here; say it yourself"),
        "",
        typed.getOrDefault("number", ""),
        typed.getOrDefault("unit", ""),
        senses(typed.getOrDefault("sense", Sense.AT_LEAST.code()), a),
        typed.getOrDefault("period", Integer.toString(review.head().horizon())),
        "",
        typed.getOrDefault("name", ""),
        typed.getOrDefault("english", ""),
        typed.getOrDefault("target", ""),
        times(typed.getOrDefault("time", TimeShape.FLOW.name()), a),
        better(typed.getOrDefault("better", "more"), a),
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of());
  }

  private static ProposalForm form(
      String add,
      ItemState state,
      String rejected,
      Proposal proposal,
      List<HistoryLine> history,
      Review review,
      Look look,
      Map<String, String> typed) {
    Asked asked = look.asked();
    Proposal.Measure measure = proposal.indicator();
    String bound = proposal.definition().map(ProposalForm::code).orElse("");
    String chosen = typed.getOrDefault("definition", bound);
    List<Near> near = near(proposal, bound, chosen, asked);
    String elsewhere = near.stream().anyMatch(Near::chosen) ? "" : chosen;
    String lower = measure.lowerIsBetter() ? "less" : "more";
    return new ProposalForm(
        add,
        add.isEmpty() ? proposal.key() : "",
        proposal.text().quote(),
        proposal.article(),
        state,
        state.words(asked),
        typed.getOrDefault("why", rejected),
        typed.getOrDefault("number", proposal.value().digits()),
        typed.getOrDefault("unit", proposal.value().unit().symbol()),
        senses(typed.getOrDefault("sense", proposal.sense().code()), asked),
        typed.getOrDefault("period", proposal.period().toString()),
        asked.t(proposal.period().words()),
        typed.getOrDefault("name", measure.name().zh()),
        typed.getOrDefault("english", measure.name().en()),
        typed.getOrDefault("target", proposal.id()),
        times(typed.getOrDefault("time", measure.time().name()), asked),
        better(typed.getOrDefault("better", lower), asked),
        bound,
        near,
        add.isEmpty() ? all(review.draft().known(), elsewhere, asked) : List.of(),
        doubts(proposal.doubts(), asked),
        proposal.mention().map(one -> ReviewWords.of(one.role(), asked)).orElse(""),
        proposal.mention().map(one -> because(one, review)).orElse(List.of()),
        history);
  }

  private static List<Choice> senses(String chosen, Asked asked) {
    return Arrays.stream(Sense.values())
        .map(
            sense ->
                new Choice(
                    sense.code(),
                    Signs.of(sense) + "\u2002" + asked.t(sense.words()),
                    sense.code().equals(chosen)))
        .toList();
  }

  private static List<Choice> times(String chosen, Asked asked) {
    return Arrays.stream(TimeShape.values())
        .map(
            time ->
                new Choice(time.name(), ReviewWords.of(time, asked), time.name().equals(chosen)))
        .toList();
  }

  private static List<Choice> better(String chosen, Asked asked) {
    return List.of(
        new Choice("more", ReviewWords.better(false, asked), chosen.equals("more")),
        new Choice("less", ReviewWords.better(true, asked), chosen.equals("less")));
  }

  private static List<Near> near(Proposal proposal, String bound, String chosen, Asked asked) {
    var all = new ArrayList<Likeness>();
    proposal.definition().ifPresent(all::add);
    proposal.near().stream().filter(likeness -> !code(likeness).equals(bound)).forEach(all::add);
    return all.stream()
        .map(
            likeness ->
                new Near(
                    code(likeness),
                    asked.t(likeness.definition().indicator().name()),
                    likeness.definition().indicator().unit().symbol(),
                    (int) Math.round(likeness.score() * 100),
                    asked.t(likeness.why()),
                    code(likeness).equals(bound),
                    code(likeness).equals(chosen)))
        .toList();
  }

  private static List<Choice> all(Known known, String chosen, Asked asked) {
    return known.definitions().stream()
        .map(
            each ->
                new Choice(code(each), asked.t(each.indicator().name()), code(each).equals(chosen)))
        .toList();
  }

  static String code(Likeness likeness) {
    return code(likeness.definition());
  }

  private static String code(Known.Definition definition) {
    return definition.plan() + "/" + definition.indicator().id();
  }

  static List<DoubtLine> doubts(List<Doubt> doubts, Asked asked) {
    return doubts.stream()
        .map(doubt -> new DoubtLine(asked.t(doubt.about().words()), asked.t(doubt.words())))
        .toList();
  }

  private static List<Because> because(Mention mention, Review review) {
    int[] text = review.draft().text().text().codePoints().toArray();
    return mention.because().stream()
        .map(
            ground ->
                new Because(
                    ground.rule(),
                    ground.start() < ground.end() && ground.end() <= text.length
                        ? new String(text, ground.start(), ground.end() - ground.start())
                        : ""))
        .toList();
  }
}
