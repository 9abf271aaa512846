package yuheng.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Letters as files in a folder.
record LetterFolder(Path folder) implements Letters {
  private static final Set<StandardOpenOption> NEW =
      EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  @Override
  public void send(List<Letter> letters) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("letters-%s.csv".formatted(UUID.randomUUID()));
      // The permissions come with the file: it is never there without them.
      var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (FileChannel channel = FileChannel.open(file, NEW, own);
          CSVPrinter to =
              new CSVPrinter(
                  Channels.newWriter(channel, StandardCharsets.UTF_8), CSVFormat.DEFAULT)) {
        to.printRecord("unit", "contact", "subject", "code", "expires");
        for (Letter letter : letters) {
          to.printRecord(
              letter.unit(),
              letter.contact(),
              letter.subject().zh(),
              letter.code(),
              letter.expires());
        }
        to.flush();
        channel.force(true);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
