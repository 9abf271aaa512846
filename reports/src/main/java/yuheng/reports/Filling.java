package yuheng.reports;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import yuheng.facts.Cell;
import yuheng.facts.Fault;
import yuheng.facts.WrittenNumber;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;
import yuheng.terms.Span;
import yuheng.terms.Unit;

/// One report while its cells are read; counts what is wrong with it.
final class Filling {
  private static final int SHORT = 15;
  private static final int LONGEST_REASON = 500;

  private final Form form;
  private final FormChecks checks;
  private final Consumer<Fault> told;
  private final CellRow.Draft draft;
  private final Map<String, String> reasons = new HashMap<>();
  private final BitSet written = new BitSet();
  private boolean empty = true;
  private boolean wrong;

  /// Where things stand, or should.
  interface Places {
    /// The cell of an item.
    Span now(int item);

    /// Where a reason is to be written, if there is such a place.
    Optional<Span> reason(Form.Check check);

    /// The report as a whole.
    Span whole();
  }

  Filling(Form form, FormChecks checks, Consumer<Fault> told) {
    this.form = form;
    this.checks = checks;
    this.told = told;
    this.draft = CellRow.of(form);
  }

  boolean isWrong() {
    return wrong;
  }

  void fault(Fault fault) {
    wrong = true;
    told.accept(fault);
  }

  /// Takes a cell with a figure in it.
  void figure(Form.Item item, int place, boolean prior, Cell cell) {
    empty = false;
    if (!prior) {
      written.set(place);
    }
    OptionalLong value = value(item, cell);
    if (value.isPresent()) {
      if (prior) {
        draft.prior(place, value.getAsLong());
      } else {
        draft.now(place, value.getAsLong());
      }
    }
  }

  /// Takes the reason of a check.
  void reason(Form.Check check, Cell cell) {
    String text = cell.text();
    boolean unseen = text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    if (unseen || text.codePointCount(0, text.length()) > LONGEST_REASON) {
      fault(TableFaults.reason(cell, LONGEST_REASON));
    } else {
      reasons.put(check.id(), text);
    }
  }

  private OptionalLong value(Form.Item item, Cell cell) {
    String text = cell.text();
    if (cell.kind() == Cell.Kind.PLAIN && isDigits(text)) {
      return OptionalLong.of(Long.parseLong(text));
    }
    Optional<Fault> unfit =
        switch (cell.kind()) {
          case ERROR -> Optional.of(TableFaults.error(cell));
          case FORMULA -> Optional.of(TableFaults.formula(cell));
          case DAY -> Optional.of(TableFaults.number(item, cell));
          case PLAIN, COMPUTED -> Optional.empty();
        };
    if (unfit.isPresent()) {
      fault(unfit.get());
      return OptionalLong.empty();
    }
    Optional<WrittenNumber> number = WrittenNumber.read(text);
    if (number.isEmpty() || !isUnit(number.get().behind())) {
      fault(TableFaults.number(item, cell));
      return OptionalLong.empty();
    }
    return bounded(item, cell, number.get().behind(), number.get().number().stripTrailingZeros());
  }

  private static boolean isUnit(String behind) {
    return behind.isEmpty() || (!behind.equals("%") && Unit.read(behind).isPresent());
  }

  private OptionalLong bounded(Form.Item item, Cell cell, String behind, BigDecimal number) {
    if (!behind.isEmpty()
        && !behind.equals(item.unit().symbol())
        && !behind.equals(item.unit().english())) {
      fault(TableFaults.otherUnit(item, cell));
    } else if (number.scale() > 0) {
      fault(TableFaults.whole(item, cell));
    } else if (number.abs().compareTo(BigDecimal.valueOf(FormSheet.LARGEST)) > 0) {
      fault(TableFaults.large(item, cell));
    } else if (number.signum() < 0 && !item.signed()) {
      fault(TableFaults.negative(item, cell));
    } else {
      return OptionalLong.of(number.longValueExact());
    }
    return OptionalLong.empty();
  }

  /// The most frequent way to write a number, at no cost.
  private static boolean isDigits(String text) {
    if (text.isEmpty() || text.length() > SHORT) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at < '0' || at > '9') {
        return false;
      }
    }
    return true;
  }

  /// Ends the report: what is missing, and what its checks say, is told.
  Optional<Submission> end(ReportKey key, int seen, Optional<CellRow> before, Places places) {
    if (empty && !wrong) {
      fault(TableFaults.nothing(places.whole()));
      return Optional.empty();
    }
    CellRow row = draft.row();
    for (int i = 0; i < form.items().size(); i++) {
      Form.Item item = form.items().get(i);
      if (item.required() && !written.get(i)) {
        fault(TableFaults.required(item, places.now(i)));
      }
    }
    if (wrong) {
      return Optional.empty();
    }
    List<Form.Check> failing = checks.failing(row, before);
    var given = new TreeMap<String, String>();
    for (Form.Check check : failing) {
      if (check.hard()) {
        fault(TableFaults.hard(check, places.now(first(check.test()))));
      } else if (reasons.getOrDefault(check.id(), "").isBlank()) {
        fault(
            TableFaults.soft(
                check, places.reason(check).orElseGet(() -> places.now(first(check.test())))));
      } else {
        given.put(check.id(), reasons.get(check.id()));
      }
    }
    return wrong
        ? Optional.empty()
        : Optional.of(new Submission(key, row, given, seen, token(key, row, given, seen)));
  }

  /// The item that a test speaks of first, of the report at hand where it can.
  private int first(RowTest test) {
    String item =
        test.cells()
            .filter(cell -> cell.from() == RowExpression.From.THIS)
            .findFirst()
            .or(() -> test.cells().findFirst())
            .map(RowExpression.Cell::item)
            .orElseGet(() -> form.items().getFirst().id());
    for (int i = 0; i < form.items().size(); i++) {
      if (form.items().get(i).id().equals(item)) {
        return i;
      }
    }
    return 0;
  }

  /// What names a submission: the same report brought twice is one.
  private static String token(ReportKey key, CellRow row, Map<String, String> reasons, int seen) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          "%d %s %s %d "
              .formatted(key.unit(), key.form(), key.period(), seen)
              .getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.allocate(row.items() * 2 * (Long.BYTES + 1));
      for (int i = 0; i < row.items(); i++) {
        for (OptionalLong cell : List.of(row.now(i), row.prior(i))) {
          bytes.put((byte) (cell.isPresent() ? 1 : 0)).putLong(cell.orElse(0));
        }
      }
      digest.update(bytes.array());
      digest.update(reasons.toString().getBytes(StandardCharsets.UTF_8));
      return "table-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
