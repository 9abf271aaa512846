package yuheng.reports;

import java.sql.SQLException;

/// What is kept in memory of the book up to an entry: registers and layouts. Never changes.
record Known(long upTo, Registry registry, Layouts layouts) {
  static Known nothing(Scheme scheme) {
    return new Known(0, Registry.empty(scheme), Layouts.empty(scheme));
  }

  /// The same up to the last entry that a connection sees.
  Known after(EntryTable table) throws SQLException {
    long last = table.last();
    if (last == upTo) {
      return this;
    }
    var entries = table.stateAfter(upTo);
    if (entries.isEmpty()) {
      return new Known(last, registry, layouts);
    }
    Registry.Draft draft = registry.edit();
    Layouts more = layouts;
    for (Entry entry : entries) {
      if (entry.kind() == Entry.Kind.LAYOUT) {
        more = more.and(entry);
      } else {
        draft.put(Bodies.registerEntry(entry));
      }
    }
    return new Known(last, draft.registry(), more);
  }
}
