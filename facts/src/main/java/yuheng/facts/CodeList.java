package yuheng.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.terms.Words;

/// A list of codes that a strategy keeps (代码表): industries, ownership, sizes, districts. Its
/// hierarchy has no rings.
///
/// @param id as registers name it: `industries` for `data/lists/industries.csv`
/// @param codes of all times, in the order of the file
public record CodeList(String id, SequencedMap<String, Code> codes) {
  public CodeList {
    codes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(codes));
  }

  /// One code and the days on which it may be said.
  ///
  /// @param parent the code of the same list that this one is a part of
  /// @param from first day; empty when it always stood
  /// @param until first day after; empty while it stands
  /// @param source where it is taken from
  public record Code(
      String code,
      Words words,
      Optional<String> parent,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String source) {
    /// It stood on that day.
    public boolean standsOn(LocalDate day) {
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && until.map(day::isBefore).orElse(true);
    }
  }

  /// A code, whenever it stood.
  public Optional<Code> find(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  /// A code, if it stood on that day.
  public Optional<Code> find(String code, LocalDate day) {
    return find(code).filter(one -> one.standsOn(day));
  }

  /// A code and those it is a part of, nearest first; nothing when there is no such code.
  public List<Code> lineage(String code) {
    var line = new ArrayList<Code>();
    Optional<Code> next = find(code);
    while (next.isPresent()) {
      line.add(next.get());
      next = next.get().parent().flatMap(this::find);
    }
    return line;
  }

  /// Whether no other code is a part of this one on that day.
  public boolean isFinest(String code, LocalDate day) {
    return codes.values().stream()
        .noneMatch(one -> one.standsOn(day) && one.parent().equals(Optional.of(code)));
  }
}
