package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.reports.Town.key;
import static yuheng.reports.Town.row;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Letters.Letter;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.terms.Period;

/// Whatever an administrator does, no version of a firm comes into being and none changes.
///
/// He signs in with every account that he made or whose password he set, may ask for anything under
/// any of them, and reads the letters that go to a contact of his own. What he cannot do is sign in
/// as somebody whose password he does not know, or read a firm's post.
class RedLinesTest {
  private static final String HIS = "intruder@elsewhere.example";
  private static final int SEQUENCES = 10_000;
  private static final List<Role> ROLES = List.of(Role.values());
  private static final List<String> PERIODS = List.of("2012-07", "2012-08", "2012-09");

  /// One drawn action: what, and four numbers to choose by.
  private record Action(int what, int a, int b, int c, int d) {}

  @Test
  void noSequenceOfAnAdministratorsActionsMakesOrChangesAVersionOfAFirm() throws Exception {
    Path folder = folder();
    try (var town = new Town(folder.resolve("book.db"));
        var table = new EntryTable(Tables.reading(folder.resolve("book.db")))) {
      var intruder = new Intruder(town);
      forAll(
          SEQUENCES,
          (random, size) ->
              IntStream.rangeClosed(0, random.nextInt(1, 4 + size))
                  .mapToObj(_ -> draw(random))
                  .toList(),
          actions -> {
            long before = town.book.lastEntry();
            actions.forEach(intruder::act);
            assertThat(foreign(table, before, intruder.firms)).isEmpty();
          });
      for (var said : intruder.saidByFirms.entrySet()) {
        List<Version> kept = town.book.versions(intruder.auditor, said.getKey());
        assertThat(kept).isEqualTo(said.getValue());
      }
      assertThat(intruder.tried).hasSize(Intruder.KINDS);
      assertThat(intruder.ownVersions).as("his own firm can report").isPositive();
      assertThat(town.book.verify()).isEmpty();
      assertThat(town.journal.verify()).isEmpty();
    } finally {
      delete(folder);
    }
  }

  private static Action draw(RandomGenerator random) {
    return new Action(
        random.nextInt(Intruder.KINDS),
        random.nextInt(1_000_000),
        random.nextInt(1_000_000),
        random.nextInt(1_000_000),
        random.nextInt(1_000_000));
  }

