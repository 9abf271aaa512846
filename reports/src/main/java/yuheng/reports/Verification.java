package yuheng.reports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yuheng.facts.Audit;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// Holds a book to its chains, entry by entry: what was altered, by unit, form, period and entry;
/// and day by day.
final class Verification {
  private static final int STRIDE = 2_000;

  private final Path file;
  private final EntryTable table;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Long, byte[]> heads = new HashMap<>();
  private List<DayRoot> roots = List.of();
  private long last;

  Verification(Path file, EntryTable table) {
    this.file = file;
    this.table = table;
  }

  /// Every break, with how far the book goes and what stands for all of it.
  BookAudit audit() throws SQLException {
    List<Problem> breaks = run();
    List<byte[]> leaves =
        new TreeMap<>(heads)
            .entrySet().stream().map(one -> Digest.leaf(one.getKey(), one.getValue())).toList();
    return new BookAudit(
        true,
        heads.size(),
        roots,
        new Audit(last, HexFormat.of().formatHex(Digest.merkle(leaves)), breaks));
  }

  /// Every break. The whole is read at one moment, so that writing meanwhile does no harm.
  List<Problem> run() throws SQLException {
    table.connection().setAutoCommit(false);
    try {
      for (Part part : List.<Part>of(this::structure, this::readings, this::typed, this::entries)) {
        try {
          part.run();
        } catch (SQLException | Packed.Torn broken) {
          add("RP104", "the file is damaged: " + broken.getMessage(), 1);
        }
      }
    } finally {
      table.connection().rollback();
      table.connection().setAutoCommit(true);
    }
    return List.copyOf(problems);
  }

  private interface Part {
    void run() throws SQLException;
  }

  private void structure() throws SQLException {
    for (String name : Tables.altered(table.connection())) {
      add("RP105", "the table, index or guard «%s» is not as it was made".formatted(name), 1);
    }
    table.list(row -> EntryTable.text(row, 1), "pragma integrity_check").stream()
        .filter(line -> !line.equals("ok"))
        .forEach(line -> add("RP104", "the file is damaged: " + line.strip(), 1));
  }

  /// A root as it is kept.
  private record Sealed(DayRoot root, long reading) {}

  private void entries() throws SQLException {
    List<Sealed> kept =
        table.list(
            row -> new Sealed(DayRoots.of(row), row.getLong(6)), DayRoots.ROWS + "order by day");
    roots = kept.stream().map(Sealed::root).toList();
    var due = new Dues(kept, readingHashes(kept));
    long next = 1;
    for (List<Entry> part = table.from(1, STRIDE);
        !part.isEmpty();
        part = table.from(next, STRIDE)) {
      for (Entry entry : part) {
        if (entry.number() != next) {
          add("RP102", "entries %d to %d are missing".formatted(next, entry.number() - 1), next);
        }
        due.upTo(entry.number() - 1);
        follow(entry);
        next = entry.number() + 1;
      }
    }
    due.upTo(next - 1);
    due.end(next - 1);
    last = next - 1;
  }

  private void follow(Entry entry) {
    byte[] before = heads.getOrDefault(entry.unit(), Digest.START);
    if (!Arrays.equals(entry.hashAfter(before), entry.hash())) {
      add("RP101", entry.called() + " is not as it was kept", entry.number());
    }
    heads.put(entry.unit(), entry.hash());
  }

  /// The roots that are due, the earliest first.
  private final class Dues {
    private final List<Sealed> roots;
    private final Map<Long, byte[]> readings;
    private int next;
    private byte[] before = Digest.START;

    Dues(List<Sealed> roots, Map<Long, byte[]> readings) {
      this.roots = roots;
      this.readings = readings;
    }

    /// Tests those that bind no entry after one.
    void upTo(long entry) {
      while (next < roots.size() && roots.get(next).root().entry() <= entry) {
        test(roots.get(next));
        next++;
      }
    }

    private void test(Sealed one) {
      DayRoot root = one.root();
      LocalDate day = root.day();
      var reading =
          new ReadingLog.Head(
              one.reading(),
              one.reading() == 0
                  ? Digest.START
                  : readings.getOrDefault(one.reading(), Digest.START));
      byte[] bound = DayRoots.root(before, day, root.entry(), heads, reading);
      if (!HexFormat.of().formatHex(before).equals(root.before())
          || heads.size() != root.units()
          || !HexFormat.of().formatHex(bound).equals(root.root())) {
        add(
            "RP103",
            "the root of %s does not fit what was said up to it".formatted(day),
            Math.max(1, root.entry()));
      }
      before = HexFormat.of().parseHex(root.root());
    }

    void end(long last) {
      for (; next < roots.size(); next++) {
        DayRoot root = roots.get(next).root();
        add(
            "RP103",
            "the root of %s binds entry %d, but the last is %d"
                .formatted(root.day(), root.entry(), last),
            Math.max(1, last));
      }
    }
  }

  private Map<Long, byte[]> readingHashes(List<Sealed> roots) throws SQLException {
    var hashes = new HashMap<Long, byte[]>();
    for (Sealed one : roots) {
      table
          .first(
              row -> EntryTable.bytes(row, 1),
              "select hash from reading where number = ?",
              one.reading())
          .ifPresent(hash -> hashes.put(one.reading(), hash));
    }
    return hashes;
  }

  private void readings() throws SQLException {
    ReadingLog.follow(table, problem -> add("RP106", problem, 1));
  }

  private void typed() throws SQLException {
    Typed.follow(table, problem -> add("RP107", problem, 1));
  }

  private void add(String code, String what, long entry) {
    problems.add(problem(file, code, what, entry));
  }

  static Problem problem(Path file, String code, String what, long entry) {
    int line = (int) Math.min(Integer.MAX_VALUE, Math.max(1, entry));
    return new Problem(
        code,
        what,
        List.of(new Marked(Span.at(file.toString(), line, 1), "")),
        "the book is only added to, and each entry is chained to the one before it",
        "compare with a backup; find out who could write to the file");
  }
}
