package yuheng.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yuheng.terms.Period;

/// What a person decides about a draft (裁定).
public sealed interface Decision {
  /// What it is about: a proposal's key, a relation's id, `head`, or `#7` for the undoing of
  /// decision 7. Two decisions about different things never stand in each other's way.
  String about();

  /// It is a target as proposed, or as last changed (采纳).
  record Accept(String key) implements Decision {
    @Override
    public String about() {
      return key;
    }
  }

  /// It is a target, with changes (修改).
  record Change(String key, Fields fields) implements Decision {
    @Override
    public String about() {
      return key;
    }
  }

  /// It is not a target (不采纳).
  ///
  /// @param why never blank
  record Reject(String key, String why) implements Decision {
    public Reject {
      if (why.isBlank()) {
        throw new IllegalArgumentException("A rejection of %s without a reason.".formatted(key));
      }
    }

    @Override
    public String about() {
      return key;
    }
  }

  /// It is a target, and a number of an existing indicator (绑定已有指标).
  ///
  /// @param plan id of the package that defines the indicator
  record Bind(String key, String plan, String indicator) implements Decision {
    @Override
    public String about() {
      return key;
    }
  }

  /// A target that was missed, at a stretch of the text (补充). What `fields` leaves empty is as
  /// [Draft#ask] proposes.
  ///
  /// @param start 0-based code points
  record Add(int start, int end, Fields fields) implements Decision {
    @Override
    public String about() {
      return start + "-" + end;
    }
  }

  /// A proposed relation holds (采纳关系).
  record AcceptRelation(String id) implements Decision {
    @Override
    public String about() {
      return id;
    }
  }

  /// A proposed relation does not hold (不采纳关系).
  ///
  /// @param why never blank
  record RejectRelation(String id, String why) implements Decision {
    public RejectRelation {
      if (why.isBlank()) {
        throw new IllegalArgumentException("A rejection of %s without a reason.".formatted(id));
      }
    }

    @Override
    public String about() {
      return id;
    }
  }

  /// What the document says of itself is otherwise; whatever is empty stays (更正文件信息).
  record ChangeHead(
      Optional<String> id,
      Optional<String> title,
      Optional<String> issuer,
      Optional<LocalDate> issued,
      Optional<Period> span,
      Optional<Integer> horizon)
      implements Decision {
    @Override
    public String about() {
      return "head";
    }
  }

  /// An earlier decision no longer counts (撤销). An undoing can be undone.
  ///
  /// @param number of that decision
  record Undo(int number) implements Decision {
    @Override
    public String about() {
      return "#" + number;
    }
  }

  /// A decision as a person made it.
  ///
  /// @param on the version of the review that the person saw
  record Made(int on, String by, Instant at, Decision decision) {}
}
