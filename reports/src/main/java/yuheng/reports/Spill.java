package yuheng.reports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// Submissions that were read and wait on disk until all of their file are known to be right; gone
/// when it is closed. For one thread.
final class Spill implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final DataOutputStream to;
  private final List<Form> forms = new ArrayList<>();
  private final List<Period> periods = new ArrayList<>();
  private final Map<String, Integer> formAt = new HashMap<>();
  private final Map<Period, Integer> periodAt = new HashMap<>();
  private int size;

  Spill() throws IOException {
    file = Files.createTempFile("yuheng-import", ".spill");
    to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  int size() {
    return size;
  }

  void add(Form form, Submission one) throws IOException {
    size++;
    to.writeLong(one.key().unit());
    to.writeInt(
        formAt.computeIfAbsent(
            form.id(),
            _ -> {
              forms.add(form);
              return forms.size() - 1;
            }));
    to.writeInt(
        periodAt.computeIfAbsent(
            one.key().period(),
            period -> {
              periods.add(period);
              return periods.size() - 1;
            }));
    to.writeInt(one.seen());
    to.writeUTF(one.idempotency());
    to.writeInt(one.reasons().size());
    for (Map.Entry<String, String> reason : one.reasons().entrySet()) {
      to.writeUTF(reason.getKey());
      to.writeUTF(reason.getValue());
    }
    CellRow cells = one.cells();
    for (int i = 0; i < cells.items(); i++) {
      boolean now = cells.now(i).isPresent();
      boolean prior = cells.prior(i).isPresent();
      to.writeByte((now ? 1 : 0) | (prior ? 2 : 0));
      if (now) {
        to.writeLong(cells.now(i).getAsLong());
      }
      if (prior) {
        to.writeLong(cells.prior(i).getAsLong());
      }
    }
  }

  /// All of them, in order, each time it is asked; nothing is added any more.
  Iterator<Submission> all() throws IOException {
    to.close();
    var from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    return new Iterator<>() {
      private int left = size;

      @Override
      public boolean hasNext() {
        return left > 0;
      }

      @Override
      public Submission next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        try {
          left--;
          Submission one = read(from);
          if (left == 0) {
            from.close();
          }
          return one;
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    };
  }

  private Submission read(DataInputStream from) throws IOException {
    long unit = from.readLong();
    Form form = forms.get(from.readInt());
    Period period = periods.get(from.readInt());
    int seen = from.readInt();
    String token = from.readUTF();
    var reasons = new TreeMap<String, String>();
    for (int left = from.readInt(); left > 0; left--) {
      reasons.put(from.readUTF(), from.readUTF());
    }
    CellRow.Draft cells = CellRow.of(form);
    for (int i = 0; i < form.items().size(); i++) {
      int has = from.readByte();
      if ((has & 1) != 0) {
        cells.now(i, from.readLong());
      }
      if ((has & 2) != 0) {
        cells.prior(i, from.readLong());
      }
    }
    return new Submission(
        new ReportKey(unit, form.id(), period), cells.row(), reasons, seen, token);
  }

  @Override
  public void close() throws IOException {
    to.close();
    Files.deleteIfExists(file);
  }
}
