package yuheng.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import yuheng.indicators.Question;

/// The options that say when is asked, the same for every command that asks.
final class AskedOptions {
  @Option(
      names = "--as-of",
      paramLabel = "2012-09",
      description = "no figure about a later month counts (default: the strategy's last month)")
  private @Nullable String asOf;

  @Option(
      names = "--known-on",
      paramLabel = "DATE",
      description = "no figure heard later counts (default: everything so far)")
  private @Nullable String knownOn;

  /// Whether a month was asked.
  boolean saysMonth() {
    return asOf != null;
  }

  Question question(Opened opened) {
    return opened.question(asOf, knownOn);
  }
}
