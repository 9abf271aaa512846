package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.facts.Accounts;
import yuheng.facts.Journal;
import yuheng.facts.Synthetic;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.plan.Register;
import yuheng.plan.SynthRules;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.synth.SyntheticCity;
import yuheng.synth.Wishes;

/// The store of a demonstration: a synthetic city and the accounts to look at it with. It is loaded
/// once for the same plan, wishes and edition of this code, and kept.
final class DemoCity {
  private static final YearMonth FROM = YearMonth.of(2011, 1);

  /// Other when the same wishes make another store than before.
  private static final String EDITION = "1";

  private static final int SHOWN = 12;
  private static final int DUE_SOON = 5;
  private static final int OPENS = 9;

  private final Opened opened;
  private final Wishes wishes;
  private final String made;

  private DemoCity(Opened opened, Wishes wishes, String made) {
    this.opened = opened;
    this.wishes = wishes;
    this.made = made;
  }

  /// @param opened the package alone, without what anybody entered
  /// @param question up to which month its enterprises report, and what is known of it
  static DemoCity of(Path folder, Opened opened, int enterprises, Question question) {
    if (question.asOf().isBefore(FROM)) {
      throw new WrongInput(
          ("The synthetic enterprises report from %s on. Ask a later month, or none of them with"
                  + " --enterprises 0.")
              .formatted(FROM));
    }
    try {
      var wishes =
          new Wishes(
              enterprises,
              (int) FROM.until(question.asOf(), ChronoUnit.MONTHS) + 1,
              1,
              FROM,
              question.knownOn(),
              Wishes.Mischief.NONE);
      return new DemoCity(opened, wishes, fingerprint(folder, wishes));
    } catch (IllegalArgumentException unfit) {
      throw new WrongInput(String.valueOf(unfit.getMessage()));
    }
  }

  private static String fingerprint(Path folder, Wishes wishes) {
    try (Stream<Path> files = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((EDITION + wishes).getBytes(StandardCharsets.UTF_8));
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        digest.update(
            "\n%s %d\n"
                .formatted(folder.relativize(file), bytes.length)
                .getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  /// The clock of what its enterprises report: it goes on from the days in which the reports of the
  /// month after the last one are due, so that there is something to fill in and to look at.
  Clock clock() {
    ZonedDateTime opens =
        FROM.plusMonths(wishes.months() + 1L)
            .atDay(DUE_SOON)
            .atTime(OPENS, 0)
            .atZone(CityLoad.CITY);
    Clock now = Clock.system(CityLoad.CITY);
    return Clock.offset(now, Duration.between(now.instant(), opens));
  }

  /// Where it is kept: in a file of its own name, or in the one that was asked for.
  Path file(StoreOption store) {
    Path asked = store.file(opened.plan());
    return store.isNamed()
        ? asked
        : asked.resolveSibling("demo-%s.db".formatted(made.substring(0, SHOWN)));
  }

  /// The package, and what people entered in the store of this city if it is there already.
  ///
  /// @throws WrongInput if the file is there and holds anything else, real accounts above all
  Opened asEntered(StoreOption store) {
    Path file = store.file(opened.plan());
    if (!Files.exists(file)) {
      return opened;
    }
    try (Journal journal = store.open(opened.plan())) {
      holdToBeThis(journal, file);
      return new Opened(
          opened.reading(), Optional.of(opened.numbers().upTo(journal)), opened.problems());
    }
  }

  private void holdToBeThis(Journal journal, Path file) {
    Optional<Synthetic> there = Synthetic.of(journal);
    if (there.isEmpty() && !new Accounts(journal).isEmpty()) {
      throw new WrongInput(
          ("%s has accounts of its own; a demonstration, whose password everybody knows, is not put"
                  + " beside them. Name a file that is not there yet, or none.")
              .formatted(file));
    }
    if (there.filter(one -> one.made().equals(made)).isEmpty()) {
      throw new WrongInput(
          ("%s does not hold the synthetic city that is asked for. Name a file that is not there"
                  + " yet, or none; --enterprises 0 serves what it holds.")
              .formatted(file));
    }
  }

  /// Sees to it that the store is there.
  void ready(StoreOption store, PrintWriter err) {
    Path file = store.file(opened.plan()).toAbsolutePath();
    if (!Files.exists(file)) {
      load(file, err);
    }
  }

  /// Loads into a file of another name and gives it its own when it is whole.
  private void load(Path file, PrintWriter err) {
    err.printf(
        "demo: loading %d synthetic enterprises, %s to %s 载入合成数据%n",
        wishes.enterprises(), FROM, FROM.plusMonths(wishes.months() - 1L));
    err.flush();
    long begun = System.nanoTime();
    Path folder = Objects.requireNonNull(file.getParent(), "a file has a folder");
    try {
      StoreOption.makeFolder(folder);
      Path half = Files.createTempFile(folder, "demo-", ".loading"); // its owner's alone
      List<Path> parts = Stream.of("", "-wal", "-shm").map(end -> Path.of(half + end)).toList();
      parts.forEach(part -> part.toFile().deleteOnExit()); // also when it is interrupted
      try {
        fill(half, err);
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        for (Path part : parts) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The demo's store %s cannot be made".formatted(file), broken);
    }
    err.printf("demo: loaded in %.1f s into %s%n", (System.nanoTime() - begun) / 1e9, file);
    err.flush();
  }

  private SyntheticCity invented(Plan plan) {
    try {
      return SyntheticCity.of(plan, opened.numbers(), wishes);
    } catch (IllegalArgumentException unfit) {
      throw new WrongInput(String.valueOf(unfit.getMessage()));
    }
  }

  private void fill(Path half, PrintWriter err) {
    Plan plan = opened.plan();
    Scheme scheme = Scheme.of(plan, opened.numbers());
    SyntheticCity city = invented(plan);
    SynthRules rules =
        plan.synth().orElseThrow(() -> new WrongInput("The plan package has no synth.yaml."));
    Register register = Objects.requireNonNull(plan.registers().get(rules.register()));
    String name =
        register.attributes().stream()
            .filter(attribute -> attribute.type() instanceof Register.Type.Text)
            .map(Register.Attribute::id)
            .findFirst()
            .orElse("");
    var clock =
        new StoryClock(FROM.atDay(1).atStartOfDay(CityLoad.CITY).toInstant(), CityLoad.CITY);
    try (Journal journal = Journal.open(half, clock);
        ReportBook book = ReportBook.make(scheme, half, clock)) {
      var people =
          new DemoPeople(
              journal,
              book.contacts(),
              clock,
              name,
              rules.attributes().getOrDefault(SynthRules.Role.DISTRICT, ""));
      new CityLoad(scheme, book, clock, people, err).tell(city);
      new Synthetic(made, wishes.enterprises()).keep(journal);
    }
  }
}
