package yuheng.web;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import yuheng.facts.Access;
import yuheng.facts.Activation;
import yuheng.facts.Letters;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.plan.Form;
import yuheng.reports.Answer;
import yuheng.reports.CellRow;
import yuheng.reports.RegisterChange;
import yuheng.reports.Registered;
import yuheng.reports.ReportBook;
import yuheng.reports.ReportKey;
import yuheng.reports.Submission;
import yuheng.terms.Period;

/// A house where firms of Chongqing's plan report: unit 1 has a clerk who signs in, the others are
/// spoken for by accounts that a test uses directly.
record Firms(House house, Map<Long, Access> clerks) implements AutoCloseable {
  private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /// So many firms of class 3912 in Shapingba.
  static Firms open(Path folder, int count) {
    House house =
        House.open(folder, "plans/chongqing-2012")
            .with("line", Role.LINE_OFFICE, new Scope.All())
            .with("audit", Role.AUDITOR, new Scope.All())
            .with(Role.DISTRICT);
    var adds = new ArrayList<RegisterChange>();
    for (int i = 1; i <= count; i++) {
      var said = new HashMap<String, String>();
      said.put("name", "虚构企业" + i);
      said.put("contact", "stat@firm" + i + ".example");
      said.put("district", "500106");
      said.put("industry", "3912");
      said.put("ownership", "110");
      said.put("size", "large");
      said.put("above-scale", "yes");
      adds.add(new RegisterChange.Add("enterprise", code(i), said, LocalDate.of(2011, 1, 1)));
    }
    Access line = house.accounts().access("line").orElseThrow();
    if (book(house).register(line, adds) instanceof Registered.Refused(var wrong)) {
      throw new AssertionError(wrong.toString());
    }
    house.with(Role.CLERK);
    var firms = new Firms(house, new HashMap<>());
    firms.clerks.put(1L, house.accounts().access("clerk").orElseThrow());
    firms.openOthers(count);
    return firms;
  }

  private void openOthers(int count) {
    var letters = new ArrayList<Letters.Letter>();
    var activation =
        new Activation(house.journal(), book().contacts(), letters::addAll, house.clock());
    var units = new ArrayList<Long>();
    for (long unit = 2; unit <= count; unit++) {
      units.add(unit);
    }
    if (units.isEmpty()) {
      return;
    }
    activation.issue(house.accounts().access("root").orElseThrow(), Role.CLERK, units);
    for (Letters.Letter letter : letters) {
      String name = "clerk-" + letter.unit();
      activation.activate(letter.code(), name, name, "no password");
      clerks.put(letter.unit(), house.accounts().access(name).orElseThrow());
    }
  }

  private static ReportBook book(House house) {
    return house.book().orElseThrow();
  }

  ReportBook book() {
    return book(house);
  }

  /// An organization code with its check character (GB 11714).
  static String code(int number) {
    String eight = "%08d".formatted(number + 20_000_000);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (eight.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return eight + (check == 10 ? "X" : check == 11 ? "0" : "" + check);
  }

  /// A firm hands in its output, all of it sold.
  Answer.Receipt report(long unit, String period, long gross, long prior) {
    Form form = house.served().part(Shown.class).plan().forms().get("output");
    if (form == null) {
      throw new AssertionError("no form");
    }
    CellRow row = CellRow.of(form).now(0, gross).now(1, gross).now(3, gross).prior(0, prior).row();
    var reasons = new HashMap<String, String>();
    form.checks().forEach(check -> reasons.put(check.id(), "属实"));
    Answer answer =
        book()
            .submit(
                Optional.ofNullable(clerks.get(unit)).orElseThrow(),
                new Submission(
                    new ReportKey(unit, "output", Period.of(period)),
                    row,
                    reasons,
                    0,
                    UUID.randomUUID().toString()));
    if (answer instanceof Answer.Receipt receipt) {
      return receipt;
    }
    throw new AssertionError(answer.toString());
  }

  List<Long> units() {
    return clerks.keySet().stream().sorted().toList();
  }

  @Override
  public void close() {
    house.close();
  }
}
