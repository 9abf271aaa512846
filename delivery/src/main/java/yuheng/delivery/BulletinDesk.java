package yuheng.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
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
import yuheng.terms.Words;

/// Where bulletins are worked on (月报流程): draft, submitted, signed by somebody else and by that
/// frozen. Each step is an act of the journal.
///
/// Until it is frozen, a bulletin is written anew from the figures each time it is looked at, with
/// the analyst's words laid over it. At signing, all of it is kept: text, numbers, ids of figures,
/// and the day they were known on; from then on nothing changes it. Its files are made of what was
/// kept, soon after ([#keepFiles]) or when the first is asked for, and kept too.
public final class BulletinDesk {
  static final String KIND = "bulletin";
  static final String FILE = "bulletin-file";

  private final Journal journal;
  private final Function<LocalDate, Function<YearMonth, Bulletin>> writer;

  /// @param writer writes the bulletin of a month as known on a day
  public BulletinDesk(Journal journal, Function<LocalDate, Function<YearMonth, Bulletin>> writer) {
    this.journal = journal;
    this.writer = writer;
  }

  /// The bulletin of a month as it stands.
  ///
  /// @param knownOn for a draft; once submitted, the day of submission's question counts
  public BulletinRecord find(YearMonth month, LocalDate knownOn) {
    List<Act> acts = journal.acts(KIND, month.toString());
    return new BulletinHistory(acts).record(month, knownOn, day -> writer.apply(day).apply(month));
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
      String by, BulletinRecord record, String sentence, Language language, String text) {
    if (record.stage() != Stage.DRAFT) {
      return wrongStage(record, new Words("修改", "edited"));
    }
    Optional<Sentence> found =
        record.bulletin().sentences().filter(one -> one.id().equals(sentence)).findFirst();
    if (found.isEmpty()) {
      return Outcome.refused(
          "BU007",
          new Words("没有句子`%s`", "there is no sentence `%s`").filled(sentence),
          new Words("公布数变动会改变有哪些句子", "figures decide which sentences there are"),
          new Words("请重新打开月报", "Look at the bulletin again"));
    }
    return switch (SentenceEdit.read(found.get(), language, text)) {
      case SentenceEdit.Wrong(var faults) -> new Outcome.Refused(faults);
      case SentenceEdit.Read(String template) ->
          add(
              by,
              record,
              "edit",
              Map.of(
                  "sentence",
                  sentence,
                  "language",
                  language == Language.ZH ? "zh" : "en",
                  "template",
                  template,
                  "from",
                  found.get().template().in(language)));
    };
  }

  /// Takes an analyst's words back.
  public Outcome restore(String by, BulletinRecord record, String sentence) {
    return record.stage() == Stage.DRAFT
        ? add(by, record, "restore", Map.of("sentence", sentence))
        : wrongStage(record, new Words("修改", "edited"));
  }

  /// Gives a draft to a reviewer; from now on the day it is known on stays.
  public Outcome submit(String by, BulletinRecord record) {
    return record.stage() == Stage.DRAFT
        ? add(by, record, "submit", Map.of("known-on", record.bulletin().knownOn().toString()))
        : wrongStage(record, new Words("送审", "submitted"));
  }

  /// Gives it back to its author.
  public Outcome giveBack(String by, BulletinRecord record, String why) {
    if (record.stage() != Stage.SUBMITTED) {
      return wrongStage(record, new Words("退回", "given back"));
    }
    if (why.isBlank()) {
      return Outcome.refused(
          "BU008",
          new Words("没有写退回原因", "no reason is given"),
          new Words("起草人要知道改什么", "an author has to know what to mend"),
          new Words("请写明哪里不对", "Write what is wrong"));
    }
    return add(by, record, "return", Map.of("why", why.strip()));
  }

