package yuheng.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The lists of a package.
///
/// @param districts of all times by code, in the order of the file
/// @param codes by name, the districts among them
record PackageLists(
    SequencedMap<String, District> districts,
    SequencedMap<String, CodeList> codes,
    PillarShares pillars) {
  PackageLists {
    districts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(districts));
    codes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(codes));
  }
}
