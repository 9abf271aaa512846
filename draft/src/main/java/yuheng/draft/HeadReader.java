package yuheng.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Mention;
import yuheng.prose.Mention.Timing;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// Finds what a document says of itself: title, issuer, day, and the years it speaks of.
final class HeadReader {
  private static final int NEAR = 300;
  private static final int LONGEST_TITLE = 120;
  private static final Pattern DAY =
      Pattern.compile(
          "([12]\\d{3}|[12一二][〇○零0O一二三四五六七八九]{3})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日");
  private static final Pattern OF_TITLE =
      Pattern.compile(
          "^(.{2,40}?(?:人民政府|委员会|委|政府|办公厅|办公室|厅|局))(?:关于|印发|[0-9一二三四五六七八九十〇]*年?政府工作报告)");
  private static final Pattern GOVERNMENT =
      Pattern.compile("([\\p{IsHan}]{2,8}?(?:省|市|自治区|自治州|区|县|州|旗))(?:人民)?政府?工作报告");
  private static final Pattern SIGNED =
      Pattern.compile("(?m)^[\\s　]*([\\p{IsHan}、 　]{2,40}(?:人民政府|委员会|市委|省委|办公厅|办公室|厅|局))[\\s　]*$");
  private static final Pattern PLAN = Pattern.compile("[“\"]?(十[一二三四五])五[”\"]?");
  private static final Pattern YEARS =
      Pattern.compile("([12]\\d{3})\\s*年?\\s*[-—–－~至到]+\\s*([12]\\d{3})年?");
  private static final Pattern YEAR = Pattern.compile("([12]\\d{3})\\s*年");
  private static final Pattern BY_YEAR = Pattern.compile("到([12]\\d{3})年");
  private static final int FARTHEST = 40;

  private final String text;
  private final List<Mention> commitments;
  private final List<Doubt> doubts = new ArrayList<>();

  HeadReader(String text, List<Mention> commitments) {
    this.text = text;
    this.commitments = commitments;
  }

  Head head() {
    String title = title();
    Optional<String> issuer = issuer(title);
    Optional<LocalDate> issued = issued();
    Period span = span(title, issued);
    int horizon = horizon(span, issued);
    if (issuer.isEmpty()) {
      doubt("没有找到发文机关。", "No issuer was found.");
    }
    if (issued.isEmpty()) {
      doubt("没有找到成文日期。", "No day of issue was found.");
    }
    String id = "draft-" + span.start().getYear();
    return new Head(id, title, issuer, issued, span, horizon, doubts);
  }

  private void doubt(String zh, String en) {
    doubts.add(new Doubt(Doubt.Field.HEAD, new Words(zh, en)));
  }

  private String title() {
    String first =
        text.lines().map(line -> bare(line)).filter(line -> !line.isEmpty()).findFirst().orElse("");
    if (first.codePointCount(0, first.length()) > LONGEST_TITLE) {
      doubt("第一行太长，不像标题。", "The first line is too long for a title.");
      return first.substring(0, first.offsetByCodePoints(0, LONGEST_TITLE));
    }
    return first;
  }

  /// Without what cannot be seen at the ends.
  static String bare(String line) {
    return line.replace("\uFEFF", "").strip();
  }

  private Optional<String> issuer(String title) {
    Matcher ofTitle = OF_TITLE.matcher(title);
    if (ofTitle.find()) {
      return Optional.of(ofTitle.group(1));
    }
    Matcher government = GOVERNMENT.matcher(title);
    if (government.find()) {
      return Optional.of(government.group(1).replaceFirst("^\\d*年?", "") + "人民政府");
    }
    Matcher signed = SIGNED.matcher(text.substring(Math.max(0, text.length() - NEAR)));
    return signed.find() ? Optional.of(signed.group(1).strip()) : Optional.empty();
  }

  private Optional<LocalDate> issued() {
    String top = text.substring(0, Math.min(NEAR, text.length()));
    String end = text.substring(Math.max(0, text.length() - NEAR));
    for (String part : List.of(top, end)) {
      Matcher day = DAY.matcher(part);
      if (day.find()) {
        return day(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher day) {
    try {
      var year = new StringBuilder();
      day.group(1)
          .codePoints()
          .map(c -> "〇○零O".indexOf(c) >= 0 ? '0' : c)
          .map(c -> c > 127 ? '0' + "零一二三四五六七八九".indexOf(c) : c)
          .forEach(year::appendCodePoint);
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(year.toString()), small(day.group(2)), small(day.group(3))));
    } catch (DateTimeException | NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static int small(String number) {
    return Quantity.read(number + "个").map(each -> each.amount().intValue()).orElse(0);
  }

  /// From the title; else what most totals are counted over; else the plan the text names; else
  /// from the year it was issued to the last year it sets a number for.
  private Period span(String title, Optional<LocalDate> issued) {
    Optional<Period> said = ofTitle(title);
    if (said.isPresent()) {
      return said.get();
    }
    var counted = new HashMap<Period, Integer>();
    for (Mention mention : commitments) {
      if (mention.timing() instanceof Timing.In(Period period) && period.isYears()) {
        counted.merge(period, 1, Integer::sum);
      }
    }
    Optional<Period> usual =
        counted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    if (usual.isPresent()) {
      return usual.get();
    }
    Matcher plan = PLAN.matcher(text);
    if (plan.find()) {
      return Period.of(plan.group(1) + "五");
    }
    int from = issued.map(LocalDate::getYear).orElseGet(() -> firstYear().orElse(2000));
    int to = Math.max(from, lastYear(from).orElse(from));
    doubt(
        "正文没有写明规划期，按%d—%d年处理。".formatted(from, to),
        "The text names no planning period; %d–%d was assumed.".formatted(from, to));
    return new Period(LocalDate.of(from, 1, 1), LocalDate.of(to + 1, 1, 1));
  }

  private Optional<Period> ofTitle(String title) {
    Matcher years = YEARS.matcher(title);
    if (years.find()) {
      return Period.read(years.group(1) + ".." + years.group(2));
    }
    Matcher plan = PLAN.matcher(title);
    if (plan.find()) {
      return Period.read(plan.group(1) + "五");
    }
    Matcher year = YEAR.matcher(title);
    return year.find() ? Period.read(year.group(1)) : Optional.empty();
  }

  private Optional<Integer> firstYear() {
    Matcher year = YEAR.matcher(text);
    return year.find() ? Optional.of(Integer.parseInt(year.group(1))) : Optional.empty();
  }

  private Optional<Integer> lastYear(int from) {
    Optional<Integer> last = Optional.empty();
    for (Mention mention : commitments) {
      if (mention.timing() instanceof Timing.In(Period period)
          && period.lastDay().getYear() <= from + FARTHEST) {
        last = Optional.of(Math.max(last.orElse(0), period.lastDay().getYear()));
      }
    }
    return last;
  }

  private int horizon(Period span, Optional<LocalDate> issued) {
    int end = span.lastDay().getYear();
    int from = issued.map(LocalDate::getYear).orElse(span.start().getYear());
    int horizon = Math.max(end, lastYear(from).orElse(end));
    Matcher by = BY_YEAR.matcher(text);
    while (by.find()) {
      int year = Integer.parseInt(by.group(1));
      horizon = year <= from + FARTHEST ? Math.max(horizon, year) : horizon;
    }
    return horizon;
  }
}