  /// Signs and freezes it.
  ///
  /// @param digest [BulletinRecord#digest()] of what the reviewer read
  public Outcome sign(String by, BulletinRecord record, String digest) {
    if (record.stage() != Stage.SUBMITTED) {
      return wrongStage(record, new Words("签发", "signed"));
    }
    if (record.authors().contains(by)) {
      return Outcome.refused(
          "BU003",
          new Words("`%s`改过或送审过这份月报，不能由他签发", "`%s` wrote in this bulletin and cannot sign it")
              .filled(by),
          new Words("谁也不签发自己的稿子", "nobody signs his own work"),
          new Words("请另一位审核员签发", "Let another reviewer sign it"));
    }
    if (!record.digest().equals(digest)) {
      return Outcome.refused(
          "BU006",
          new Words("你看过之后，有公布数变了", "figures changed since you read it"),
          new Words("签发的须是看过的", "what is signed is what was read"),
          new Words(
              "请再看一遍；变了的句子就是用到这些数的句子",
              "Read it again; the changed sentences are those that use the changed figures"));
    }
    Bulletin signed = record.bulletin().marked(Optional.empty());
    return add(
        by,
        record,
        "sign",
        Map.of(
            "known-on", record.bulletin().knownOn().toString(),
            "digest", record.digest(),
            "content", BulletinJson.write(signed)));
  }

  /// Makes and keeps the files of a frozen bulletin that are not kept yet; takes seconds. A file
  /// that this machine cannot make is left to the next who asks for it.
  public void keepFiles(BulletinRecord record) {
    for (Language language : Language.values()) {
      for (Kind kind : Kind.values()) {
        file(record, language, kind);
      }
    }
  }

  /// Whether a file of a frozen bulletin is kept.
  public boolean keeps(BulletinRecord record, Language language, Kind kind) {
    return kept(record, language, kind).isPresent();
  }

  /// A bulletin as a file. Once it is frozen: the very bytes that are kept; who asks for a file
  /// that is not kept yet makes it, and it is kept.
  public BulletinFile file(BulletinRecord record, Language language, Kind kind) {
    if (record.stage() != Stage.FROZEN) {
      return BulletinFile.write(record.bulletin(), language, kind);
    }
    Optional<BulletinFile.Written> kept = kept(record, language, kind);
    if (kept.isPresent()) {
      return kept.get();
    }
    return switch (BulletinFile.write(record.bulletin(), language, kind)) {
      case BulletinFile.Impossible why -> why;
      case BulletinFile.Written made -> keep(record, language, kind, made);
    };
  }

  /// Of two who made a file at the same time, both get what the first kept.
  private BulletinFile.Written keep(
      BulletinRecord record, Language language, Kind kind, BulletinFile.Written made) {
    byte[] bytes = made.bytes();
    String name = fileName(record.month(), language, kind);
    var said =
        new Said(
            FILE,
            name,
            Map.of(
                "signed", Long.toString(record.seen()),
                "sha256", sha256(bytes),
                "base64", Base64.getEncoder().encodeToString(bytes)));
    return switch (journal.appendUnlessOvertaken(
        Act.HOUSE, "bulletin file", List.of(said), FILE, name, 0)) {
      case Kept.Appended _ -> made;
      case Kept.Overtaken _ -> kept(record, language, kind).orElseThrow();
    };
  }

  private Optional<BulletinFile.Written> kept(BulletinRecord record, Language language, Kind kind) {
    return journal.acts(FILE, fileName(record.month(), language, kind)).stream()
        .findFirst()
        .map(act -> act.said().getFirst().text("base64"))
        .map(bytes -> new BulletinFile.Written(Base64.getDecoder().decode(bytes)));
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

  private static Outcome wrongStage(BulletinRecord record, Words what) {
    boolean frozen = record.stage() == Stage.FROZEN;
    return Outcome.refused(
        "BU004",
        new Words(
            "%s的月报%s，现在不能%s".formatted(record.month(), record.stage().words().zh(), what.zh()),
            "the bulletin of %s is %s and cannot be %s"
                .formatted(record.month(), record.stage().words().en(), what.en())),
        new Words(
            "月报先起草，再送审，由别人签发，签发后不再变动",
            "a bulletin is written, submitted, signed by somebody else, and then stays"),
        frozen
            ? new Words("要更正，请写进以后月份的月报", "Say it in a later month's bulletin")
            : new Words("请做该做的一步", "Take the step that is due"));
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
