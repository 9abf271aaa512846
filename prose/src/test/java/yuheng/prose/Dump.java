package yuheng.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what the grammar finds in texts, as rows of labelled files and, beside them, every
/// mention with its role and grounds: `Dump FOLDER TEXT…`.
final class Dump {
  private Dump() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      String name = Path.of(file).getFileName().toString().replace(".txt", "");
      PolicyText text = PolicyText.of(Files.readString(Path.of(file)));
      var rows = new StringBuilder();
      var all = new StringBuilder();
      int number = 0;
      for (Mention mention : text.mentions()) {
        number++;
        String line = GuideRow.line(name + "-" + number, mention);
        all.append(mention.role()).append(' ').append(mention.because().getFirst().rule());
        all.append(' ').append(line).append('\n');
        if (mention.role() == Mention.Role.COMMITTED) {
          rows.append(line).append('\n');
        }
      }
      Files.writeString(folder.resolve(name + ".jsonl"), rows);
      Files.writeString(folder.resolve(name + ".all"), all);
    }
  }
}
