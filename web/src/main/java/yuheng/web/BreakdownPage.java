package yuheng.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdown.Whole;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Breakdowns.Saved;
import yuheng.facts.Dimension;
import yuheng.facts.Listing;
import yuheng.facts.Role;
import yuheng.indicators.Apportionment;
import yuheng.indicators.PastedRows;
import yuheng.indicators.Proposals;
import yuheng.indicators.Proposals.Proposed;
import yuheng.plan.Target;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// One breakdown: shown to everybody, edited by analysts. Nothing is kept before it is saved, and
/// nothing that somebody typed is lost when it cannot be saved.
@Controller
class BreakdownPage {
  private static final String PATH = "/breakdowns/{target}/{dimension}/{period}";

  private static final List<Words> HEAD =
      List.of(
          new Words("代码", "code"),
          new Words("名称", "name"),
          new Words("数额", "amount"),
          new Words("单位", "unit"),
          new Words("来源", "origin"),
          new Words("文件或方法", "detail"),
          new Words("算法", "arithmetic"));

  private final Shown shown;
  private final ComingDown down;
  private final Html html;
  private final Who who;

  BreakdownPage(Shown shown, ComingDown down, Html html, Who who) {
    this.shown = shown;
    this.down = down;
    this.html = html;
    this.who = who;
  }

  /// A breakdown on its way to the page.
  ///
  /// @param unsaved it stands on the page only
  record Draft(
      Optional<Breakdown> breakdown,
      Optional<Apportionment> apportionment,
      List<Words> problems,
      boolean unsaved) {}

  @GetMapping(PATH)
  ResponseEntity<String> show(
      @PathVariable("target") String target,
      @PathVariable("dimension") String dimension,
      @PathVariable("period") String period,
      WebRequest request) {
    Breakdown.Key key = key(target, dimension, period);
    BreakdownForm form = BreakdownForm.read(request);
    Optional<BreakdownVersion> current = down.breakdowns().current(key);
    Draft draft =
        form.wanted().isNone()
            ? new Draft(
                current.map(BreakdownVersion::breakdown), Optional.empty(), List.of(), false)
            : proposed(key, form, request);
    return page(key, draft, form, act(current), HttpStatus.OK, request);
  }

  private static long act(Optional<BreakdownVersion> version) {
    return version.map(BreakdownVersion::act).orElse(0L);
  }

  private Breakdown.Key key(String target, String dimension, String period) {
    var _ = shown.find(target).orElseThrow();
    return new Breakdown.Key(
        target,
        Dimension.find(dimension).orElseThrow(),
        Period.read(period).filter(one -> one.isYear() || one.isYears()).orElseThrow());
  }

  private Target target(Breakdown.Key key) {
    return shown.find(key.target()).orElseThrow();
  }

  private Draft proposed(Breakdown.Key key, BreakdownForm form, WebRequest request) {
    Target target = target(key);
    Asked asked = Asked.read(request, shown.asked());
    if (key.dimension() == Dimension.YEARS) {
      Optional<Breakdown> line = down.proposals().yearlyTasks(target, asked.knownOn());
      return new Draft(line, Optional.empty(), line.isPresent() ? List.of() : noLine(), true);
    }
    Optional<Whole> whole = whole(key, form);
    Optional<Apportionment.Method> method = form.wanted().read(key.period().start().getYear());
    var missing = new ArrayList<Words>();
    if (whole.isEmpty()) {
      missing.add(
          new Words(
              "还没有人定下%s的任务：先分解到年度，或在“总数”里写一个数。".formatted(key.period().words().zh()),
              "Nobody has set the task of %s: break the target down to years first, or give a whole."
                  .formatted(key.period().words().en())));
    }
    if (method.isEmpty()) {
      missing.add(
          new Words(
              "没有读懂方法；按潜力时数列写成 output:60,jobs:40。",
              "The method could not be read; for potential write the series like"
                  + " output:60,jobs:40."));
    }
    PastedRows weights =
        PastedRows.read(
            form.wanted().weights(),
            down.parts().on(key.dimension(), target, key.period().start()),
            key.dimension() == Dimension.PARKS,
            target.indicator().unit());
    missing.addAll(weights.problems());
    if (!missing.isEmpty()) {
      return new Draft(
          down.breakdowns().current(key).map(BreakdownVersion::breakdown),
          Optional.empty(),
          missing,
          false);
    }
    var wish =
        new Proposals.Wish(key, whole.get(), method.get(), asked.knownOn(), weights.amounts());
    return switch (down.proposals().propose(target, wish)) {
      case Proposed.Refused(var why) ->
          new Draft(
              down.breakdowns().current(key).map(BreakdownVersion::breakdown),
              Optional.empty(),
              why,
              false);
      case Proposed.Shared(var shared) ->
          new Draft(
              Optional.of(
                  shared.proposed(
                      target.indicator().unit(),
                      key.period().start(),
                      form.series().isBlank() ? Optional.empty() : Optional.of(form.series()))),
              Optional.of(shared),
              List.of(),
              true);
    };
  }

  private static List<Words> noLine() {
    return List.of(
        new Words(
            "没有基期数，画不出直线；请逐年填写。",
            "Without a baseline there is no straight line; enter the years."));
  }

  private Optional<Whole> whole(Breakdown.Key key, BreakdownForm form) {
    return PastedRows.amount(form.wanted().whole(), target(key).indicator().unit())
        .map(amount -> new Whole(amount, new Words("给定的总数", "a whole that was given")))
        .or(() -> down.breakdowns().whole(key));
  }

