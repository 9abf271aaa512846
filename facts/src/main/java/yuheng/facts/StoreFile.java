package yuheng.facts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// The file in which journal and report book are, as a whole (库文件): how it is copied.
public final class StoreFile {
  private static final int PATIENCE_MILLIS = 20_000;

  /// What stands beside a store while it is open; left beside another store it would be taken for
  /// that one's.
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

  private StoreFile() {}

  /// Copies a store as it is at one moment, while others may write it. The copy is on disk before
  /// it gets its name, readable by its owner only; what was deleted from the store is not in it.
  ///
  /// @param sound sees the copy before that; if it says no, nothing is left of the copy
  /// @return whether there is a copy now
  /// @throws FileAlreadyExistsException if something stands at `to`, or beside it what a store
  ///   leaves
  /// @throws Journal.Unavailable if the store cannot be read to its end
  public static boolean copy(Path from, Path to, Predicate<Path> sound) throws IOException {
    if (!Files.isRegularFile(from)) {
      throw new NoSuchFileException(from.toString());
    }
    for (String companion : COMPANIONS) {
      Path there = to.resolveSibling(to.getFileName() + companion);
      if (Files.exists(there)) {
        throw new FileAlreadyExistsException(there.toString());
      }
    }
    Path folder = Objects.requireNonNull(to.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, to.getFileName() + ".", ".part");
    try {
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      }
      try (Connection reading = open(from);
          PreparedStatement copy = reading.prepareStatement("vacuum into ?")) {
        copy.setString(1, part.toString());
        copy.execute();
      } catch (SQLException broken) {
        throw new Journal.Unavailable("Could not copy %s".formatted(from), broken);
      }
      force(part, StandardOpenOption.WRITE);
      if (!sound.test(part)) {
        return false;
      }
      name(part, to);
      force(folder, StandardOpenOption.READ);
      return true;
    } finally {
      for (String companion : COMPANIONS) {
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + companion));
      }
    }
  }

  /// A link never takes another file's place; where the disk knows none, a move looks before it
  /// goes.
  private static void name(Path part, Path to) throws IOException {
    try {
      Files.createLink(to, part);
      Files.delete(part);
    } catch (FileAlreadyExistsException there) {
      throw there;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(part, to);
    }
  }

  private static void force(Path file, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(file, how)) {
      channel.force(true);
    }
  }

  /// A connection that changes nothing, not even the kind of the file, and makes none.
  static Connection toLookAt(Path file) throws SQLException {
    Connection connection = open(file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = true");
      return connection;
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }

  /// One over which the store is copied: SQLite takes writing the copy for writing.
  private static Connection open(Path file) throws SQLException {
    var settings = new SQLiteConfig();
    settings.resetOpenMode(SQLiteOpenMode.CREATE);
    settings.setBusyTimeout(PATIENCE_MILLIS);
    return settings.createConnection("jdbc:sqlite:" + file);
  }
}
