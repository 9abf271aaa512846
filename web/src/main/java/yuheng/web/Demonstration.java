package yuheng.web;

import java.util.List;

/// What a demonstration tells whoever comes (演示): accounts that he may sign in with. Only a server
/// that is started for one has it.
///
/// @param accounts their names, as the sign-in page lists them
/// @param password of all of them
public record Demonstration(List<String> accounts, String password) {
  public Demonstration {
    accounts = List.copyOf(accounts);
  }
}
