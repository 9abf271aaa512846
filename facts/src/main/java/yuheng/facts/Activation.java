package yuheng.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import yuheng.facts.Journal.Seen;
import yuheng.facts.Letters.Letter;
import yuheng.terms.Words;

/// How somebody comes to speak for a unit (企业账号开通): with a code that goes to the unit's registered
/// contact and to nobody else. An administrator has letters sent and never sees a code; who has the
/// code opens an account of the unit with a password of his own, or sets a new one.
///
/// A code is used once, holds for [#VALID], and gives way to a later one for the same thing. The
/// journal keeps its hash.
public final class Activation {
  /// How long a code is of use.
  public static final Duration VALID = Duration.ofDays(30);

  /// Kind of what is said of a code; the subject is its hash.
  public static final String CODE = "activation-code";

  /// Kind of what is said of the letters of a unit; the subject is its number.
  public static final String LETTER = "activation-letter";

  /// Digits and letters that nobody mistakes for each other, as Crockford's base 32 has them.
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  private final Journal journal;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Letters letters;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Activation(Journal journal, Contacts contacts, Letters letters, Clock clock) {
    this.journal = journal;
    this.accounts = new Accounts(journal);
    this.contacts = contacts;
    this.letters = letters;
    this.clock = clock;
  }

  /// Where units are reached, as the registers say.
  @FunctionalInterface
  public interface Contacts {
    /// The registered contact of a unit; empty when there is no such unit, or it has none.
    Optional<String> of(long unit);
  }

  /// What came of having letters sent.
  ///
  /// @param sent how many letters there are
  /// @param unreached units without a registered contact, to whom none could be
  public record Issued(int sent, List<Long> unreached) {
    public Issued {
      unreached = List.copyOf(unreached);
    }
  }

  /// What a code is for.
  ///
  /// @param account the account whose password it sets anew; empty when it opens one
  public record Use(long unit, Role role, Optional<String> account) {}

  /// Has a code sent to each of the units, with which a new account of it can be opened.
  ///
  /// @param by an administrator; or, for his own unit alone, its owner
  /// @param role [Role#CLERK] or [Role#OWNER]
  /// @throws Accounts.Refused if he may not
  public Issued issue(Access by, Role role, List<Long> units) {
    boolean own =
        by.role() == Role.OWNER && role == Role.CLERK && units.stream().allMatch(by::speaksFor);
    if (!role.isOfAUnit() || !(by.role() == Role.ADMINISTRATOR || own)) {
      throw new Accounts.Refused(
          new Words(
              "激活函由管理员寄发；企业负责人可为本企业的统计员寄发。",
              "An administrator has letters sent; an owner may for clerks of his own unit."));
    }
    Words subject =
        new Words("开通账号：" + role.words().zh(), "opens an account: " + role.words().en());
    var asked = new ArrayList<Asked>();
    units.stream().distinct().forEach(unit -> asked.add(new Asked(unit, role, "", subject)));
    return send(by, "activation-issue", asked, List.of());
  }

  /// Has a code sent to the unit of an account, with which its password can be set anew, and the
  /// account opened again if it was closed. Until then the old password holds. The unit sees who
  /// asked, and its next version is marked.
  ///
  /// @throws Accounts.Refused if there is no such account of a unit, it has no registered contact,
  ///   or `by` may not
  public void reset(Access by, String name) {
    Account account = accounts.known(name);
    OptionalLong unit = account.ownUnit();
    if (unit.isEmpty()
        || !(by.role() == Role.ADMINISTRATOR
            || (by.role() == Role.OWNER && by.speaksFor(unit.getAsLong())))) {
      throw new Accounts.Refused(
          new Words(
              "重置码只用于企业账号，由管理员或该企业负责人寄发。",
              "A code sets the password of an enterprise's account; an administrator or the owner"
                  + " has it sent."));
    }
    Words subject = new Words("重设账号 " + name + " 的密码", "sets the password of " + name + " anew");
    Issued issued =
        send(
            by,
            "account-reset",
            List.of(new Asked(unit.getAsLong(), account.role(), name, subject)),
            List.of(new Said(Accounts.KIND, name, Map.of("reset", "asked"))));
    if (issued.sent() == 0) {
      throw new Accounts.Refused(
          new Words("该企业没有登记联系方式。", "The enterprise has no registered contact."));
    }
  }

  private record Asked(long unit, Role role, String account, Words subject) {}