  @PostMapping(PATH)
  ResponseEntity<String> save(
      @PathVariable("target") String target,
      @PathVariable("dimension") String dimension,
      @PathVariable("period") String period,
      WebRequest request) {
    Account account = who.need();
    Breakdown.Key key = key(target, dimension, period);
    BreakdownForm form = BreakdownForm.read(request);
    if ("paste".equals(request.getParameter("do"))) {
      return pasted(key, form, request);
    }
    Optional<Breakdown> before = down.breakdowns().current(key).map(BreakdownVersion::breakdown);
    Draft proposal =
        form.wanted().isNone()
            ? new Draft(Optional.empty(), Optional.empty(), List.of(), true)
            : proposed(key, form, request);
    BreakdownForm.Rows rows =
        form.rows(target(key).indicator().unit(), proposal.apportionment, before);
    Breakdown wanted = wanted(key, form, rows, proposal, before);
    if (!rows.problems().isEmpty()) {
      return again(key, wanted, proposal, rows.problems(), form, request);
    }
    return switch (down.breakdowns().save(account.name(), wanted, form.seen())) {
      case Saved.Kept _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create(Asked.read(request, shown.asked()).href(ComingDown.path(key))))
              .build();
      case Saved.Refused(var why) -> again(key, wanted, proposal, why, form, request);
      case Saved.Overtaken(var conflict) ->
          new BreakdownConflictPage(shown, down, html).page(conflict, form, request);
    };
  }

  /// The breakdown that a form describes; a proposal that was changed by hand says so.
  private Breakdown wanted(
      Breakdown.Key key,
      BreakdownForm form,
      BreakdownForm.Rows rows,
      Draft proposal,
      Optional<Breakdown> before) {
    Words method =
        proposal
            .apportionment
            .map(Apportionment::how)
            .or(() -> proposal.breakdown.map(one -> one.origin().detail()))
            .or(
                () ->
                    before
                        .filter(one -> one.origin() instanceof Breakdown.Origin.Proposal)
                        .map(one -> one.origin().detail()))
            .orElse(new Words("逐项填写", "entered one by one"));
    return form.breakdown(
        key,
        target(key).indicator().unit(),
        rows.rows(),
        whole(key, form),
        said(form.source(), method));
  }

  /// What was typed, in both languages when it is what we proposed ourselves.
  private static Words said(String typed, Words ours) {
    boolean same = typed.isBlank() || typed.equals(ours.zh()) || typed.equals(ours.en());
    return same ? ours : Words.same(typed);
  }

  private ResponseEntity<String> again(
      Breakdown.Key key,
      Breakdown wanted,
      Draft proposal,
      List<Words> why,
      BreakdownForm form,
      WebRequest request) {
    var draft = new Draft(Optional.of(wanted), proposal.apportionment, why, true);
    return page(key, draft, form, form.seen(), HttpStatus.UNPROCESSABLE_CONTENT, request);
  }

  private ResponseEntity<String> pasted(Breakdown.Key key, BreakdownForm form, WebRequest request) {
    Target target = target(key);
    PastedRows read =
        PastedRows.read(
            form.pasted(),
            down.parts().on(key.dimension(), target, key.period().start()),
            key.dimension() == Dimension.PARKS,
            target.indicator().unit());
    var rows = new LinkedHashMap<String, Breakdown.Row>();
    read.amounts()
        .forEach((part, amount) -> rows.put(part, new Breakdown.Row(amount, Optional.empty())));
    Breakdown breakdown =
        form.breakdown(
            key, target.indicator().unit(), rows, whole(key, form), new Words("粘贴", "pasted"));
    var draft = new Draft(Optional.of(breakdown), Optional.empty(), read.problems(), true);
    return page(
        key,
        draft,
        form,
        form.seen(),
        read.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        request);
  }

  private ResponseEntity<String> page(
      Breakdown.Key key,
      Draft draft,
      BreakdownForm form,
      long seen,
      HttpStatus status,
      WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    boolean edits =
        down.breakdowns().canSave()
            && who.account().filter(account -> account.may(Role.ANALYST)).isPresent();
    var view = new BreakdownView(shown, down, asked, key, draft, form, seen);
    return html.page(
        "breakdown",
        view.view(edits, Objects.requireNonNullElse(request.getParameter("version"), "")),
        status);
  }

  /// The breakdown that is kept, for a spreadsheet.
  @GetMapping(PATH + Exports.UNDER)
  ResponseEntity<byte[]> taken(
      @PathVariable("target") String target,
      @PathVariable("dimension") String dimension,
      @PathVariable("period") String period,
      @PathVariable("form") String form,
      WebRequest request) {
    Breakdown.Key key = key(target, dimension, period);
    Asked asked = Asked.read(request, shown.asked());
    Breakdown breakdown =
        down.breakdowns().current(key).map(BreakdownVersion::breakdown).orElseThrow();
    var rows = new ArrayList<List<String>>();
    breakdown
        .rows()
        .forEach(
            (part, row) ->
                rows.add(
                    List.of(
                        part,
                        asked.t(down.parts().name(key.dimension(), part)),
                        row.amount().toPlainString(),
                        breakdown.unit().symbol(),
                        asked.t(breakdown.origin().words()),
                        asked.t(breakdown.origin().detail()),
                        row.how().map(asked::t).orElse(""))));
    return Exports.of(
        form,
        new Listing(
            asked.t("分解", "breakdown"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-%s-%s".formatted(target, dimension, period));
  }
}
