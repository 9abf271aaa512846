package yuheng.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yuheng.draft.Decision.Accept;
import yuheng.draft.Decision.AcceptRelation;
import yuheng.draft.Decision.Add;
import yuheng.draft.Decision.Bind;
import yuheng.draft.Decision.Change;
import yuheng.draft.Decision.ChangeHead;
import yuheng.draft.Decision.Made;
import yuheng.draft.Decision.Reject;
import yuheng.draft.Decision.RejectRelation;
import yuheng.draft.Decision.Undo;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// Decisions as lines of JSON:
/// `{"on":3,"by":"王","at":"2026-11-24T09:00:00Z","decision":"accept","key":"1789-1795"}`. Hides the
/// JSON library.
final class DecisionLine {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DecisionLine() {}

  /// One line without its end.
  static String of(Made made) {
    ObjectNode line = JSON.createObjectNode();
    line.put("on", made.on());
    line.put("by", made.by());
    line.put("at", made.at().toString());
    switch (made.decision()) {
      case Accept(String key) -> line.put("decision", "accept").put("key", key);
      case Change(String key, Fields fields) ->
          put(line.put("decision", "change").put("key", key), fields);
      case Reject(String key, String why) ->
          line.put("decision", "reject").put("key", key).put("why", why);
      case Bind(String key, String plan, String indicator) ->
          line.put("decision", "bind")
              .put("key", key)
              .put("plan", plan)
              .put("indicator", indicator);
      case Add(int start, int end, Fields fields) ->
          put(line.put("decision", "add").put("start", start).put("end", end), fields);
      case AcceptRelation(String id) -> line.put("decision", "accept-relation").put("relation", id);
      case RejectRelation(String id, String why) ->
          line.put("decision", "reject-relation").put("relation", id).put("why", why);
      case ChangeHead head -> put(line.put("decision", "change-head"), head);
      case Undo(int number) -> line.put("decision", "undo").put("number", number);
    }
    return JSON.writeValueAsString(line);
  }

  private static void put(ObjectNode line, Fields fields) {
    fields.id().ifPresent(said -> line.put("id", said));
    fields.name().ifPresent(said -> line.put("name", said));
    fields.english().ifPresent(said -> line.put("english", said));
    fields.value().ifPresent(said -> line.put("value", said.toString()));
    fields.sense().ifPresent(said -> line.put("sense", said.code()));
    fields.period().ifPresent(said -> line.put("period", said.toString()));
    fields.time().ifPresent(said -> line.put("time", said.name()));
    fields.lowerIsBetter().ifPresent(said -> line.put("better", said ? "lower" : "higher"));
  }

  private static void put(ObjectNode line, ChangeHead head) {
    head.id().ifPresent(said -> line.put("id", said));
    head.title().ifPresent(said -> line.put("title", said));
    head.issuer().ifPresent(said -> line.put("issuer", said));
    head.issued().ifPresent(said -> line.put("issued", said.toString()));
    head.span().ifPresent(said -> line.put("span", said.toString()));
    head.horizon().ifPresent(said -> line.put("horizon", said));
  }

  /// The decision of a line; empty when the line is not one, or not all of one.
  static Optional<Made> read(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      if (!line.isObject()) {
        return Optional.empty();
      }
      var made =
          new Made(
              line.required("on").asInt(),
              line.required("by").asString(),
              Instant.parse(line.required("at").asString()),
              decision(line));
      return Optional.of(made);
    } catch (JacksonException | DateTimeException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Decision decision(JsonNode line) {
    String kind = need(line, "decision");
    return switch (kind) {
      case "accept" -> new Accept(need(line, "key"));
      case "change" -> new Change(need(line, "key"), fields(line));
      case "reject" -> new Reject(need(line, "key"), need(line, "why"));
      case "bind" -> new Bind(need(line, "key"), need(line, "plan"), need(line, "indicator"));
      case "add" ->
          new Add(line.required("start").asInt(), line.required("end").asInt(), fields(line));
      case "accept-relation" -> new AcceptRelation(need(line, "relation"));
      case "reject-relation" -> new RejectRelation(need(line, "relation"), need(line, "why"));
      case "change-head" ->
          new ChangeHead(
              find(line, "id"),
              find(line, "title"),
              find(line, "issuer"),
              find(line, "issued").map(LocalDate::parse),
              find(line, "span").map(Period::of),
              find(line, "horizon").map(Integer::parseInt));
      case "undo" -> new Undo(line.required("number").asInt());
      default -> throw new IllegalArgumentException("no decision: " + kind);
    };
  }

  private static Fields fields(JsonNode line) {
    return new Fields(
        find(line, "id"),
        find(line, "name"),
        find(line, "english"),
        find(line, "value").map(Quantity::of),
        find(line, "sense").map(DecisionLine::sense),
        find(line, "period").map(Period::of),
        find(line, "time").map(TimeShape::valueOf),
        find(line, "better").map(said -> said.equals("lower")));
  }

  private static Sense sense(String code) {
    return Arrays.stream(Sense.values())
        .filter(sense -> sense.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sense: " + code));
  }

  private static String need(JsonNode line, String key) {
    return line.required(key).asString();
  }

  private static Optional<String> find(JsonNode line, String key) {
    return line.has(key) ? Optional.of(line.required(key).asString()) : Optional.empty();
  }
}
