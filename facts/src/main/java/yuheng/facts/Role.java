package yuheng.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import yuheng.terms.Words;

/// What an account may do (角色). A reviewer may all that an analyst may, an analyst all that a
/// reader may; an administrator keeps the accounts and otherwise only reads, so that nobody who
/// gives rights also says figures. What units report is said by their own clerks and owners only.
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

  /// Whether this role may do what asks for at least another.
  public boolean may(Role least) {
    return this == least || least == READER || (this == REVIEWER && least == ANALYST);
  }

  /// The role with a code.
  public static Optional<Role> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
