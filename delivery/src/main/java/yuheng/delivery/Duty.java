package yuheng.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import yuheng.indicators.State;
import yuheng.terms.Words;

/// Something that somebody has to bring in order (督办事项), with everything that was said of it.
///
/// @param target id of the target it must move
/// @param month the month whose figures gave cause
/// @param why what gave cause, in words
/// @param cause the target's standing when it was opened; empty when a person opened it unasked
/// @param owner code of the office that answers for it; empty while nobody does
/// @param helpers codes of offices that take part
/// @param deadline day by which it is to be answered
/// @param measure id of the plan's measure it is about, if any
/// @param history every act on it, oldest first; the first opened it
/// @param seen number of the last act on it; to be given back with the next
public record Duty(
    String id,
    String target,
    YearMonth month,
    Words why,
    Optional<Cause> cause,
    Optional<String> owner,
    List<String> helpers,
    LocalDate deadline,
    Optional<String> measure,
    Stage stage,
    List<Event> history,
    long seen) {
  public Duty {
    helpers = List.copyOf(helpers);
    history = List.copyOf(history);
  }

  /// What the target's standing was when the duty was opened.
  ///
  /// @param value as shown then, with its unit
  /// @param figures ids of the published figures it rested on
  public record Cause(State state, String value, LocalDate knownOn, List<String> figures) {
    public Cause {
      figures = List.copyOf(figures);
    }
  }

  /// How far the work on a duty is, as people say; it never changes the lamp.
  public enum Stage {
    /// Waits for an answer of its owner.
    OPEN("open", new Words("待办理", "open")),
    /// Answered, waits for a reviewer.
    ANSWERED("answered", new Words("已回复，待审核", "answered, to be reviewed")),
    /// Closed by a reviewer.
    CLOSED("closed", new Words("已办结", "closed"));

    private final String code;
    private final Words words;

    Stage(String code, Words words) {
      this.code = code;
      this.words = words;
    }

    /// As in addresses: `open`.
    public String code() {
      return code;
    }

    /// As shown.
    public Words words() {
      return words;
    }
  }

  /// What can be done to a duty.
  public enum Step {
    /// Opened.
    OPEN("open", new Words("立项", "opened")),
    /// Given to another office.
    ASSIGN("assign", new Words("交办", "assigned")),
    /// A remark.
    COMMENT("comment", new Words("批注", "comment")),
    /// Something that shows what was done.
    EVIDENCE("evidence", new Words("证明材料", "evidence")),
    /// The owner's answer.
    ANSWER("answer", new Words("回复", "answered")),
    /// A reviewer's end of it.
    CLOSE("close", new Words("办结", "closed")),
    /// Opened again.
    REOPEN("reopen", new Words("退回重办", "reopened"));

    private final String code;
    private final Words words;

    Step(String code, Words words) {
      this.code = code;
      this.words = words;
    }

    /// As kept in the journal and sent by forms.
    public String code() {
      return code;
    }

    /// As shown.
    public Words words() {
      return words;
    }
  }

  /// One act on a duty.
  ///
  /// @param text what was said; empty when nothing was
  /// @param link address of evidence, if any
  public record Event(
      long act, Instant at, String by, Step step, String text, Optional<String> link) {}

  /// Its deadline has passed and no reviewer has closed it.
  public boolean overdue(LocalDate today) {
    return stage != Stage.CLOSED && today.isAfter(deadline);
  }

  /// Whether an office has a part in it.
  public boolean concerns(String office) {
    return owner.filter(office::equals).isPresent() || helpers.contains(office);
  }
}
