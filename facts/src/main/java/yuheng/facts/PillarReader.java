package yuheng.facts;

import java.math.BigInteger;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yuheng.facts.CsvFile.Row;
import yuheng.facts.PillarShares.Share;
import yuheng.plan.Plan;
import yuheng.terms.Problem;

/// Reads `data/pillars.csv` of a package: to which pillars the classes of its list `industries`
/// belong.
final class PillarReader {
  static final String CLASSES = "industries";

  private static final String LIST = "data/lists/" + CLASSES + ".csv";
  private static final String FILE = "data/pillars.csv";
  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,8}");
  private static final List<String> HEAD =
      List.of("class", "pillar", "share_numerator", "share_denominator", "from", "until", "source");

  private final Plan plan;
  private final CodeList classes;
  private final List<Problem> problems;

  /// A line as it was written and read.
  private record Line(Row row, PillarShares.Row read) {}

  PillarReader(Plan plan, CodeList classes, List<Problem> problems) {
    this.plan = plan;
    this.classes = classes;
    this.problems = problems;
  }

  /// The shares; none at all when the package has no such file.
  PillarShares read() {
    var lines = new LinkedHashMap<String, List<Line>>();
    if (Files.exists(plan.folder().resolve(FILE))) {
      for (Row row : new CsvFile(plan.folder(), FILE, HEAD, problems).rows()) {
        line(row)
            .ifPresent(
                read ->
                    lines
                        .computeIfAbsent(row.find("class").orElseThrow(), _ -> new ArrayList<>())
                        .add(new Line(row, read)));
      }
    }
    var byClass = new LinkedHashMap<String, List<PillarShares.Row>>();
    for (Map.Entry<String, List<Line>> one : lines.entrySet()) {
      holdSums(one.getKey(), one.getValue());
      byClass.put(one.getKey(), one.getValue().stream().map(Line::read).toList());
    }
    return new PillarShares(classes, byClass);
  }

  private Optional<PillarShares.Row> line(Row row) {
    int before = problems.size();
    row.need("class").ifPresent(code -> holdClass(row, code));
    Optional<String> pillar = row.need("pillar");
    pillar.ifPresent(id -> holdPillar(row, id));
    Optional<Share> share = pillar.flatMap(id -> share(row, id));
    Optional<LocalDate> from =
        row.find("from").flatMap(text -> CodeListReader.day(row, "from", text));
    Optional<LocalDate> until =
        row.find("until").flatMap(text -> CodeListReader.day(row, "until", text));
    CodeListReader.holdOrder(row, from, until);
    row.need("source");
    return problems.size() > before
        ? Optional.empty()
        : share.map(one -> new PillarShares.Row(one, from, until));
  }

  private void holdClass(Row row, String code) {
    boolean listIsRead = problems.stream().noneMatch(one -> one.place().file().equals(LIST));
    if (listIsRead && classes.find(code).isEmpty()) {
      row.problem(
          "FA017",
          "there is no class `%s`".formatted(code),
          "class",
          "pillars are made of classes of " + LIST,
          "declare it there, or correct the code");
    }
  }

  private void holdPillar(Row row, String id) {
    if (!plan.pillars().containsKey(id) && !id.equals(PillarShares.NONE)) {
      row.problem(
          "FA018",
          "there is no pillar `%s`".formatted(id),
          "pillar",
          "a class belongs to pillars of plan.yaml",
          "declare it there, or write `%s` for what belongs to no pillar"
              .formatted(PillarShares.NONE));
    }
  }

  private static Optional<Share> share(Row row, String pillar) {
    Optional<Long> over = whole(row, "share_numerator");
    Optional<Long> under = whole(row, "share_denominator");
    if (over.isEmpty() || under.isEmpty()) {
      return Optional.empty();
    }
    if (over.get() > under.get()) {
      row.problem(
          "FA019",
          "%d/%d is more than the whole".formatted(over.get(), under.get()),
          "share_numerator",
          "a share is a part of a class",
          "write numerator and denominator of a fraction up to 1");
      return Optional.empty();
    }
    return Optional.of(new Share(pillar, over.get(), under.get()));
  }

  private static Optional<Long> whole(Row row, String column) {
    Optional<String> text = row.need(column);
    if (text.isPresent() && !WHOLE.matcher(text.get()).matches()) {
      row.problem(
          "FA019",
          "`%s` is not a whole number from 1 on".formatted(text.get()),
          column,
          "a share is an exact fraction",
          "write it like 1 and 3 for a third");
      return Optional.empty();
    }
    return text.map(Long::valueOf);
  }

  /// On every day on which something is said of a class, its shares add up to the whole.
  private static void holdSums(String code, List<Line> lines) {
    List<LocalDate> days =
        lines.stream()
            .flatMap(
                line ->
                    Stream.of(line.read().from().orElse(LocalDate.MIN))
                        .flatMap(
                            from -> Stream.concat(Stream.of(from), line.read().until().stream())))
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList();
    for (LocalDate day : days) {
      List<Line> then = lines.stream().filter(line -> line.read().holdsOn(day)).toList();
      if (!then.isEmpty() && !addUp(then)) {
        Line last = then.getLast();
        last.row()
            .problem(
                "FA020",
                "the shares of `%s` do not add up to 1%s"
                    .formatted(code, day.equals(LocalDate.MIN) ? "" : " from " + day + " on"),
                "share_numerator",
                "a class is shared out whole; nothing of it is counted twice or lost",
                "correct the shares; `%s` takes what belongs to no pillar"
                    .formatted(PillarShares.NONE));
        return;
      }
    }
  }

  private static boolean addUp(List<Line> lines) {
    BigInteger over = BigInteger.ZERO;
    BigInteger under = BigInteger.ONE;
    for (Line line : lines) {
      BigInteger denominator = BigInteger.valueOf(line.read().share().denominator());
      BigInteger numerator = BigInteger.valueOf(line.read().share().numerator());
      over = over.multiply(denominator).add(numerator.multiply(under));
      under = under.multiply(denominator);
      BigInteger common = over.gcd(under);
      over = over.divide(common);
      under = under.divide(common);
    }
    return over.equals(under);
  }
}
