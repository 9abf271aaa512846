package yuheng.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yuheng.delivery.BulletinFile.Kind;
import yuheng.delivery.BulletinRecord.Stage;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Journal.Kept;
import yuheng.facts.Said;
import yuheng.terms.Language;

/// Where bulletins are worked on (月报流程): draft, submitted, signed by somebody else and by that
/// frozen. Each step is an act of the journal.
///
/// Until it is frozen, a bulletin is written anew from the figures each time it is looked at, with
/// the analyst's words laid over it. At signing, all of it is kept: text, numbers, ids of figures,
/// the day they were known on, and the files; from then on nothing changes it.
public final class BulletinDesk {
  static final String KIND = "bulletin";
  static final String FILE = "bulletin-file";

  private final Journal journal;
  private final Function<LocalDate, Function<YearMonth, Bulletin>> writer;

  /// @param writer writes the bulletin of a month as known on a day
  public BulletinDesk(
      Journal journal, Function<LocalDate, Function<YearMonth, Bulletin>> writer) {
    this.journal = journal;
    this.writer = writer;
  }

  /// The bulletin of a month as it stands.
  ///
  /// @param knownOn for a draft; once submitted, the day of submission's question counts
  public BulletinRecord find(YearMonth month, LocalDate knownOn) {
    List<Act> acts = journal.acts(KIND, month.toString());
    return new BulletinHistory(acts)
        .record(month, knownOn, day -> writer.apply(day).apply(month));
  }

