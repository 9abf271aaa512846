package yuheng.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import yuheng.terms.Words;

/// What an account may do (角色). Which role may ask for what stands in sets, never in an order: a
/// reviewer may what his sets say, not what an analyst may. An administrator keeps the accounts and
/// otherwise sees what everybody sees, so that nobody who gives rights also says figures. What
/// units report is said by their own clerks and owners only.
public enum Role {
  /// Reads, and sees his own account.
  READER("读者", "reader"),
  /// Enters figures, tasks, comments.
  ANALYST("分析员", "analyst"),
  /// Accepts what analysts entered, and reads the log.
  REVIEWER("审核员", "reviewer"),
  /// Keeps the accounts.
  ADMINISTRATOR("管理员", "administrator"),
  /// Fills the forms of one unit.
  CLERK("企业统计员", "enterprise clerk"),
  /// Answers for one unit, and fills its forms too.
  OWNER("企业负责人", "enterprise owner"),
  /// Looks after the units of a park.
  PARK("园区", "park"),
  /// Looks after the units of a district; accepts what they report.
  DISTRICT("区县", "district"),
  /// Looks after the units of an industry; accepts what they report, and keeps the registers.
  LINE_OFFICE("行业处室", "line office"),
  /// Shares out power, gas and freight.
  DISPATCHER("调度员", "dispatcher"),
  /// Follows duties to their owners.
  SUPERVISOR("督查员", "supervisor"),
  /// Reads everything, the log too, and says nothing.
  AUDITOR("审计员", "auditor");

  private final Words words;

  Role(String zh, String en) {
    words = new Words(zh, en);
  }

  /// As it is written in the journal and on the command line: `analyst`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// As it is called before people.
  public Words words() {
    return words;
  }

  /// Whether it speaks for one unit of the registers, and for nobody else.
  public boolean isOfAUnit() {
    return this == CLERK || this == OWNER;
  }

  /// Whether it ever says anything about what is measured; else it reads, or keeps accounts only.
  public boolean says() {
    return switch (this) {
      case READER, ADMINISTRATOR, AUDITOR -> false;
      case ANALYST, REVIEWER, CLERK, OWNER, PARK, DISTRICT, LINE_OFFICE, DISPATCHER, SUPERVISOR ->
          true;
    };
  }

  /// Whether a scope fits it: a clerk has one unit, a district its district.
  public boolean takes(Scope scope) {
    return switch (this) {
      case CLERK, OWNER -> scope instanceof Scope.One;
      case PARK -> scope instanceof Scope.Park;
      case DISTRICT -> scope instanceof Scope.District;
      case LINE_OFFICE -> scope instanceof Scope.Industry || scope instanceof Scope.All;
      case ADMINISTRATOR -> scope instanceof Scope.None;
      case READER, ANALYST, REVIEWER, DISPATCHER, SUPERVISOR, AUDITOR ->
          scope instanceof Scope.All || scope instanceof Scope.None;
    };
  }

  /// Which scopes fit it, in words.
  public Words scopes() {
    return switch (this) {
      case CLERK, OWNER -> new Words("一家单位", "one unit");
      case PARK -> new Words("一个园区", "one park");
      case DISTRICT -> new Words("一个区县", "one district");
      case LINE_OFFICE -> new Words("一个行业或全部", "one industry, or all");
      case ADMINISTRATOR -> new Words("无", "none");
      case READER, ANALYST, REVIEWER, DISPATCHER, SUPERVISOR, AUDITOR ->
          new Words("全部或无", "all or none");
    };
  }

  /// The role with a code.
  public static Optional<Role> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
