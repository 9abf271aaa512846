package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
import yuheng.plan.Register.Attribute;
import yuheng.plan.Register.Codes;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads the files of `registers/`.
final class RegisterReader {
  /// The code list that is no file of `data/lists/`.
  private static final String DISTRICTS = "districts";

  private static final Map<String, Codes> CODES =
      Map.of("organization", Codes.ORGANIZATION, "own", Codes.OWN);

  private enum Kind {
    TEXT,
    CONTACT,
    DAY,
    YES_NO,
    CODE,
    REFERENCE,
    AMOUNT
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "text", Kind.TEXT,
          "contact", Kind.CONTACT,
          "day", Kind.DAY,
          "yes-no", Kind.YES_NO,
          "code", Kind.CODE,
          "reference", Kind.REFERENCE,
          "amount", Kind.AMOUNT);

  private final Predicate<String> isThere;
  private final Problems problems;
  private final SequencedMap<String, Spot> declared = new LinkedHashMap<>();
  private final List<Spot> referred = new ArrayList<>();
  private final SequencedMap<String, Register> registers = new LinkedHashMap<>();

  /// @param isThere whether the package has a file of that name
  RegisterReader(Predicate<String> isThere, Problems problems) {
    this.isThere = isThere;
    this.problems = problems;
  }

  void read(YamlMap file) {
    file.needMap("registers")
        .ifPresent(
            all ->
                all.keys()
                    .forEach(id -> all.map(id.text()).ifPresent(entry -> register(id, entry))));
    file.nothingElse();
  }

  /// The registers, after all files were read; tells references to registers that nobody declared.
  SequencedMap<String, Register> bound() {
    for (Spot one : referred) {
      if (!declared.containsKey(one.text())) {
        problems.unknown(
            "PL081", "register", one, declared.keySet(), "registers are declared in registers/");
      }
    }
    referred.clear();
    return registers;
  }

  private void register(Spot id, YamlMap entry) {
    Written.kebab(id, problems);
    @Nullable Spot before = declared.putIfAbsent(id.text(), id);
    if (before != null) {
      problems.add(
          "PL082",
          "the register `%s` is declared twice".formatted(id.text()),
          List.of(new Marked(id.span(), ""), new Marked(before.span(), "the other")),
          "a unit stands in one register of its kind",
          "keep one of the two, or give one another name");
    }
    Optional<Words> name = entry.needWords("name");
    Optional<Codes> codes = entry.needOneOf("codes", CODES);
    var attributes = new ArrayList<Attribute>();
    entry
        .needMap("attributes")
        .ifPresent(
            all ->
                all.keys()
                    .forEach(
                        key ->
                            all.map(key.text())
                                .flatMap(one -> attribute(key, one))
                                .ifPresent(attributes::add)));
    entry.nothingElse();
    if (name.isPresent() && codes.isPresent()) {
      registers.putIfAbsent(
          id.text(), new Register(id.text(), name.get(), codes.get(), attributes));
    }
  }

  private Optional<Attribute> attribute(Spot id, YamlMap entry) {
    Written.kebab(id, problems);
    Optional<Words> name = entry.needWords("name");
    Optional<Kind> kind = entry.needOneOf("type", KINDS);
    Optional<Spot> of = entry.find("of");
    boolean required = entry.flag("required");
    entry.nothingElse();
    Optional<Register.Type> type = kind.flatMap(k -> type(k, of, entry));
    return name.flatMap(n -> type.map(t -> new Attribute(id.text(), n, t, required)));
  }

  private Optional<Register.Type> type(Kind kind, Optional<Spot> of, YamlMap entry) {
    boolean speaksOf =
        switch (kind) {
          case TEXT, CONTACT, DAY, YES_NO -> false;
          case CODE, REFERENCE, AMOUNT -> true;
        };
    if (speaksOf != of.isPresent()) {
      problems.add(
          "PL083",
          speaksOf ? "`of` is missing here" : "`of` says nothing here",
          of.map(Spot::span).orElse(entry.place()),
          "a code is of a list, a reference of a register, an amount of a unit; other types are of"
              + " nothing",
          speaksOf ? "add a line `of: …`" : "remove `of`");
      return Optional.empty();
    }
    return switch (kind) {
      case TEXT -> Optional.of(new Register.Type.Text());
      case CONTACT -> Optional.of(new Register.Type.Contact());
      case DAY -> Optional.of(new Register.Type.Day());
      case YES_NO -> Optional.of(new Register.Type.YesNo());
      case CODE -> of.flatMap(this::list);
      case REFERENCE -> {
        of.ifPresent(referred::add);
        yield of.map(register -> new Register.Type.Reference(register.text()));
      }
      case AMOUNT -> of.flatMap(this::amount);
    };
  }

  private Optional<Register.Type> list(Spot list) {
    String file =
        list.text().equals(DISTRICTS) ? "data/districts.csv" : "data/lists/" + list.text() + ".csv";
    if (list.text().contains("/") || list.text().contains("\\") || !isThere.test(file)) {
      problems.add(
          "PL084",
          "there is no code list `%s`".formatted(list.text()),
          list.span(),
          "a code is of a list of the package",
          "create " + file + ", or name a list that is there");
      return Optional.empty();
    }
    return Optional.of(new Register.Type.Code(list.text()));
  }

  private Optional<Register.Type> amount(Spot written) {
    Optional<Unit> unit = Unit.read(written.text());
    if (unit.isEmpty()) {
      problems.unknown(
          "PL013", "unit", written, Unit.known(), "a number is a number of something known");
    }
    return unit.map(Register.Type.Amount::new);
  }
}
