package yuheng.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The denominators that stand before a number: 每立方米…25元, 每万人口…3.3件, 人均…4000美元.
final class Denominators {
  private static final int LOOK_FOR_PERSON = 5;

  /// A sum so small and so briefly named is per head like the one before it.
  private static final BigDecimal SMALL_SUM = BigDecimal.valueOf(10_000);

  private static final int BRIEF = 8;
  private static final String[] OUTPUTS = {"地区生产总值", "国内生产总值", "生产总值", "GDP", "工业增加值", "增加值", "产值"};

  private Denominators() {}

  static Optional<Units.Denominator> of(Site site, String inherited, String earlier) {
    Candidate candidate = site.candidate();
    boolean measured =
        switch (candidate.kind()) {
          case SHARE, POINTS, TIMES, YEAR, TIME, RANK, BARE -> false;
          default -> true;
        };
    if (!measured || candidate.unit().code().contains("/")) {
      return Optional.empty();
    }
    Optional<Units.Denominator> every = every(site.lead()).or(() -> heads(site.lead()));
    if (every.isPresent()) {
      return every;
    }
    boolean fraction = candidate.isCount() && candidate.value().stripTrailingZeros().scale() > 0;
    boolean small = candidate.value().compareTo(SMALL_SUM) < 0;
    boolean brief =
        candidate.kind() == Units.Kind.MONEY
            && small
            && site.lead().length() < BRIEF
            && !own(site.lead());
    Optional<Units.Denominator> taken = Optional.empty();
    if (fraction || brief) {
      boolean raised = site.before().contains("由") || site.before().contains("从");
      taken =
          (raised ? every(site.before()) : Optional.<Units.Denominator>empty())
              .or(() -> every(earlier))
              .or(() -> brief ? average(earlier, candidate) : Optional.empty());
    }
    if (taken.isPresent()) {
      return taken;
    }
    Optional<Units.Denominator> own = average(site.lead(), candidate);
    return own.isPresent() ? own : average(inherited, candidate);
  }

  private static Optional<Units.Denominator> every(String lead) {
    Letters letters = Letters.of(lead);
    for (int at = lead.indexOf('每'); at >= 0; at = lead.indexOf('每', at + 1)) {
      Optional<Units.Denominator> found = everyAt(letters, at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Whether a lead says its own per what.
  private static boolean own(String lead) {
    return lead.contains("每") || lead.contains("均");
  }

  /// 千人床位数, 万人拥有…: so many heads without 每.
  private static Optional<Units.Denominator> heads(String lead) {
    for (String heads : new String[] {"千人", "万人", "百人", "百户"}) {
      int at = lead.indexOf(heads);
      boolean free =
          at == 0
              || (at > 0
                  && !Numerals.isDigit(lead.charAt(at - 1))
                  && !Numerals.isChinese(lead.charAt(at - 1)));
      if (free && at + 2 < lead.length()) {
        String code = heads.endsWith("户") ? "household" : "person";
        BigDecimal number = new Numerals(Letters.of(heads)).at(0).orElseThrow().value();
        return Optional.of(new Units.Denominator(code, number));
      }
    }
    return Optional.empty();
  }

  /// 每人每年, 每千常住人口.
  private static Optional<Units.Denominator> everyAt(Letters letters, int start) {
    var codes = new ArrayList<String>();
    BigDecimal factor = BigDecimal.ONE;
    int at = start;
    while (letters.at(at) == '每') {
      Optional<Units.Over> one = Units.denominator(letters, at + 1);
      if (one.isEmpty()) {
        one = people(letters, at + 1);
      }
      if (one.isEmpty() || one.get().code().equals("count")) {
        break;
      }
      codes.add(one.get().code());
      factor = factor.multiply(one.get().factor());
      at = one.get().end();
    }
    if (codes.isEmpty() || codes.equals(List.of("year")) || codes.equals(List.of("month"))) {
      return Optional.empty();
    }
    return Optional.of(new Units.Denominator(Units.joined(codes), factor));
  }

  private static Optional<Units.Over> people(Letters letters, int at) {
    Optional<Numeral> number = new Numerals(letters).at(at);
    if (number.isEmpty() || number.get().value().signum() == 0) {
      return Optional.empty();
    }
    int end = number.get().end();
    for (int i = end; i <= end + LOOK_FOR_PERSON; i++) {
      if (letters.at(i) == '人') {
        return Optional.of(new Units.Over("person", number.get().value(), i + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Units.Denominator> average(String subject, Candidate candidate) {
    if (subject.contains("人均每月") || subject.contains("月人均")) {
      return Optional.of(new Units.Denominator("(month*person)", BigDecimal.ONE));
    }
    if (subject.contains("人均") && candidate.kind() != Units.Kind.PERSON) {
      return Optional.of(new Units.Denominator("person", BigDecimal.ONE));
    }
    if (subject.contains("户均")) {
      return Optional.of(new Units.Denominator("household", BigDecimal.ONE));
    }
    if (subject.contains("亩均")) {
      return Optional.of(new Units.Denominator("mu", BigDecimal.ONE));
    }
    int perOutput = subject.indexOf("万元");
    boolean output = false;
    for (String word : OUTPUTS) {
      output |= perOutput >= 0 && subject.startsWith(word, perOutput + 2);
    }
    return output && candidate.kind().isMeasure()
        ? Optional.of(new Units.Denominator("CNY", BigDecimal.valueOf(10_000)))
        : Optional.empty();
  }
}
