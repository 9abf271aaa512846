package yuheng.cells;

import org.jspecify.annotations.Nullable;

/// The blocks of one cut, by group; of groups without units there is none.
final class Sheet {
  final Grouping grouping;
  private final boolean[] needed;
  private final Block[] blocks;

  Sheet(Grouping grouping) {
    this.grouping = grouping;
    needed = new boolean[grouping.size()];
    blocks = new Block[grouping.size()];
  }

  void need(int group) {
    needed[group] = true;
  }

  boolean isNeeded(int group) {
    return needed[group];
  }

  /// Makes the blocks that are needed: of every `parts` groups one.
  void make(CellImage image, Windows windows, int part, int parts) {
    for (int group = part; group < blocks.length; group += parts) {
      if (needed[group]) {
        blocks[group] = new Block(image, windows);
      }
    }
  }

  /// The block of a group that is needed.
  Block block(int group) {
    return blocks[group];
  }

  /// The block of a group, made now if it is not there.
  Block made(int group, CellImage image, Windows windows) {
    if (!needed[group]) {
      needed[group] = true;
      blocks[group] = new Block(image, windows);
    }
    return blocks[group];
  }

  @Nullable Block find(int group) {
    return needed[group] ? blocks[group] : null;
  }

  int groups() {
    return blocks.length;
  }
}
