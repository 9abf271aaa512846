package yuheng.web;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Whom a session belongs to.
///
/// @param passwordSince the act that set the password it began with; after another one it is over
record SignedIn(String name, long passwordSince) implements AuthenticatedPrincipal, Serializable {
  @Override
  public String getName() {
    return name;
  }
}
