package yuheng.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Words;

/// The tokens that accounts made for their programs: made, taken back and used by acts of the
/// journal. The journal has SHA-256 of a secret of 256 random bits; the secret itself is shown once
/// and kept nowhere.
public final class ApiTokens {
  /// Kind of what is said about a token; the subject is its id.
  public static final String KIND = "token";

  /// Kind of what is said about its use, at most once an hour.
  public static final String USE = "token-use";

  /// Longest life.
  public static final Duration LONGEST = Duration.ofDays(366);

  /// Tokens of one account that are good at the same time.
  public static final int MOST = 20;

  private static final Duration BETWEEN_NOTES = Duration.ofHours(1);
  private static final int LONGEST_NAME = 60;
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final Pattern WRITTEN = Pattern.compile("yuheng_([0-9a-f]{16})_([0-9a-f]{64})");

  private final Journal journal;
  private final Accounts accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /// @param clock says when a token expires
  public ApiTokens(Journal journal, Clock clock) {
    this.journal = journal;
    this.accounts = new Accounts(journal);
    this.clock = clock;
  }

  /// A token just made.
  ///
  /// @param written what its program sends; to be shown once and kept nowhere
  public record Made(ApiToken token, String written) {}

  /// Makes a token for an account.
  ///
  /// @param life how long it is good
  /// @throws Accounts.Refused if the account may not do that itself, or has too many
  public Made make(Account owner, String name, Duration life, boolean says, Scope scope) {
    String called = name.strip();
    Account account = accounts.find(owner.name()).filter(Account::active).orElse(owner);
    Optional<Words> refusal = refusal(account, called, life, says, scope);
    if (refusal.isPresent()) {
      throw new Accounts.Refused(refusal.get());
    }
    String id = drawn(ID_BYTES);
    String secret = drawn(SECRET_BYTES);
    var fields = new TreeMap<String, String>();
    fields.put("account", account.name());
    fields.put("called", called);
    fields.put("says", Boolean.toString(says));
    fields.put("scope", scope.written());
    fields.put("expires", clock.instant().plus(life).toString());
    fields.put("password-since", Long.toString(account.passwordSince()));
    fields.put("sha256", seal(secret));
    Act act = journal.append(account.name(), "token-make", List.of(new Said(KIND, id, fields)));
    return new Made(
        read(act, act.said().getFirst(), List.of()).orElseThrow(),
        "yuheng_%s_%s".formatted(id, secret));
  }

  private Optional<Words> refusal(
      Account account, String called, Duration life, boolean says, Scope scope) {
    if (!account.active() || account.oneTime()) {
      return Optional.of(
          new Words("请先换成自己的密码，再做令牌。", "Choose your own password before you make a token."));
    }
    if (!AccountText.isOneLine(called, LONGEST_NAME)) {
      return Optional.of(
          new Words(
              "令牌用途须为一行文字，1 至 60 个字。", "What a token is for is one line of 1 to 60 characters."));
    }
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      return Optional.of(new Words("有效期为 1 至 366 天。", "A token is good for 1 to 366 days."));
    }
    if (says && !account.role().says()) {
      return Optional.of(
          new Words("您的角色只能读取，令牌也只能读取。", "Your role only reads, so its tokens only read."));
    }
    if (!account.scope().holds(scope)) {
      return Optional.of(
          new Words("令牌的数据范围不能超出您自己的。", "A token sees no rows that you do not see yourself."));
    }
    long good =
        of(account.name()).stream().filter(one -> one.isGood(account, clock.instant())).count();
    return good < MOST
        ? Optional.empty()
        : Optional.of(
            new Words(
                "已有 20 个有效令牌，请先撤销不用的。", "There are 20 good tokens already. Revoke one first."));
  }

  /// What a token may do that a program sent, and whose it is; empty if it is worth nothing.
  public Optional<ApiToken> find(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<Act> acts = journal.acts(KIND, parts.group(1));
    if (acts.isEmpty()) {
      return Optional.empty();
    }
    byte[] due = acts.getFirst().said().getFirst().text("sha256").getBytes(StandardCharsets.UTF_8);
    byte[] found = seal(parts.group(2)).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(due, found)) {
      return Optional.empty();
    }
    return read(acts.getFirst(), acts.getFirst().said().getFirst(), acts.subList(1, acts.size()))
        .filter(
            token ->
                accounts
                    .find(token.account())
                    .filter(account -> token.isGood(account, clock.instant()))
                    .isPresent());
  }

  /// What a good token may do now.
  public Optional<Access> access(ApiToken token) {
    return accounts
        .find(token.account())
        .filter(account -> token.isGood(account, clock.instant()))
        .map(account -> Access.by(token, account));
  }

  /// Notes that a token was used; at most once an hour, for a note costs a sync to disk.
  ///
  /// @param from the address it came from
  public void used(ApiToken token, String from) {
    Instant now = clock.instant();
    Instant last = noted.computeIfAbsent(token.id(), id -> lastUse(id).orElse(Instant.EPOCH));
    if (now.isBefore(last.plus(BETWEEN_NOTES)) || !noted.replace(token.id(), last, now)) {
      return;
    }
    Said said = new Said(USE, token.id(), Map.of("account", token.account(), "from", from));
    journal.append(token.account(), "token-use", List.of(said));
  }

  private Optional<Instant> lastUse(String id) {
    List<Act> uses = journal.acts(USE, id);
    return uses.isEmpty() ? Optional.empty() : Optional.of(uses.getLast().at());
  }

  /// Every token of an account, the newest first, revoked and expired ones too.
  public List<ApiToken> of(String account) {
    ActFilter made =
        new ActFilter(
            Optional.of(account),
            Optional.of("token-make"),
            Optional.of(KIND),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return journal.find(made, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .map(act -> act.said().getFirst().subject())
        .flatMap(
            id -> {
              List<Act> acts = journal.acts(KIND, id);
              return read(
                  acts.getFirst(), acts.getFirst().said().getFirst(), acts.subList(1, acts.size()))
                  .stream();
            })
        .toList();
  }

  /// Takes a token back.
  ///
  /// @param by its account, or an administrator
  /// @throws Accounts.Refused if the account has no such token
  public void revoke(String by, String account, String id) {
    ApiToken token =
        of(account).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new Accounts.Refused(new Words("没有这个令牌。", "There is no such token.")));
    if (!token.revoked()) {
      journal.append(by, "token-revoke", List.of(new Said(KIND, id, Map.of("revoked", "true"))));
    }
  }

  private Optional<ApiToken> read(Act made, Said said, List<Act> later) {
    Optional<Scope> scope = Scope.read(said.text("scope"));
    return scope.map(
        rows ->
            new ApiToken(
                said.subject(),
                said.text("account"),
                said.text("called"),
                said.text("says").equals("true"),
                rows,
                made.at(),
                Instant.parse(said.text("expires")),
                Long.parseLong(said.text("password-since")),
                later.stream().anyMatch(ApiTokens::revokes),
                lastUse(said.subject())));
  }

  private static boolean revokes(Act act) {
    @Nullable String revoked = act.said().getFirst().fields().get("revoked");
    return "true".equals(revoked);
  }

  private String drawn(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private static String seal(String secret) {
    return Apart.seal(secret);
  }
}
