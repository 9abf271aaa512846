package yuheng.web;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import yuheng.plan.Form;
import yuheng.reports.Answer;
import yuheng.reports.Version;
import yuheng.terms.Words;

/// Reports and what is said of them, as programs read them.
final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  static ObjectNode words(Words words) {
    return JSON.createObjectNode().put("zh", words.zh()).put("en", words.en());
  }

  static ObjectNode remarks(String name, List<Answer.Remark> remarks) {
    ObjectNode more = JSON.createObjectNode();
    ArrayNode all = more.putArray(name);
    for (Answer.Remark remark : remarks) {
      ObjectNode one = all.addObject();
      one.put("check", remark.check());
      remark.items().forEach(one.putArray("items")::add);
      one.set("says", words(remark.says()));
    }
    return more;
  }

  static ObjectNode receipt(Answer.Receipt receipt) {
    return JSON.createObjectNode()
        .put("receipt", receipt.hash().substring(0, 12))
        .put("entry", receipt.entry())
        .put("version", receipt.number())
        .put("unit", receipt.key().unit())
        .put("form", receipt.key().form())
        .put("period", receipt.key().period().toString())
        .put("heard", receipt.heard().toString())
        .put("hash", receipt.hash());
  }

  static ObjectNode version(Version version, Form form) {
    ObjectNode one = JSON.createObjectNode();
    one.put("entry", version.entry());
    one.put("version", version.number());
    one.put("state", version.state().name().toLowerCase(Locale.ROOT));
    one.put("by", version.by());
    one.put("heard", version.heard().toString());
    one.put("afterReset", version.afterReset());
    one.put("hash", version.hash());
    ObjectNode cells = one.putObject("cells");
    ObjectNode prior = one.putObject("prior");
    for (int i = 0; i < form.items().size(); i++) {
      put(cells, form.items().get(i).id(), version.cells().now(i));
      put(prior, form.items().get(i).id(), version.cells().prior(i));
    }
    ObjectNode reasons = one.putObject("reasons");
    version.reasons().forEach(reasons::put);
    version
        .decision()
        .ifPresent(
            said ->
                one.putObject("decision")
                    .put("accepted", said.accepted())
                    .put("reason", said.reason())
                    .put("by", said.by())
                    .put("at", said.at().toString()));
    return one;
  }

  private static void put(ObjectNode to, String item, OptionalLong value) {
    if (value.isPresent()) {
      to.put(item, value.getAsLong());
    }
  }
}