  /// Versions of the firms after an entry.
  private static List<String> foreign(EntryTable table, long after, Set<Long> firms) {
    try {
      return table.from(after + 1, Integer.MAX_VALUE).stream()
          .filter(entry -> entry.kind() == Entry.Kind.VERSION && firms.contains(entry.unit()))
          .map(Entry::called)
          .toList();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// In memory where there is such a folder: each action is put on disk.
  private static Path folder() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "red-lines")
        : Files.createTempDirectory("red-lines");
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static final class Intruder {
    private static final int KINDS = 14;

    private final Town town;
    private final Set<Long> firms;
    private final List<String> firmAccounts;
    private final Access auditor;
    private final Map<ReportKey, List<Version>> saidByFirms;
    private final List<String> his = new ArrayList<>();
    private final List<Long> units = new ArrayList<>();
    private final Set<Integer> tried = new HashSet<>();
    private int letters;
    private final List<String> codes = new ArrayList<>();
    private int names;
    private int ownVersions;

    Intruder(Town town) {
      this.town = town;
      var made = town.firms(3);
      firms = Set.copyOf(made.units());
      units.addAll(made.units());
      firmAccounts = made.owners().stream().map(Access::account).toList();
      auditor = town.office(Role.AUDITOR, "all");
      his.add(made.root().account());
      his.add(made.line().account());
      for (int i = 0; i < 3; i++) {
        for (String period : PERIODS) {
          ReportKey key = key(made.units().get(i), period);
          town.receipt(made.owners().get(i), Town.report(key, row(100 + i, 5), 0));
        }
      }
      // One firm's office has looked at a report already.
      Version first = town.book.versions(auditor, key(made.unit(), "2012-07")).getFirst();
      town.book.accept(made.line(), first.entry(), "");
      saidByFirms = new java.util.HashMap<>();
      for (long unit : made.units()) {
        for (String period : PERIODS) {
          saidByFirms.put(key(unit, period), town.book.versions(auditor, key(unit, period)));
        }
      }
      letters = town.letters.size();
    }

    private static <T> T one(List<T> list, int number) {
      return list.get(number % list.size());
    }

    private Optional<Access> access(int number) {
      return town.accounts.access(one(his, number));
    }

    private Scope scope(int number) {
      return switch (number % 4) {
        case 0 -> new Scope.All();
        case 1, 2 -> new Scope.One(one(units, number / 4));
        default -> new Scope.District("500107");
      };
    }

    /// Of a role of units none fits; he is told no anyhow.
    private Scope fitting(Role role, int number) {
      return List.of(scope(number), new Scope.None(), new Scope.District("500107"), new Scope.All())
          .stream()
          .filter(role::takes)
          .findFirst()
          .orElseGet(Scope.None::new);
    }

    private String anybody(int number) {
      return number % 3 == 0 ? one(firmAccounts, number / 3) : one(his, number / 3);
    }

    void act(Action action) {
      tried.add(action.what());
      try {
        access(action.d()).ifPresent(by -> act(action, by));
      } catch (Accounts.Refused | ReportBook.NotYours refused) {
        // He is told no, and tries something else.
      }
      for (; letters < town.letters.size(); letters++) {
        Letter letter = town.letters.get(letters);
        if (letter.contact().equals(HIS)) {
          codes.add(letter.code());
        }
      }
    }

    private void act(Action action, Access by) {
      Accounts accounts = town.accounts;
      String me = by.account();
      Access root = accounts.access(his.getFirst()).orElse(by);
      switch (action.what()) {
        case 0 -> {
          String name = "his-" + names++;
          Role role = one(ROLES, action.a());
          Scope rows = fitting(role, action.b());
          accounts.add(me, name, name, role, rows, Optional.empty(), "h", false);
          his.add(name);
          accounts.scope(me, name, scope(action.b()));
        }
        case 1 -> accounts.role(me, anybody(action.a()), one(ROLES, action.b()));
        case 2 -> accounts.scope(me, anybody(action.a()), scope(action.b()));
        case 3 -> {
          String name = anybody(action.a());
          accounts.password(me, name, "known to him", action.b() % 2 == 0);
          his.add(name);
        }
        case 4 -> {
          String name = anybody(action.a());
          if (!name.equals(his.getFirst())) {
            accounts.deactivate(me, name);
          }
        }
        case 5 -> {
          String name = anybody(action.a());
          accounts.reopen(me, name, "known to him");
          his.add(name);
        }
        case 6 ->
            town.activation.issue(
                action.b() % 2 == 0 ? root : by,
                action.c() % 2 == 0 ? Role.CLERK : Role.OWNER,
                List.of(one(units, action.a())));
        case 7 -> town.activation.reset(action.b() % 2 == 0 ? root : by, anybody(action.a()));
        case 8, 9 -> submit(action, by);
        case 10 -> {
          String name = "his-" + names++;
          String code = codes.isEmpty() ? "0000-0000-0000-0000" : one(codes, action.a());
          town.activation.activate(code, name, name, "h");
          his.add(name);
        }
        case 11 -> {
          long unit = one(units, action.a());
          RegisterChange change = change(action, unit);
          if (town.book.register(by, List.of(change)) instanceof Registered.Kept(var entries)
              && change instanceof RegisterChange.Add) {
            units.add(entries.getFirst().unit());
          }
        }
        case 12 -> {
          ReportKey key = key(one(List.copyOf(firms), action.a()), one(PERIODS, action.b()));
          Version version = town.book.versions(auditor, key).getFirst();
          town.book.annotate(by, version.entry(), "note");
        }
        default ->
            town.book.keepDraft(
                by, key(one(units, action.a()), one(PERIODS, action.b())), Map.of("gross", "1"));
      }
    }

    private void submit(Action action, Access by) {
      ReportKey key = key(one(units, action.a()), one(PERIODS, action.b()));
      int seen = town.book.versions(auditor, key).size();
      String token = action.c() % 4 == 0 ? key + " 0" : "his " + action;
      var said = new Submission(key, row(action.c() + 1_000_000L, 1), Map.of(), seen, token);
      if (town.book.submit(by, said) instanceof Answer.Receipt) {
        ownVersions++;
        assertThat(firms).doesNotContain(key.unit());
      }
    }

    private RegisterChange change(Action action, long unit) {
      var day = Period.of("2012-02").start();
      return switch (action.b() % 6) {
        case 0 -> new RegisterChange.Change(unit, Map.of("contact", HIS), day);
        case 1, 2 -> {
          var add = Town.firm(70_000_000 + action.c() % 10_000, "500107", "3910");
          var attributes = new java.util.HashMap<>(add.attributes());
          attributes.put("contact", HIS);
          yield new RegisterChange.Add(add.register(), add.code(), attributes, add.from());
        }
        case 3 -> new RegisterChange.Recode(unit, Town.code(action.c() % 20_000_000), day);
        case 4 -> new RegisterChange.Merge(unit, one(units, action.c()), day.plusYears(2));
        default -> new RegisterChange.Change(unit, Map.of("district", "500101"), day);
      };
    }
  }
}
