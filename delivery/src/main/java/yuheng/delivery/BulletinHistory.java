package yuheng.delivery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import yuheng.delivery.BulletinRecord.Event;
import yuheng.delivery.BulletinRecord.Signed;
import yuheng.delivery.BulletinRecord.Stage;
import yuheng.delivery.Sentence.Edit;
import yuheng.facts.Act;
import yuheng.facts.Said;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// Reads how far a bulletin has come from its acts.
final class BulletinHistory {
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Edit> edits = new LinkedHashMap<>();
  private final TreeSet<String> authors = new TreeSet<>();
  private Stage stage = Stage.DRAFT;
  private Optional<LocalDate> known = Optional.empty();
  private Optional<String> returned = Optional.empty();
  private Optional<Signed> signed = Optional.empty();
  private Optional<String> content = Optional.empty();
  private long seen;

  BulletinHistory(List<Act> acts) {
    for (Act act : acts) {
      act.said().forEach(said -> take(act, said));
      seen = act.number();
    }
  }

  private void take(Act act, Said said) {
    String what = said.text("do");
    events.add(
        new Event(
            act.number(),
            act.at(),
            act.by(),
            what,
            said.find("sentence").or(() -> said.find("why")).orElse("")));
    switch (what) {
      case "edit" -> {
        authors.add(act.by());
        edits.put(
            said.text("sentence"),
            new Edit(
                said.text("language").equals("en") ? Language.EN : Language.ZH,
                said.text("template"),
                act.by(),
                said.text("from")));
      }
      case "restore" -> {
        authors.add(act.by());
        edits.remove(said.text("sentence"));
      }
      case "submit" -> {
        authors.add(act.by());
        stage = Stage.SUBMITTED;
        known = said.find("known-on").map(LocalDate::parse);
        returned = Optional.empty();
      }
      case "return" -> {
        stage = Stage.DRAFT;
        known = Optional.empty();
        returned = said.find("why");
      }
      case "sign" -> {
        stage = Stage.FROZEN;
        signed = Optional.of(new Signed(act.by(), act.at()));
        content = said.find("content");
      }
      default -> throw new IllegalStateException("no step of a bulletin: " + what);
    }
  }

  BulletinRecord record(YearMonth month, LocalDate knownOn, Function<LocalDate, Bulletin> writer) {
    Bulletin bulletin =
        content
            .map(BulletinJson::read)
            .orElseGet(
                () ->
                    writer
                        .apply(known.orElse(knownOn))
                        .withSentences(this::edited)
                        .marked(Optional.of(mark())));
    return new BulletinRecord(month, bulletin, stage, seen, authors, signed, returned, events);
  }

  private Words mark() {
    return stage == Stage.SUBMITTED
        ? new Words("（送审稿，未经签发）", "(submitted, not signed)")
        : new Words("（起草稿，未经签发）", "(draft, not signed)");
  }

  private Sentence edited(Sentence sentence) {
    @Nullable Edit edit = edits.get(sentence.id());
    return edit == null ? sentence : sentence.edited(edit);
  }
}
