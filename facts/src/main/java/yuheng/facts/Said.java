package yuheng.facts;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing that was said: a figure, a task, a comment, a sign-in.
///
/// @param kind what sort of thing, kebab-case: `figure`, `task`, `account`
/// @param subject what it is about, so that all that was said of it is found together
/// @param fields what was said, as texts; a field that nobody filled is not there
public record Said(String kind, String subject, SortedMap<String, String> fields) {
  public Said {
    if (kind.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException("Said of nothing: «%s» «%s».".formatted(kind, subject));
    }
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  public Said(String kind, String subject, Map<String, String> fields) {
    this(kind, subject, (SortedMap<String, String>) new TreeMap<>(fields));
  }

  /// A field, if it was filled.
  public Optional<String> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /// A field that is always filled.
  ///
  /// @throws IllegalStateException if it is not
  public String text(String field) {
    return find(field)
        .orElseThrow(
            () -> new IllegalStateException("%s of %s has no %s".formatted(kind, subject, field)));
  }
}
