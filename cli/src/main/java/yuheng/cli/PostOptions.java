package yuheng.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import yuheng.delivery.PrintedLetters;
import yuheng.facts.UnitList;
import yuheng.web.YuhengServer.Post;

/// How letters with codes reach units, the same for every command that has them sent.
final class PostOptions {
  @Option(
      names = "--units",
      paramLabel = "FILE",
      description = "CSV of the units that letters go to: unit,name,district,contact")
  private @Nullable Path units;

  @Option(
      names = "--letters",
      paramLabel = "DIR",
      description = "where letters wait to be printed (default: letters beside the journal)")
  private @Nullable Path letters;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "of the page where a code is typed in, as letters name it")
  private String address = "";

  /// The post, if there is a list of units.
  Optional<Post> open(Opened opened, StoreOption store) {
    if (units == null) {
      return Optional.empty();
    }
    UnitList.Read read = UnitList.read(units, opened.numbers().districts());
    UnitList list =
        read.list()
            .orElseThrow(
                () ->
                    new WrongInput(
                        read.problems().stream()
                            .map(problem -> problem.render(opened.reading()))
                            .collect(Collectors.joining(System.lineSeparator()))));
    Path outbox = letters == null ? store.file(opened.plan()).resolveSibling("letters") : letters;
    return Optional.of(
        new Post(list, new PrintedLetters(outbox, list, opened.plan().issuer(), address)));
  }
}
