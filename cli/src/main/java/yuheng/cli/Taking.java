package yuheng.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yuheng.facts.Act;
import yuheng.facts.Fault;
import yuheng.facts.Figure;
import yuheng.facts.FigureTable;
import yuheng.facts.Intake;
import yuheng.facts.Journal;
import yuheng.facts.Offered;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Plan;
import yuheng.terms.Language;

/// How figures are checked and taken, the same for `enter` and `import`: problems and doubts are
/// told, and everything is taken as one act of the journal, or nothing.
final class Taking {
  private static final Pattern AT_A_CELL = Pattern.compile("([A-Z]{1,3}\\d+|\\d+)=(.+)");
  private static final int TRIES = 10;

  private enum Format {
    TEXT,
    JSON
  }

  @Mixin private StoreOption store;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "who enters them (default: the user of this machine)")
  private String by = System.getProperty("user.name", "nobody");

  @Option(
      names = "--reason",
      paramLabel = "[CELL=]TEXT",
      description =
          "why a doubted figure is right; with a cell (D7) or line (7) in front for that one only;"
              + " repeatable")
  private List<String> reasons = new ArrayList<>();

  @Option(names = "--dry-run", description = "check only, take nothing")
  private boolean dryRun;

  @Option(names = "--format", paramLabel = "text|json", description = "how to print it")
  private Format format = Format.TEXT;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of what is told")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  Taking() {}

  StoreOption store() {
    return store;
  }

  /// Name of who brings them.
  String by() {
    return by;
  }

  boolean isDryRun() {
    return dryRun;
  }

  Language language() {
    return language;
  }

  /// Checks tables and takes them.
  int take(Plan plan, List<FigureTable> tables, String what, PrintWriter out, PrintWriter err) {
    try (Journal journal = store.open(plan)) {
      OfficialFigures.Loaded loaded = OfficialFigures.load(plan, journal);
      OfficialFigures known =
          loaded
              .figures()
              .orElseThrow(
                  () -> new WrongInput(loaded.problems().getFirst().render(_ -> "").strip()));
      for (int i = 0; i < TRIES; i++) {
        Intake intake =
            Intake.of(plan, known.upTo(journal), LocalDate.now(ZoneId.systemDefault()), tables)
                .because(this::reason);
        boolean fits =
            intake.faults().isEmpty() && intake.open().isEmpty() && !intake.offered().isEmpty();
        if (dryRun || !fits) {
          print(intake, Optional.empty(), out, err);
          return fits ? Main.OK : Main.WRONG_INPUT;
        }
        Optional<Act> act = intake.take(journal, by, what);
        if (act.isPresent()) {
          print(intake, act, out, err);
          return Main.OK;
        }
      }
    }
    throw new WrongInput("Others bring figures all the time; nothing was taken. Try again.");
  }

  private Optional<String> reason(Offered offered) {
    Optional<String> forAll = Optional.empty();
    for (String one : reasons) {
      Matcher at = AT_A_CELL.matcher(one);
      if (!at.matches()) {
        forAll = Optional.of(one);
      } else if (stands(offered, at.group(1))) {
        return Optional.of(at.group(2));
      }
    }
    return forAll;
  }

  private static boolean stands(Offered offered, String at) {
    return Stream.concat(
            Stream.of(offered.place()), offered.doubts().stream().map(doubt -> doubt.place()))
        .anyMatch(place -> place.address().equals(at) || Integer.toString(place.line()).equals(at));
  }

  private void print(Intake intake, Optional<Act> act, PrintWriter out, PrintWriter err) {
    switch (format) {
      case JSON -> out.println(Json.one(json(intake, act)));
      case TEXT -> {
        for (Fault fault : intake.faults()) {
          out.println(fault.in(language).render(_ -> ""));
        }
        for (Offered offered : intake.offered()) {
          offered.doubts().forEach(doubt -> out.println(doubted(offered, doubt)));
        }
        err.println(summary(intake, act));
        act.ifPresent(_ -> intake.offered().forEach(one -> out.println(line(one))));
      }
    }
    out.flush();
  }

  private String doubted(Offered offered, Fault doubt) {
    String told = doubt.in(language).render(_ -> "").replaceFirst("^problem", t("存疑", "doubt"));
    return told
        + offered.reason().map(why -> "  %s: %s%n".formatted(t("理由", "reason"), why)).orElse("");
  }

  private String summary(Intake intake, Optional<Act> act) {
    if (act.isPresent()) {
      return t("收下 %d 个数，总账第 %d 条。", "%d figure(s) taken, act %d of the journal.")
          .formatted(intake.offered().size(), act.get().number());
    }
    if (!intake.faults().isEmpty()) {
      return t("%d 处差错；一个数也没有收。", "%d problem(s); nothing was taken.")
          .formatted(intake.faults().size());
    }
    if (intake.offered().isEmpty()) {
      return t("没有数可收。", "There is no figure to take.");
    }
    return intake.open().isEmpty()
        ? t("%d 个数可以收。", "%d figure(s) are fit to be taken.").formatted(intake.offered().size())
        : t(
                "%d 个数存疑，须写理由（--reason）；一个数也没有收。",
                "%d figure(s) are doubted and need a reason (--reason); nothing was taken.")
            .formatted(intake.open().size());
  }

  private String line(Offered offered) {
    Figure figure = offered.figure();
    String used =
        offered.isUsed()
            ? t("采用", "used")
            : t("并列，仍采用 ", "beside; still used: ")
                + offered.before().map(one -> one.value().show(language)).orElse("");
    return "%s  %s  %s  %s  %s  %s"
        .formatted(
            figure.id(),
            figure.series().name().in(language),
            figure.scope(),
            figure.about().words().in(language),
            figure.value().show(language),
            used);
  }

  private Map<String, Object> json(Intake intake, Optional<Act> act) {
    var json = new LinkedHashMap<String, Object>();
    json.put("taken", act.isPresent() ? intake.offered().size() : 0);
    act.ifPresent(one -> json.put("act", Math.toIntExact(one.number())));
    json.put(
        "problems",
        intake.faults().stream().map(one -> CheckCommand.json(one.in(language))).toList());
    var doubts = new ArrayList<Map<String, Object>>();
    for (Offered offered : intake.offered()) {
      for (Fault doubt : offered.doubts()) {
        Map<String, Object> one = CheckCommand.json(doubt.in(language));
        one.put("figure", offered.figure().id());
        offered.reason().ifPresent(why -> one.put("reason", why));
        doubts.add(one);
      }
    }
    json.put("doubts", doubts);
    json.put("figures", intake.offered().stream().map(Taking::json).toList());
    return json;
  }

  private static Map<String, Object> json(Offered offered) {
    Figure figure = offered.figure();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", figure.id());
    json.put("series", figure.series().id());
    json.put("scope", figure.scope());
    json.put("period", figure.about().toString());
    json.put("value", figure.value().digits());
    json.put("unit", figure.value().unit().toString());
    json.put("heard", figure.heard().toString());
    json.put("authority", figure.authority().code());
    json.put("source", figure.source());
    json.put("used", offered.isUsed());
    return json;
  }

  private String t(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  /// A field that may be left out.
  static void put(Map<String, String> fields, String name, @Nullable String text) {
    if (text != null) {
      fields.put(name, text);
    }
  }
}
