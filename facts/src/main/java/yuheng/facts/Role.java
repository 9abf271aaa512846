package yuheng.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import yuheng.terms.Words;

/// What an account may do (角色). A reviewer may all that an analyst may, an analyst all that a
/// reader may; an administrator keeps the accounts and otherwise only reads, so that nobody who
/// gives rights also says figures.
public enum Role {
  /// Reads, and sees his own account.
  READER("读者", "reader"),
  /// Enters figures, tasks, comments.
  ANALYST("分析员", "analyst"),
  /// Accepts what analysts entered, and reads the log.
  REVIEWER("审核员", "reviewer"),
  /// Keeps the accounts.
  ADMINISTRATOR("管理员", "administrator");

  private final Words words;

  Role(String zh, String en) {
    words = new Words(zh, en);
  }

  /// As it is written in the journal and on the command line: `analyst`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As it is called before people.
  public Words words() {
    return words;
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
