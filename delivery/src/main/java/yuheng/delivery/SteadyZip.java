package yuheng.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes an Office file again so that the same contents are the same bytes: parts in one order, no
/// time of writing, workbooks inside it too.
final class SteadyZip {
  private static final String TYPES = "[Content_Types].xml";
  private static final LocalDateTime ENTRY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SteadyZip() {}

  static byte[] of(byte[] zip, LocalDate day) throws IOException {
    Map<String, byte[]> parts =
        new TreeMap<>(
            Comparator.comparing((String name) -> !name.equals(TYPES))
                .thenComparing(Comparator.naturalOrder()));
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), steady(entry.getName(), in.readAllBytes(), day));
      }
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        var entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ENTRY);
        out.putNextEntry(entry);
        out.write(part.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] steady(String name, byte[] part, LocalDate day) throws IOException {
    if (name.endsWith(".xlsx")) {
      return of(part, day);
    }
    if (!name.equals("docProps/core.xml")) {
      return part;
    }
    return new String(part, StandardCharsets.UTF_8)
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", day + "T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Midnight at the start of a day, as Office libraries take it.
  @SuppressWarnings("JavaUtilDate") // POI takes no other
  static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
