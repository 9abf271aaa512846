package yuheng.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Letters with codes that were issued together, and what became of them (一批激活函): counts, never
/// codes.
///
/// @param number of the act that issued them
/// @param by who had them sent
/// @param sent whether all of them reached the outbox; if not, the batch is to be issued anew
/// @param issued how many there are: those used, replaced, expired and waiting together
/// @param used codes that opened an account or set a password
/// @param replaced codes that a newer letter took the place of before they were used
/// @param expired codes that nobody used in time
public record LetterBatch(
    long number,
    Instant at,
    String by,
    boolean sent,
    int issued,
    int used,
    int replaced,
    int expired) {
  /// Kind of what is said of a batch; the subject is the number of the act that issued it.
  public static final String KIND = "activation-batch";

  /// Letters whose codes are still good.
  public int waiting() {
    return issued - used - replaced - expired;
  }

  /// What the journal says of one code.
  private record Code(Act issue, String hash, String owner, Instant expires) {}

  static List<LetterBatch> all(Journal journal, Instant now) {
    var codes = new ArrayList<Code>();
    var used = new HashSet<String>();
    Map<String, String> newest = new HashMap<>();
    for (Act act : journal.acts(Activation.CODE)) {
      for (Said said : act.said()) {
        Optional<String> expires = said.find("expires");
        if (expires.isEmpty()) {
          used.add(said.subject());
          continue;
        }
        String owner = said.text("unit") + " " + said.text("role") + " " + said.text("account");
        newest.put(owner, said.subject());
        codes.add(new Code(act, said.subject(), owner, Instant.parse(expires.get())));
      }
    }
    var sent = new HashSet<String>();
    journal.acts(KIND).forEach(act -> act.said().forEach(said -> sent.add(said.subject())));
    var batches = new TreeMap<Long, LetterBatch>();
    for (Code code : codes) {
      batches.merge(
          code.issue().number(), one(code, used, newest, sent, now), LetterBatch::together);
    }
    return List.copyOf(batches.descendingMap().values());
  }

  private static LetterBatch one(
      Code code, Set<String> used, Map<String, String> newest, Set<String> sent, Instant now) {
    @Nullable String last = newest.get(code.owner());
    boolean wasUsed = used.contains(code.hash());
    boolean replaced = !wasUsed && !code.hash().equals(last);
    boolean expired = !wasUsed && !replaced && !now.isBefore(code.expires());
    return new LetterBatch(
        code.issue().number(),
        code.issue().at(),
        code.issue().by(),
        sent.contains(Long.toString(code.issue().number())),
        1,
        wasUsed ? 1 : 0,
        replaced ? 1 : 0,
        expired ? 1 : 0);
  }

  private LetterBatch together(LetterBatch more) {
    return new LetterBatch(
        number,
        at,
        by,
        sent,
        issued + more.issued,
        used + more.used,
        replaced + more.replaced,
        expired + more.expired);
  }
}
