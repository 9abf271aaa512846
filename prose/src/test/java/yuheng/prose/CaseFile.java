package yuheng.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A file of sentences, each with what the grammar finds in it.
///
/// `= ` lines are what stands above the sentences behind them (a title, a heading); a title, which
/// is a `= ` line behind sentences, starts a new document. `> ` is a sentence. The lines behind it
/// are the findings: commitments in full, everything else with the rule that set it aside.
final class CaseFile {
  private final StringBuilder context = new StringBuilder();
  private final StringBuilder written = new StringBuilder();
  private boolean behindSentence;
  private int sentences;

  private CaseFile() {}

  /// The file as it should be, its findings written anew.
  static String rewritten(String file) {
    var cases = new CaseFile();
    file.lines().forEach(cases::line);
    return cases.written.toString();
  }

  static int count(String file) {
    var cases = new CaseFile();
    file.lines().forEach(cases::line);
    return cases.sentences;
  }

  private void line(String line) {
    if (line.startsWith("= ")) {
      boolean title = behindSentence && line.charAt(2) != '第' && line.indexOf('、') != 3;
      if (title) {
        context.setLength(0);
      }
      behindSentence = false;
      context.append(line.substring(2)).append('\n');
      written.append(line).append('\n');
    } else if (line.startsWith("> ")) {
      behindSentence = true;
      sentences++;
      written.append(line).append('\n');
      findings(line.substring(2));
    } else if (line.isBlank() || line.startsWith("#")) {
      written.append(line).append('\n');
    }
  }

  private void findings(String sentence) {
    String text = context + sentence + "\n";
    int start = context.toString().codePointCount(0, context.length());
    for (Mention mention : PolicyText.of(text).mentions()) {
      if (mention.start() >= start) {
        written.append(row(mention)).append('\n');
      }
    }
  }

  private static String row(Mention mention) {
    String role = mention.role().name().toLowerCase(Locale.ROOT);
    if (mention.role() != Mention.Role.COMMITTED) {
      return "  %s %s (%s)".formatted(role, mention.raw(), mention.because().getFirst().rule());
    }
    String bound = mention.bound().map(sign -> " " + sign.sign()).orElse("");
    String period = GuideRow.period(mention.timing());
    return "  %s | %s %s | %s%s | %s | %s"
        .formatted(
            mention.raw(),
            mention.value().toPlainString(),
            mention.unit(),
            mention.comparator().sign(),
            bound,
            period.isEmpty() ? "unstated" : period,
            mention.subject());
  }

  /// Rewrites the files of a folder.
  public static void main(String[] arguments) throws IOException {
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.toList()) {
        Files.writeString(file, rewritten(Files.readString(file)));
      }
    }
  }
}
