package yuheng.synth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yuheng.plan.SynthRules;

/// Some of the parts that the city falls into.
///
/// @param rows numbers of the parts
record Parts(BitSet rows) {
  boolean has(int part) {
    return rows.get(part);
  }

  /// The finest division of the classes of industry that every published cut can be put together
  /// from.
  ///
  /// @param classes codes, in the order of the rules
  /// @param partOf the part of each class
  /// @param count how many parts
  /// @param cuts the parts of each scope
  record Division(List<String> classes, List<Integer> partOf, int count, Map<String, Parts> cuts) {
    static Division of(SynthRules rules) {
      List<String> classes = List.copyOf(rules.classes().keySet());
      Map<String, Integer> parts = new LinkedHashMap<>();
      var partOf = new ArrayList<Integer>();
      for (String code : classes) {
        var signature = new StringBuilder();
        rules
            .cuts()
            .values()
            .forEach(beginnings -> signature.append(within(code, beginnings) ? '1' : '0'));
        partOf.add(parts.computeIfAbsent(signature.toString(), _ -> parts.size()));
      }
      Map<String, Parts> cuts = new LinkedHashMap<>();
      rules
          .cuts()
          .forEach(
              (scope, beginnings) -> {
                var rows = new BitSet();
                for (int i = 0; i < classes.size(); i++) {
                  if (within(classes.get(i), beginnings)) {
                    rows.set(partOf.get(i));
                  }
                }
                cuts.put(scope, new Parts(rows));
              });
      return new Division(classes, List.copyOf(partOf), parts.size(), cuts);
    }

    Parts all() {
      var rows = new BitSet();
      rows.set(0, count);
      return new Parts(rows);
    }

    private static boolean within(String code, List<String> beginnings) {
      return beginnings.stream().anyMatch(code::startsWith);
    }
  }
}