  /// Months of which a bulletin was worked on, the latest first.
  public List<YearMonth> months() {
    return journal.acts(KIND).stream()
        .map(act -> YearMonth.parse(act.said().getFirst().subject()))
        .distinct()
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  /// Changes the words of a sentence; its numbers stay bound.
  ///
  /// @param text as [Sentence#editable], with other words
  public Outcome edit(
      String by,
      BulletinRecord record,
      String sentence,
      Language language,
      String text) {
    String place = place(record) + "#" + sentence;
    if (record.stage() != Stage.DRAFT) {
      return wrongStage(record, "edited");
    }
    Optional<Sentence> found =
        record.bulletin().sentences().filter(one -> one.id().equals(sentence)).findFirst();
    if (found.isEmpty()) {
      return Outcome.refused(
          "BU007",
          place,
          "there is no sentence `%s`".formatted(sentence),
          "figures may have changed which sentences there are",
          "look at the bulletin again");
    }
    return switch (SentenceEdit.read(found.get(), language, text, place)) {
      case SentenceEdit.Wrong(var problems) -> new Outcome.Refused(problems);
      case SentenceEdit.Read(String template) ->
          add(
              by,
              record,
              "edit",
              Map.of(
                  "sentence", sentence,
                  "language", language == Language.ZH ? "zh" : "en",
                  "template", template,
                  "from", found.get().template().in(language)));
    };
  }

  /// Takes an analyst's words back.
  public Outcome restore(String by, BulletinRecord record, String sentence) {
    return record.stage() == Stage.DRAFT
        ? add(by, record, "restore", Map.of("sentence", sentence))
        : wrongStage(record, "edited");
  }

  /// Gives a draft to a reviewer; from now on the day it is known on stays.
  public Outcome submit(String by, BulletinRecord record) {
    return record.stage() == Stage.DRAFT
        ? add(by, record, "submit", Map.of("known-on", record.bulletin().knownOn().toString()))
        : wrongStage(record, "submitted");
  }

  /// Gives it back to its author.
  public Outcome giveBack(String by, BulletinRecord record, String why) {
    if (record.stage() != Stage.SUBMITTED) {
      return wrongStage(record, "given back");
    }
    if (why.isBlank()) {
      return Outcome.refused(
          "BU008",
          place(record),
          "no reason is given",
          "an author has to know what to mend",
          "write what is wrong");
    }
    return add(by, record, "return", Map.of("why", why.strip()));
  }

  /// Signs and freezes it.
  ///
  /// @param digest [BulletinRecord#digest()] of what the reviewer read
  public Outcome sign(String by, BulletinRecord record, String digest) {
    if (record.stage() != Stage.SUBMITTED) {
      return wrongStage(record, "signed");
    }
    if (record.authors().contains(by)) {
      return Outcome.refused(
          "BU003",
          place(record),
          "`%s` wrote in this bulletin and cannot sign it".formatted(by),
          "nobody signs his own work",
          "let another reviewer sign it");
    }
    if (!record.digest().equals(digest)) {
      return Outcome.refused(
          "BU006",
          place(record),
          "figures changed since you read it",
          "what is signed is what was read",
          "read it again; the changed sentences are the ones that use the changed figures");
    }
    Bulletin signed = record.bulletin().marked(Optional.empty());
    var said = new ArrayList<Said>();
    String month = record.month().toString();
    said.add(
        new Said(
            KIND,
            month,
            Map.of(
                "do", "sign",
                "known-on", record.bulletin().knownOn().toString(),
                "digest", record.digest(),
                "content", BulletinJson.write(signed))));
    said.addAll(files(signed));
    return kept(journal.appendUnlessOvertaken(by, "bulletin sign", said, KIND, month, record.seen()));
  }

  private static List<Said> files(Bulletin signed) {
    var files = new ArrayList<Said>();
    for (Language language : Language.values()) {
      for (Kind kind : Kind.values()) {
        if (BulletinFile.write(signed, language, kind)
            instanceof BulletinFile.Written written) {
          byte[] bytes = written.bytes();
          files.add(
              new Said(
                  FILE,
                  fileName(signed.month(), language, kind),
                  Map.of(
                      "sha256", sha256(bytes),
                      "base64", Base64.getEncoder().encodeToString(bytes))));
        }
      }
    }
    return files;
  }

  /// A bulletin as a file: the very bytes that were kept at signing, once it is frozen.
  public BulletinFile file(BulletinRecord record, Language language, Kind kind) {
    if (record.stage() == Stage.FROZEN) {
      List<Act> acts = journal.acts(FILE, fileName(record.month(), language, kind));
      if (!acts.isEmpty()) {
        String bytes = acts.getLast().said().getFirst().text("base64");
        return new BulletinFile.Written(Base64.getDecoder().decode(bytes));
      }
    }
    return BulletinFile.write(record.bulletin(), language, kind);
  }

  private static String fileName(YearMonth month, Language language, Kind kind) {
    return "%s.%s.%s".formatted(month, language == Language.ZH ? "zh" : "en", kind.suffix());
  }

  private Outcome add(String by, BulletinRecord record, String what, Map<String, String> more) {
    var fields = new LinkedHashMap<>(more);
    fields.put("do", what);
    String month = record.month().toString();
    return kept(
        journal.appendUnlessOvertaken(
            by,
            "bulletin " + what,
            List.of(new Said(KIND, month, fields)),
            KIND,
            month,
            record.seen()));
  }

  private static Outcome kept(Kept kept) {
    return switch (kept) {
      case Kept.Appended(Act act) -> new Outcome.Done(act);
      case Kept.Overtaken(Act since) -> new Outcome.Overtaken(since);
    };
  }

  private static String place(BulletinRecord record) {
    return "bulletin/" + record.month();
  }

  private static Outcome wrongStage(BulletinRecord record, String what) {
    return Outcome.refused(
        "BU004",
        place(record),
        "the bulletin of %s is %s and cannot be %s"
            .formatted(record.month(), record.stage().words().en(), what),
        "a bulletin is written, submitted, then signed by somebody else, and after that it stays",
        record.stage() == Stage.FROZEN
            ? "say it in a later month's bulletin"
            : "take the step that is due");
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  static String digest(Bulletin bulletin) {
    return sha256(BulletinJson.write(bulletin).getBytes(StandardCharsets.UTF_8));
  }
}
