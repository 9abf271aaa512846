package yuheng.web;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.Activation;
import yuheng.facts.Addressees;
import yuheng.facts.Addressees.Addressee;
import yuheng.facts.LetterBatch;
import yuheng.facts.Role;

/// Letters with codes to the units of the register: how many went out and what became of them. No
/// page shows a code or where a letter went.
@Controller
@NeedsJournal
class ActivationsPage {
  private final Shown shown;
  private final Html html;
  private final Who who;
  private final Accounts accounts;
  private final Activation activation;
  private final ObjectProvider<Addressees> units;

  ActivationsPage(
      Shown shown,
      Html html,
      Who who,
      Accounts accounts,
      Activation activation,
      ObjectProvider<Addressees> units) {
    this.shown = shown;
    this.html = html;
    this.who = who;
    this.accounts = accounts;
    this.activation = activation;
    this.units = units;
  }

  /// What the template gets.
  ///
  /// @param standing units on the register
  /// @param without those of them that no account speaks for
  /// @param sends whether who looks can have letters sent
  /// @param told what came of what was just asked; empty for nothing
  record View(
      Frame frame,
      int standing,
      int without,
      boolean sends,
      List<AccountChoices.Option> districts,
      List<Line> batches,
      String told,
      String fault) {}

  /// A batch.
  record Line(
      Moment at,
      String by,
      boolean sent,
      int issued,
      int used,
      int waiting,
      int expired,
      int replaced) {}

  @GetMapping("/activations")
  ResponseEntity<String> show(WebRequest request) {
    return page(request, "", "", HttpStatus.OK);
  }

  /// Has letters sent to the units of a district, or to all, that no account speaks for.
  @PostMapping("/activations")
  ResponseEntity<String> send(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    Addressees known = units.getIfAvailable();
    Role role = Role.find(text(request, "role")).orElseThrow(NoSuchElementException::new);
    if (known == null) {
      throw new NoSuchElementException("no letters are sent from here");
    }
    String district = text(request, "district");
    Set<Long> spokenFor = spokenFor(role);
    List<Long> to =
        known.all().stream()
            .filter(unit -> district.isEmpty() || unit.district().equals(district))
            .map(Addressee::unit)
            .filter(unit -> !spokenFor.contains(unit))
            .toList();
    try {
      Activation.Issued issued = activation.issue(who.access().orElseThrow(), role, to);
      return page(
          request,
          asked.t(
              "已交寄 %d 封；%d 家单位没有登记联系方式，未寄。".formatted(issued.sent(), issued.unreached().size()),
              "%d letters handed over; %d units have no registered contact and got none."
                  .formatted(issued.sent(), issued.unreached().size())),
          "",
          HttpStatus.OK);
    } catch (Accounts.Refused refused) {
      return page(request, "", asked.t(refused.words()), HttpStatus.BAD_REQUEST);
    }
  }

  /// Units for which an open account of a role speaks.
  private Set<Long> spokenFor(Role role) {
    var units = new HashSet<Long>();
    accounts.all().stream()
        .filter(account -> account.is(Set.of(role)))
        .map(Account::ownUnit)
        .forEach(unit -> unit.ifPresent(units::add));
    return units;
  }

  private static String text(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private ResponseEntity<String> page(
      WebRequest request, String told, String fault, HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    Addressees known = units.getIfAvailable();
    List<Addressee> all = known == null ? List.of() : known.all();
    Set<Long> spokenFor = spokenFor(Role.CLERK);
    Set<String> present = all.stream().map(Addressee::district).collect(Collectors.toSet());
    return html.page(
        "activations",
        new View(
            Frame.of(shown, asked, asked.t("激活函", "Letters"), "/activations"),
            all.size(),
            (int) all.stream().filter(unit -> !spokenFor.contains(unit.unit())).count(),
            known != null && asked.visitor().is(Roles.ADMINISTRATORS),
            shown.figures().districts().values().stream()
                .filter(district -> present.contains(district.code()))
                .map(
                    district ->
                        new AccountChoices.Option(district.code(), asked.t(district.name()), false))
                .toList(),
            activation.batches().stream().map(ActivationsPage::line).toList(),
            told,
            fault),
        status);
  }

  private static Line line(LetterBatch batch) {
    return new Line(
        Moment.of(batch.at()),
        batch.by(),
        batch.sent(),
        batch.issued(),
        batch.used(),
        batch.waiting(),
        batch.expired(),
        batch.replaced());
  }
}
