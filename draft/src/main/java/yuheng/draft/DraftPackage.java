package yuheng.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A draft written as a plan package: [yuheng.plan.Plan#read] accepts it, its anchors hold, and
/// laying it out changes nothing.
///
/// @param files the text of each file by its name in the package
public record DraftPackage(SequencedMap<String, String> files) {
  public DraftPackage {
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
  }

  /// The package of a draft. Doubts that are still open stand in it as notes.
  public static DraftPackage of(Draft draft) {
    return new PackageWriter(draft).write();
  }

  /// The prose with its links, `plan.md`.
  public String prose() {
    return files.getOrDefault("plan.md", "");
  }

  /// Writes the files into a folder, which is made if it is not there; files of the same names are
  /// replaced.
  public void write(Path folder) throws IOException {
    PackageWriter.write(this, folder);
  }
}
