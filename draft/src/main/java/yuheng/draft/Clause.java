package yuheng.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words around a place of the text: its clause, and the branch that the article above it is
/// about.
final class Clause {
  private static final int AROUND = 14;
  private static final String BREAKS = "，。；：、,;:\n\r";
  private static final Pattern REACHES =
      Pattern.compile("(?:达到|提高到|增加到|扩大到|降到|下降到|控制在|稳定在|保持在|实现|突破|超过|不低于|不超过|为|约|力争|达)+$");
  private static final Pattern ARTICLE =
      Pattern.compile("^[\\s　]*(?:[（(][^）)]{1,4}[）)]|[一二三四五六七八九十]+、)([^。：\\n]{2,30})");
  private static final Pattern BRANCH =
      Pattern.compile(
          "^(?:抓好|抓实|做好|加速|加快|大力|积极|努力|鼓励|优化|改造|提升|振兴|做强做大|做大做强|做强|做大|培育|壮大|发展|推进|促进|打造|支持|着力"
              + "|深化|稳步|全面|重点|升级|推动|构建|建设)*([\\p{IsHan}]{2,12}?(?:产业|制造业|工业|农业|服务业|业))$");

  private final int[] points;

  Clause(int[] points) {
    this.points = points;
  }

  /// The words of the clause before a place.
  String before(int at) {
    int from = at;
    while (from > 0 && at - from < AROUND && !isBreak(from - 1)) {
      from--;
    }
    return words(from, at);
  }

  /// The words of the clause behind a place.
  String behind(int at) {
    int to = at;
    while (to < points.length && to - at < AROUND && !isBreak(to)) {
      to++;
    }
    return words(at, to);
  }

  /// What the clause names before it says how much: 全行业累计投入 of 全行业累计投入达到3000亿元.
  String ofName(int at) {
    String bare = REACHES.matcher(before(at).strip()).replaceFirst("");
    return bare.replaceFirst("^(?:全行业|全产业|本行业)", "");
  }

  /// The branch that the heading above a place names: 电子信息产业 of （四）加速发展电子信息产业; empty where the
  /// heading names none.
  String branch(int at) {
    int end = at;
    while (end > 0) {
      int start = end;
      while (start > 0 && points[start - 1] != '\n') {
        start--;
      }
      Matcher article =
          ARTICLE.matcher(words(start, Math.min(points.length, Math.max(end, start))));
      if (article.find()) {
        Matcher branch = BRANCH.matcher(article.group(1).strip());
        return branch.matches() ? branch.group(1) : "";
      }
      end = start - 1;
    }
    return "";
  }

  private boolean isBreak(int at) {
    return BREAKS.indexOf(points[at]) >= 0;
  }

  private String words(int from, int to) {
    return new String(points, from, Math.max(0, to - from));
  }
}
