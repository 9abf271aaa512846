package yuheng.facts;

import java.util.List;
import java.util.stream.IntStream;

/// One line of a table that somebody brings; its cells are made when they are asked for. Never
/// changes, and may be handed to another thread.
public interface CellLine {
  /// How many cells it has, empty ones before the last one too; at least one.
  int size();

  /// One of them, by its place from 0.
  Cell cell(int column);

  /// All of them.
  default List<Cell> cells() {
    return IntStream.range(0, size()).mapToObj(this::cell).toList();
  }
}
