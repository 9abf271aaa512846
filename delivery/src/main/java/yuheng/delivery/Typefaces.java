package yuheng.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import yuheng.terms.Words;

/// Chinese fonts of this machine that can be embedded in a PDF: TrueType files of one face.
///
/// @param title for the title (小标宋)
/// @param heading for headings (黑体)
/// @param text for everything else (仿宋)
record Typefaces(Path title, Path heading, Path text) {
  private static final int DEPTH = 6;
  private static final List<String> TITLES =
      List.of("fzxbsjw.ttf", "fzxiaobiaosong-b05s.ttf", "simsun.ttf", "lxgwwenkai-bold.ttf");
  private static final List<String> HEADINGS =
      List.of("simhei.ttf", "fzhtjw.ttf", "lxgwwenkai-bold.ttf");
  private static final List<String> TEXTS =
      List.of("simfang.ttf", "fzfsjw.ttf", "fangsong_gb2312.ttf", "lxgwwenkai-regular.ttf");

  /// Folders where systems keep fonts.
  static List<Path> folders() {
    return List.of(
        Path.of("/usr/share/fonts"),
        Path.of("/usr/local/share/fonts"),
        Path.of(System.getProperty("user.home", "/"), ".local/share/fonts"),
        Path.of(System.getProperty("user.home", "/"), ".fonts"),
        Path.of("C:\\Windows\\Fonts"),
        Path.of("/Library/Fonts"),
        Path.of(System.getProperty("user.home", "/"), "Library/Fonts"));
  }

  /// The best of those found below some folders; empty when there is none for the text.
  static Optional<Typefaces> find(List<Path> folders) {
    var found = new TreeMap<String, Path>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        search(folder, found);
      }
    }
    return best(TEXTS, found)
        .map(
            text ->
                new Typefaces(
                    best(TITLES, found).orElse(text), best(HEADINGS, found).orElse(text), text));
  }

  private static Optional<Path> best(List<String> names, Map<String, Path> found) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(found.get(name)).stream())
        .findFirst();
  }

  private static void search(Path folder, Map<String, Path> found) {
    try (Stream<Path> files = Files.find(folder, DEPTH, (file, _) -> isFont(file))) {
      files.sorted().forEach(file -> found.putIfAbsent(name(file), file));
    } catch (IOException | UncheckedIOException unreadable) {
      // A folder that may not be read holds no font for us.
    }
  }

  private static boolean isFont(Path file) {
    return name(file).endsWith(".ttf");
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
  }

  /// There is no font that could be embedded.
  static Fault none() {
    return new Fault(
        "BU005",
        new Words(
            "这台机器上没有能嵌入 PDF 的中文字体",
            "this machine has no Chinese font that can be embedded in a PDF"),
        new Words(
            "没有字体，每个字都会是空框，所以不写文件",
            "without one every character would be an empty box, so no file is written"),
        new Words(
            "请安装字体，例如 apt-get install fonts-lxgw-wenkai，或仿宋 simfang.ttf 与黑体 simhei.ttf；.ttc 和 CFF"
                + " 字体不能嵌入",
            "Install one, for example apt-get install fonts-lxgw-wenkai, or simfang.ttf and"
                + " simhei.ttf; collections (.ttc) and CFF fonts cannot be embedded"));
  }
}
