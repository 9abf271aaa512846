package yuheng.synth;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import yuheng.plan.Form;

/// Writes a synthetic city to a folder: a CSV file for each register and form, the calibration,
/// what was made wrong on purpose, and a README that says what it is.
public final class CityFiles {
  private static final int BUFFER = 1 << 16;
  private static final int DAY = 86_400;
  private static final long LONGEST = 24;

  private CityFiles() {}

  /// Writes everything; files that are there are replaced.
  ///
  /// @return how near the reports come to the published figures
  public static Calibration write(SyntheticCity city, Path folder) throws IOException {
    Files.createDirectories(folder);
    registers(city, folder);
    Map<Form, Sheet> sheets = new HashMap<>();
    var wrong = new StringBuilder("unit,form,period,version,what\n");
    try {
      for (Form form : city.forms()) {
        sheets.put(form, new Sheet(form, folder.resolve("form-%s.csv".formatted(form.id()))));
      }
      Calibration calibration =
          city.reports(
              row -> {
                Sheet sheet = sheets.get(row.form());
                if (sheet != null) {
                  sheet.add(row);
                }
                if (row.oddity() != ReportRow.Oddity.NONE) {
                  wrong.append(
                      "%s,%s,%s,%d,%s\n"
                          .formatted(
                              row.code(),
                              row.form().id(),
                              row.period(),
                              row.version(),
                              row.oddity().name().toLowerCase(Locale.ROOT).replace('_', '-')));
                }
              });
      Files.writeString(folder.resolve("mischief.csv"), wrong);
      Files.writeString(folder.resolve("calibration.csv"), CalibrationText.csv(calibration));
      Files.writeString(folder.resolve("README.md"), CalibrationText.readme(city, calibration));
      return calibration;
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    } finally {
      for (Sheet sheet : sheets.values()) {
        sheet.close();
      }
    }
  }

  private static void registers(SyntheticCity city, Path folder) throws IOException {
    Map<String, List<RegisterRow>> byRegister = new LinkedHashMap<>();
    for (RegisterRow row : city.register()) {
      byRegister.computeIfAbsent(row.register(), _ -> new ArrayList<>()).add(row);
    }
    for (var register : byRegister.entrySet()) {
      Set<String> columns = new LinkedHashSet<>();
      register.getValue().forEach(row -> columns.addAll(row.attributes().keySet()));
      var text = new StringBuilder("unit,event,from");
      columns.forEach(column -> text.append(',').append(column));
      text.append('\n');
      for (RegisterRow row : register.getValue()) {
        text.append(row.code())
            .append(',')
            .append(row.event().name().toLowerCase(Locale.ROOT))
            .append(',')
            .append(row.from());
        for (String column : columns) {
          text.append(',').append(CalibrationText.cell(row.attributes().getOrDefault(column, "")));
        }
        text.append('\n');
      }
      Files.writeString(folder.resolve("register-%s.csv".formatted(register.getKey())), text);
    }
  }

  /// The file of one form.
  private static final class Sheet implements AutoCloseable {
    private final Form form;
    private final OutputStream to;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[(int) LONGEST];
    private final Map<Long, byte[]> days = new HashMap<>();
    private final Map<Object, byte[]> periods = new HashMap<>();
    private final boolean[] prior;
    private int used;

    Sheet(Form form, Path file) throws IOException {
      this.form = form;
      this.to = new BufferedOutputStream(Files.newOutputStream(file), 1);
      this.prior = new boolean[form.items().size()];
      var heading = new StringBuilder("unit,period,version,heard,accepted");
      form.items().forEach(item -> heading.append(',').append(item.id()));
      for (int place = 0; place < prior.length; place++) {
        prior[place] = form.items().get(place).prior();
        if (prior[place]) {
          heading.append(',').append(form.items().get(place).id()).append(":prior");
        }
      }
      put(heading.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    void add(ReportRow row) {
      if (used > BUFFER - LONGEST * (2L * prior.length + 8)) {
        flush();
      }
      text(row.code());
      buffer[used++] = ',';
      put(
          periods.computeIfAbsent(
              row.period(), period -> period.toString().getBytes(StandardCharsets.UTF_8)));
      buffer[used++] = ',';
      number(row.version());
      buffer[used++] = ',';
      time(row.heard);
      buffer[used++] = ',';
      if (row.accepted != ReportRow.NONE) {
        time(row.accepted);
      }
      for (int place = 0; place < prior.length; place++) {
        buffer[used++] = ',';
        number(row.now[place]);
      }
      for (int place = 0; place < prior.length; place++) {
        if (prior[place]) {
          buffer[used++] = ',';
          if (row.hasPrior(place)) {
            number(row.prior[place]);
          }
        }
      }
      buffer[used++] = '\n';
    }

    private void text(String ascii) {
      for (int i = 0; i < ascii.length(); i++) {
        buffer[used++] = (byte) ascii.charAt(i);
      }
    }

    private void put(byte[] bytes) {
      System.arraycopy(bytes, 0, buffer, used, bytes.length);
      used += bytes.length;
    }

    /// `2012-03-08T02:15:00Z`
    private void time(long second) {
      long day = Math.floorDiv(second, DAY);
      put(
          days.computeIfAbsent(
              day,
              one ->
                  Instant.ofEpochSecond(one * DAY)
                      .toString()
                      .substring(0, 11)
                      .getBytes(StandardCharsets.UTF_8)));
      int left = Math.floorMod(second, DAY);
      two(left / 3_600);
      buffer[used++] = ':';
      two(left / 60 % 60);
      buffer[used++] = ':';
      two(left % 60);
      buffer[used++] = 'Z';
    }

    private void two(int number) {
      buffer[used++] = (byte) ('0' + number / 10);
      buffer[used++] = (byte) ('0' + number % 10);
    }

    private void number(long number) {
      long left = number;
      if (left < 0) {
        buffer[used++] = '-';
        left = -left;
      }
      int at = digits.length;
      do {
        digits[--at] = (byte) ('0' + left % 10);
        left /= 10;
      } while (left > 0);
      System.arraycopy(digits, at, buffer, used, digits.length - at);
      used += digits.length - at;
    }

    private void flush() {
      try {
        to.write(buffer, 0, used);
        used = 0;
      } catch (IOException broken) {
        throw new UncheckedIOException("form " + form.id(), broken);
      }
    }

    @Override
    public void close() throws IOException {
      flush();
      Arrays.fill(buffer, (byte) 0);
      to.close();
    }
  }
}
