package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.reports.DayRoot;
import yuheng.terms.Problem;

/// `audit`: whether a store is as it was kept. Nothing in it is changed.
@Command(
    name = "audit",
    description = "Holds a store to its chains and day roots. 核验库文件的链与当日根。",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AuditCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say verify or root.");
  }

  @Command(name = "verify", description = "Names every break. 指出每一处断裂。")
  int verify(
      @Parameters(arity = "0..1", paramLabel = "PLAN", description = "folder of the plan package")
          @Nullable Path plan,
      @Mixin StoreOption store,
      @Option(
              names = "--root",
              paramLabel = "DAY=HASH",
              description = "a day root kept elsewhere, which the store must still have")
          @Nullable Map<LocalDate, String> roots,
      @Option(names = "--format", defaultValue = "text", paramLabel = "text|json") Format format) {
    Path file = file(plan, store);
    StoreAudit found = StoreAudit.of(file);
    List<String> lost = roots == null ? List.of() : lost(roots, found);
    boolean sound = found.isSound() && lost.isEmpty();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.println(Json.one(json(file, found, lost)));
    } else {
      found.tell(out);
      lost.forEach(out::println);
      out.printf("%s: %s%n", file, found.words());
      out.println(sound ? "完好 sound" : "有断裂 BROKEN");
    }
    return sound ? Main.OK : Main.WRONG_INPUT;
  }

  /// Roots that somebody kept and the store has not any more.
  private static List<String> lost(Map<LocalDate, String> roots, StoreAudit found) {
    var lost = new ArrayList<String>();
    roots.forEach(
        (day, hash) -> {
          if (root(found, day).filter(root -> root.root().equalsIgnoreCase(hash)).isEmpty()) {
            lost.add(
                "%s 的当日根不是另存的那个。the root of %s is not the one kept elsewhere (%s)"
                    .formatted(day, day, hash));
          }
        });
    return lost;
  }

  private static Optional<DayRoot> root(StoreAudit found, LocalDate day) {
    return found.book().roots().stream().filter(root -> root.day().equals(day)).findFirst();
  }

  @Command(name = "root", description = "The root of a day, to be kept elsewhere. 打印当日根，供另存。")
  int root(
      @Parameters(arity = "0..1", paramLabel = "PLAN", description = "folder of the plan package")
          @Nullable Path plan,
      @Mixin StoreOption store,
      @Option(names = "--day", required = true, paramLabel = "2012-10-08") LocalDate day,
      @Option(names = "--format", defaultValue = "text", paramLabel = "text|json") Format format) {
    StoreAudit found = StoreAudit.of(file(plan, store));
    DayRoot root =
        root(found, day)
            .orElseThrow(
                () ->
                    new WrongInput(
                        "%s 没有当日根：当天没有上报，或之后还没有。%s has no root: nothing was said on it, or nothing since."
                            .formatted(day, day)));
    spec.commandLine()
        .getOut()
        .println(
            format == Format.JSON
                ? Json.one(json(root))
                : "%s=%s  (%d entries, %d chains)"
                    .formatted(root.day(), root.root(), root.entry(), root.units()));
    return Main.OK;
  }

  private Path file(@Nullable Path plan, StoreOption store) {
    return store
        .named()
        .or(() -> Optional.ofNullable(plan).map(store::fileOf))
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "Say PLAN or --store FILE."));
  }

  private static Map<String, Object> json(Path file, StoreAudit found, List<String> lost) {
    var all = new LinkedHashMap<String, Object>();
    all.put("store", file.toString());
    all.put("sound", found.isSound() && lost.isEmpty());
    all.put("acts", Long.toString(found.journal().last()));
    all.put("journal_head", found.journal().head());
    all.put("book", found.book().present());
    all.put("entries", Long.toString(found.book().audit().last()));
    all.put("chains", found.book().chains());
    all.put("book_head", found.book().audit().head());
    all.put("roots", found.book().roots().stream().map(AuditCommand::json).toList());
    all.put("breaks", found.breaks().stream().map(AuditCommand::json).toList());
    all.put("lost_roots", lost);
    return all;
  }

  private static Map<String, Object> json(DayRoot root) {
    var one = new LinkedHashMap<String, Object>();
    one.put("day", root.day().toString());
    one.put("entry", Long.toString(root.entry()));
    one.put("chains", root.units());
    one.put("root", root.root());
    return one;
  }

  private static Map<String, Object> json(Problem problem) {
    var one = new LinkedHashMap<String, Object>();
    one.put("code", problem.code());
    one.put("what", problem.what());
    one.put("entry", problem.place().line());
    return one;
  }
}
