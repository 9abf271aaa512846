package yuheng.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A section of the prose (条): an article, or the words before, between and after them.
///
/// @param id `preamble`, `chapter-3`, `article-4`, `closing`; the same in every language
/// @param number as the heading writes it, `四` or `4`; empty when it is not an article
/// @param heading without the number; empty for the preamble
public record Article(
    String id, Kind kind, Optional<String> number, String heading, List<Block> blocks) {
  public Article {
    blocks = List.copyOf(blocks);
  }

  /// What a section is.
  public enum Kind {
    /// The words before the first heading.
    PREAMBLE,
    /// A chapter heading and the words right under it.
    CHAPTER,
    /// A numbered article.
    ARTICLE,
    /// The words after the last article.
    CLOSING
  }

  /// A paragraph or a list item.
  public record Block(boolean item, List<Run> runs) {
    public Block {
      runs = List.copyOf(runs);
    }
  }

  /// A stretch of a paragraph.
  public sealed interface Run {
    /// The words themselves.
    String text();

    /// Plain words.
    record Plain(String text) implements Run {}

    /// Stressed words.
    record Strong(String text) implements Run {}

    /// A committed number, bound to its target.
    record Bound(String text, String target) implements Run {}
  }

  /// The targets bound here, in order.
  public Stream<String> targets() {
    return blocks.stream()
        .flatMap(block -> block.runs().stream())
        .mapMulti(
            (run, sink) -> {
              if (run instanceof Run.Bound bound) {
                sink.accept(bound.target());
              }
            });
  }
}