  private Issued send(Access by, String what, List<Asked> asked, List<Said> more) {
    Instant expires = clock.instant().plus(VALID);
    var written = new ArrayList<Letter>();
    var said = new ArrayList<Said>();
    var unreached = new ArrayList<Long>();
    for (Asked one : asked) {
      Optional<String> contact = contacts.of(one.unit()).filter(to -> !to.isBlank());
      if (contact.isEmpty()) {
        unreached.add(one.unit());
        continue;
      }
      String code = draw();
      written.add(new Letter(one.unit(), contact.get(), one.subject(), code, expires));
      String hash = hash(code);
      String role = one.role().code();
      String unit = Long.toString(one.unit());
      said.add(
          new Said(
              CODE,
              hash,
              Map.of(
                  "unit", unit, "role", role, "account", one.account(), "expires", "" + expires)));
      said.add(
          new Said(LETTER, unit, Map.of("code", hash, "role", role, "account", one.account())));
    }
    if (!written.isEmpty()) {
      said.addAll(more);
      journal.append(by.account(), what, said);
      letters.send(written);
    }
    return new Issued(written.size(), unreached);
  }

  /// What a code is for, if it is of use now.
  public Optional<Use> find(String code) {
    return valid(code).map(Valid::use);
  }

  /// Opens an account of the unit that the code went to.
  ///
  /// @param hash of the password of whoever opens it
  /// @throws Accounts.Refused if the code is of no use, or the name is taken or none
  public Account activate(String code, String name, String display, String hash) {
    Valid valid = valid(code).filter(one -> one.use().account().isEmpty()).orElseThrow(this::none);
    Map<String, String> fields = Accounts.fields(name, display, valid.use().role());
    if (accounts.find(name).isPresent()) {
      throw Accounts.taken(name);
    }
    fields.put("one-time", "false");
    fields.put("unit", Long.toString(valid.use().unit()));
    fields.put("scope", new Scope.One(valid.use().unit()).written());
    use(name, Accounts.ACTIVATED, valid, fields, hash, new Seen(Accounts.KIND, name, 0));
    return accounts.find(name).orElseThrow();
  }

  /// Sets the password of the account that the code is for.
  ///
  /// @throws Accounts.Refused if the code is of no use
  public Account renew(String code, String hash) {
    Valid valid =
        valid(code).filter(one -> one.use().account().isPresent()).orElseThrow(this::none);
    String name = valid.use().account().orElseThrow();
    Account account = accounts.known(name);
    use(
        name,
        Accounts.RENEWED,
        valid,
        Map.of("active", "true", "one-time", "false", "reset", "done"),
        hash,
        new Seen(Accounts.KIND, name, account.lastAct()));
    return accounts.find(name).orElseThrow();
  }

  private void use(
      String name, String what, Valid valid, Map<String, String> fields, String hash, Seen seen) {
    List<Said> said =
        List.of(
            new Said(Accounts.KIND, name, fields),
            Accounts.password(name, hash),
            new Said(CODE, valid.hash(), Map.of("used", name)));
    List<Seen> unused = List.of(seen, new Seen(CODE, valid.hash(), valid.issued()));
    if (journal.appendUnlessOvertaken(name, what, said, unused) instanceof Journal.Kept.Overtaken) {
      throw none();
    }
  }

  private record Valid(String hash, long issued, Use use) {}

  private Optional<Valid> valid(String code) {
    String hash = hash(code);
    List<Act> acts = journal.acts(CODE, hash);
    if (acts.size() != 1) {
      return Optional.empty();
    }
    Said said = acts.getFirst().said().getFirst();
    if (!clock.instant().isBefore(Instant.parse(said.text("expires")))) {
      return Optional.empty();
    }
    String account = said.text("account");
    String role = said.text("role");
    boolean last =
        journal.acts(LETTER, said.text("unit")).stream()
            .flatMap(act -> act.said().stream())
            .filter(one -> one.text("role").equals(role) && one.text("account").equals(account))
            .reduce((_, later) -> later)
            .filter(one -> one.text("code").equals(hash))
            .isPresent();
    return last
        ? Optional.of(
            new Valid(
                hash,
                acts.getFirst().number(),
                new Use(
                    Long.parseLong(said.text("unit")),
                    Role.find(role).orElseThrow(),
                    Optional.of(account).filter(name -> !name.isEmpty()))))
        : Optional.empty();
  }

  private Accounts.Refused none() {
    return new Accounts.Refused(
        new Words(
            "该码无效、已使用、已过期，或已被新码取代。请核对信函，或请管理员重新寄发。",
            "The code is none, was used, is too old, or a newer one took its place. Compare it with"
                + " the letter, or have another sent."));
  }

  private String draw() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "");
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /// Of the code as people type it: small letters, spaces, O for 0 and I or L for 1 are the same.
  private static String hash(String code) {
    String plain =
        code.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
