package yuheng.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.facts.CodeList.Code;
import yuheng.facts.CsvFile.Row;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// Reads the code lists of a package, `data/lists/*.csv`.
final class CodeListReader {
  private static final List<String> HEAD =
      List.of("code", "zh", "en", "parent", "from", "until", "source");

  private final Path folder;
  private final List<Problem> problems;

  CodeListReader(Path folder, List<Problem> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /// The lists by id, in the order of their names, and the districts among them.
  SequencedMap<String, CodeList> read(SequencedMap<String, District> districts) {
    var lists = new LinkedHashMap<String, CodeList>();
    for (String file : files()) {
      String id = file.substring(0, file.length() - ".csv".length());
      lists.put(id, list(id, "data/lists/" + file));
    }
    var codes = new LinkedHashMap<String, Code>();
    districts.forEach((code, district) -> codes.put(code, code(district)));
    lists.put("districts", new CodeList("districts", codes));
    return lists;
  }

  private static Code code(District district) {
    return new Code(
        district.code(),
        district.name(),
        Optional.empty(),
        Optional.of(district.from()),
        district.to(),
        "data/districts.csv");
  }

  private List<String> files() {
    Path lists = folder.resolve("data/lists");
    if (!Files.isDirectory(lists)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lists)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private CodeList list(String id, String file) {
    var rows = new LinkedHashMap<String, Row>();
    var codes = new LinkedHashMap<String, Code>();
    for (Row row : new CsvFile(folder, file, HEAD, problems).rows()) {
      code(row)
          .filter(code -> isNew(code, row, rows))
          .ifPresent(code -> codes.put(code.code(), code));
    }
    rows.forEach((code, row) -> holdParent(code, row, codes));
    return new CodeList(id, codes);
  }

  private Optional<Code> code(Row row) {
    int before = problems.size();
    Optional<String> code = row.need("code");
    Optional<String> zh = row.need("zh");
    Optional<String> en = row.need("en");
    Optional<LocalDate> from = row.find("from").flatMap(text -> day(row, "from", text));
    Optional<LocalDate> until = row.find("until").flatMap(text -> day(row, "until", text));
    Optional<String> source = row.need("source");
    holdOrder(row, from, until);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new Code(
                code.orElseThrow(),
                new Words(zh.orElseThrow(), en.orElseThrow()),
                row.find("parent"),
                from,
                until,
                source.orElseThrow()));
  }

  private static boolean isNew(Code code, Row row, SequencedMap<String, Row> rows) {
    @Nullable Row before = rows.putIfAbsent(code.code(), row);
    if (before != null) {
      row.problem(
          "FA014",
          "the code `%s` already stands on line %d".formatted(code.code(), before.line()),
          "code",
          "a code means one thing in its list, whatever the day",
          "remove one of the two lines, or give the older meaning a suffix");
    }
    return before == null;
  }

  private static void holdParent(String code, Row row, SequencedMap<String, Code> codes) {
    Set<String> seen = new HashSet<>();
    Optional<String> parent = Optional.ofNullable(codes.get(code)).flatMap(Code::parent);
    if (parent.isPresent() && !codes.containsKey(parent.get())) {
      wrongParent(row, "there is no code `%s`".formatted(parent.get()));
    }
    while (parent.isPresent() && seen.add(parent.get())) {
      if (parent.get().equals(code)) {
        wrongParent(row, "`%s` is a part of itself".formatted(code));
      }
      parent = Optional.ofNullable(codes.get(parent.get())).flatMap(Code::parent);
    }
  }

  private static void wrongParent(Row row, String what) {
    row.problem(
        "FA015",
        what,
        "parent",
        "a code is a part of another code of its list",
        "correct the parent, or leave it empty");
  }

  static void holdOrder(Row row, Optional<LocalDate> from, Optional<LocalDate> until) {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      row.problem(
          "FA016",
          "this line ends on %s, but begins on %s".formatted(until.get(), from.get()),
          "until",
          "`from` is the first day on which it holds, `until` the first on which it no longer does",
          "write the later day under `until`, or leave it empty");
    }
  }

  static Optional<LocalDate> day(Row row, String column, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notOne) {
      row.problem(
          "FA009",
          "`%s` is not a day".formatted(text),
          column,
          "a line of a list holds from a day to a day",
          "write it like 2011-11-01, or leave it empty");
      return Optional.empty();
    }
  }
}
