package yuheng.delivery;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Section;
import yuheng.indicators.YearSchedule;
import yuheng.plan.BulletinRules;
import yuheng.plan.BulletinRules.Band;
import yuheng.plan.Progress;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// Writes a bulletin: each section by its own class, in the order of an official analysis.
final class BulletinWriter {
  private static final String NUMBERS = "一二三四五六七八九";

  private final Material material;
  private final List<Section> sections = new ArrayList<>();

  BulletinWriter(Material material) {
    this.material = material;
  }

  Bulletin write() {
    add("overview", new Words("总体情况", "Overview"), new Overview(material).blocks());
    add("targets", new Words("主要目标进展", "Main targets"), new MainTargets(material).blocks());
    if (!material.rules().pillarOutput().isEmpty()) {
      add("pillars", new Words("支柱产业", "Pillar industries"), new PillarBlocks(material).blocks());
    }
    if (!material.rules().districts().isEmpty() || !material.rules().tasks().isEmpty()) {
      add("districts", new Words("区县", "Districts"), new DistrictBlocks(material).blocks());
    }
    add("concerns", new Words("需要关注的问题", "Matters of concern"), new Concerns(material).blocks());
    add("duties", new Words("督办", "Duties"), new DutyBlocks(material).blocks());
    YearMonth month = material.question().asOf();
    Words when = month(month);
    return new Bulletin(
        material.plan().title(),
        new Words(when.zh() + "执行情况分析", "Monthly analysis, " + when.en()),
        Optional.of(new Words("（系统生成稿，未经签发）", "(generated, not signed)")),
        material.rules().issuer().orElse(material.plan().issuer()),
        month,
        material.question().knownOn(),
        sections,
        notes());
  }

  static Words month(YearMonth month) {
    return new Words(
        "%d年%d月".formatted(month.getYear(), month.getMonthValue()),
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear());
  }

  private void add(String id, Words heading, List<Block> blocks) {
    String number = NUMBERS.substring(sections.size(), sections.size() + 1);
    sections.add(new Section(id, number, heading, blocks));
  }

  private List<Words> notes() {
    var notes = new ArrayList<Words>(List.of(known(), words()));
    boolean ranked =
        material.rules().tasks().stream()
            .anyMatch(target -> material.ranking(target).tasks().isPresent());
    if (ranked) {
      notes.add(lamps());
    }
    notes.add(parts());
    return notes;
  }

  private Words lamps() {
    Progress.Lamps lamps = material.plan().progress().lamps();
    YearSchedule.Method method = material.schedule();
    return new Words(
        "区县亮灯：进度要求按%s；落后%s个百分点以内绿灯，以上黄灯，%s个百分点以上红灯。界限来源：%s。"
            .formatted(
                method.words().zh(),
                lamps.behind().toPlainString(),
                lamps.atRisk().toPlainString(),
                lamps.source()),
        ("Lamps of districts: schedule by %s; up to %s points behind green, beyond yellow, beyond"
                + " %s red. Source: %s.")
            .formatted(
                method.words().en(),
                lamps.behind().toPlainString(),
                lamps.atRisk().toPlainString(),
                lamps.source()));
  }

  private Words known() {
    return new Words(
        "本分析只用%s及以前所属期、%s及以前公布的数。数据等级和状态按各目标自己的口径判定；口径不一致的只作参考，不与目标比较。"
            .formatted(month(material.question().asOf()).zh(), material.question().knownOn()),
        ("Only figures about %s and before, heard by %s, are used. Grades and states follow each"
                + " target's own definition; what differs from it is indicative and not compared.")
            .formatted(month(material.question().asOf()).en(), material.question().knownOn()));
  }

  private Words words() {
    BulletinRules rules = material.rules();
    return new Words(
        "用词界限：同比%s；增速变化（百分点）%s；高于全市%s个百分点及以上为“带动”，低于%s个百分点及以上为“拖累”；占差额%s%%及以上的区县点名。界限来源：%s。"
            .formatted(
                bands(rules.growth(), "%", Language.ZH),
                bands(rules.change(), "", Language.ZH),
                rules.leads().toPlainString(),
                rules.drags().toPlainString(),
                rules.contributes().toPlainString(),
                rules.source().zh()),
        ("Words and their bounds: growth %s; change of growth in percentage points %s; a part leads"
                + " from %s points above the whole on and drags from %s below; a district is named"
                + " from %s%% of a gap on. Source: %s.")
            .formatted(
                bands(rules.growth(), "%", Language.EN),
                bands(rules.change(), "", Language.EN),
                rules.leads().toPlainString(),
                rules.drags().toPlainString(),
                rules.contributes().toPlainString(),
                rules.source().en()));
  }

  private static String bands(List<Band> bands, String unit, Language language) {
    String below = language == Language.ZH ? "以下" : "below";
    return bands.stream()
        .map(
            band ->
                band.from()
                        .map(bound -> "≥" + bound.toPlainString().replace("-", "−") + unit)
                        .orElse(below)
                    + (language == Language.ZH ? "“" : " «")
                    + band.words().in(language)
                    + (language == Language.ZH ? "”" : "»"))
        .collect(Collectors.joining(language == Language.ZH ? "，" : ", "));
  }

  private static Words parts() {
    return new Words(
        "文中每个数字都可在玉衡网页上追溯到公布来源。",
        "Every number can be followed to the page it was published on, in Yuheng's web pages.");
  }
}
