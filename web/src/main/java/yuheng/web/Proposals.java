package yuheng.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.facts.PlanNames;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.prose.Mention;
import yuheng.prose.PolicyText;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Figures proposed from a paragraph of a bulletin (从公报文字识别): the grammar finds the quantities,
/// names and units find the series. A person decides.
final class Proposals {
  private static final Pattern NUMBER = Pattern.compile("(-?\\d[\\d,]*(?:\\.\\d+)?)(.*)");
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:(\\d{4})年)?(?:(\\d{1,2}(?:[-—–~至到]\\d{1,2})?月)|(上半年|下半年|全年|前[二三]季度|[一二三四]季度))|(\\d{4})年");
  private static final Pattern IDLE_WORDS = Pattern.compile("完成|实现|达到|达|累计|其中|同比|全市|规模以上企业|\\s");
  private static final int CANDIDATES = 6;
  private static final int GROWTH_WITHIN = 16;

  private final Plan plan;
  private final PlanNames names;
  private final String text;

  Proposals(Plan plan, PlanNames names, String text) {
    this.plan = plan;
    this.names = names;
    this.text = text;
  }

  /// One figure proposed.
  ///
  /// @param start of its words, in characters
  /// @param end behind them
  /// @param series likest first; empty when none has a like name and the same kind of unit
  /// @param scope its code
  /// @param period as the text says it, with its year; empty when it does not
  /// @param growth in percent, from the words behind it; empty when there is none
  record Proposal(
      int start,
      int end,
      List<Series> series,
      String scope,
      String period,
      String value,
      String unit,
      String growth) {
    Proposal growing(String percent) {
      return new Proposal(start, end, series, scope, period, value, unit, percent);
    }
  }

  List<Proposal> all() {
    var found = new ArrayList<Proposal>();
    for (Mention mention : PolicyText.of(text).mentions()) {
      if (mention.role() == Mention.Role.DATE || mention.role() == Mention.Role.NAME) {
        continue;
      }
      int start = text.offsetByCodePoints(0, mention.start());
      int end = text.offsetByCodePoints(0, mention.end());
      boolean change =
          mention.comparator() == Mention.Comparator.RISES_BY
              || mention.comparator() == Mention.Comparator.FALLS_BY;
      if (change && mention.unit().equals("%")) {
        change(mention, start, end, found);
      } else if (!change) {
        proposal(mention, start, end, mention.subject()).ifPresent(found::add);
      }
    }
    return found;
  }

  /// A change right behind a level is its growth; by itself it is a figure of a series of growth.
  private void change(Mention mention, int start, int end, List<Proposal> found) {
    String percent =
        (mention.comparator() == Mention.Comparator.FALLS_BY ? "-" : "") + plain(mention.value());
    boolean behind =
        !found.isEmpty()
            && found.getLast().growth().isEmpty()
            && !found.getLast().unit().equals("%")
            && start - found.getLast().end() <= GROWTH_WITHIN
            && !text.substring(found.getLast().end(), start).contains("。");
    if (behind) {
      found.set(found.size() - 1, found.getLast().growing(percent));
    } else {
      proposal(mention, start, end, mention.subject() + "增速")
          .ifPresent(
              one ->
                  found.add(
                      new Proposal(
                          start, end, one.series, one.scope, one.period, percent, "%", "")));
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private Optional<Proposal> proposal(Mention mention, int start, int end, String subject) {
    Matcher number = NUMBER.matcher(mention.raw());
    String value = number.matches() ? number.group(1) : plain(mention.value());
    String unit = number.matches() ? number.group(2).strip() : mention.written();
    Optional<Unit> read = Unit.read(unit);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    String scope = scope(mention.scope() + subject);
    String scopeName = scope.equals(Plan.WHOLE) ? "" : Pattern.quote(names.scope(scope).zh());
    String called = IDLE_WORDS.matcher(subject.replaceAll(scopeName, "")).replaceAll("");
    List<Series> series =
        names.likest(called, plan.series().size()).stream()
            .filter(one -> one.unit().hasTheDimensionOf(read.get()))
            .limit(CANDIDATES)
            .toList();
    return Optional.of(new Proposal(start, end, series, scope, period(start), value, unit, ""));
  }

  /// The longest name of a scope in the words; the whole when there is none.
  private String scope(String words) {
    String best = Plan.WHOLE;
    int longest = 1;
    for (Map.Entry<String, Words> scope : names.scopes().entrySet()) {
      String name = scope.getValue().zh();
      if (name.length() > longest && words.contains(name)) {
        best = scope.getKey();
        longest = name.length();
      }
    }
    return best;
  }

  /// The last period named before a place, with the last year named before it.
  private String period(int before) {
    Matcher named = PERIOD.matcher(text);
    String year = "";
    String part = "";
    while (named.find() && named.start() < before) {
      year =
          named.group(1) != null ? named.group(1) : named.group(4) != null ? named.group(4) : year;
      part =
          named.group(2) != null
              ? named.group(2)
              : named.group(3) != null ? named.group(3).replace("全年", "") : "";
    }
    return year.isEmpty() ? "" : year + "年" + part;
  }
}
