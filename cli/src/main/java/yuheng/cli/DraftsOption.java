package yuheng.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says where drafts are kept, the same for every command that serves.
final class DraftsOption {
  @Option(
      names = "--drafts",
      paramLabel = "DIR",
      description = "folder of the drafts under review (default: var/drafts where Yuheng stands)")
  private @Nullable Path drafts;

  Path folder() {
    return drafts == null
        ? Path.of(System.getProperty("yuheng.home", ".")).resolve("var/drafts")
        : drafts;
  }
}
