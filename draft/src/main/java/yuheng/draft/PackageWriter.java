package yuheng.draft;

import java.io.IOException;
import java.nio.file.Path;

final class PackageWriter {
  private final Draft draft;

  PackageWriter(Draft draft) {
    this.draft = draft;
  }

  DraftPackage write() {
    var files = new java.util.LinkedHashMap<String, String>();
    files.put("plan.md", draft.text().text());
    return new DraftPackage(files);
  }

  static void write(DraftPackage files, Path folder) throws IOException {
    for (var file : files.files().entrySet()) {
      java.nio.file.Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
