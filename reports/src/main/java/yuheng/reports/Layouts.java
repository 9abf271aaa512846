package yuheng.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.plan.Form;

/// Which items the forms had when versions were handed in, so that a form may gain, lose or move
/// items and every version is still read right. Never changes.
final class Layouts {
  private final Scheme scheme;
  private final Map<Long, Places> places;
  private final Map<String, Long> current;

  private Layouts(Scheme scheme, Map<Long, Places> places, Map<String, Long> current) {
    this.scheme = scheme;
    this.places = places;
    this.current = current;
  }

  /// Where the items of a layout stand in the form as it is now.
  static final class Places {
    private final int[] of;
    private final int items;

    private Places(int[] of, int items) {
      this.of = of;
      this.items = items;
    }

    /// -1 for an item that the form has no more. Nobody changes it.
    int[] of() {
      return of;
    }

    int items() {
      return items;
    }
  }

  static Layouts empty(Scheme scheme) {
    return new Layouts(scheme, Map.of(), Map.of());
  }

  /// With one more layout.
  Layouts and(Entry layout) {
    List<String> items = Bodies.items(layout);
    List<String> now = scheme.form(layout.form()).map(Layouts::items).orElse(items);
    var morePlaces = new HashMap<>(places);
    morePlaces.put(
        layout.number(), new Places(items.stream().mapToInt(now::indexOf).toArray(), now.size()));
    var moreCurrent = new HashMap<>(current);
    if (items.equals(now)) {
      moreCurrent.put(layout.form(), layout.number());
    } else {
      moreCurrent.remove(layout.form());
    }
    return new Layouts(scheme, morePlaces, moreCurrent);
  }

  /// What is kept of a form's items: id and unit, for a figure means nothing without.
  static List<String> items(Form form) {
    return form.items().stream().map(item -> item.id() + " " + item.unit()).toList();
  }

  /// The entry of the layout that a form has now, if it is in the book.
  Optional<Long> current(String form) {
    return Optional.ofNullable(current.get(form));
  }

  Places places(long layout) {
    Places found = places.get(layout);
    if (found == null) {
      throw new Packed.Torn();
    }
    return found;
  }
}
