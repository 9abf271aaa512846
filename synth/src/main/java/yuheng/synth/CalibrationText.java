package yuheng.synth;

import java.util.Locale;
import java.util.stream.Collectors;
import yuheng.synth.Calibration.Line;
import yuheng.terms.Words;

/// The calibration as CSV, and what stands beside the files of a synthetic city.
final class CalibrationText {
  private CalibrationText() {}

  static String csv(Calibration calibration) {
    var text =
        new StringBuilder(
            "use,series,scope,period,published,unit,heard,synthetic,deviation_percent,figure,source\n");
    for (Line line : calibration.lines()) {
      text.append(
          "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  line.use().name().toLowerCase(Locale.ROOT),
                  line.series(),
                  line.scope(),
                  line.about(),
                  line.published().toPlainString(),
                  cell(line.unit().symbol()),
                  line.heard(),
                  line.synthetic().toPlainString(),
                  line.deviation().toPlainString(),
                  line.figure(),
                  cell(line.source())));
    }
    return text.toString();
  }

  /// A CSV cell, quoted where it must be.
  static String cell(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  static String readme(SyntheticCity city, Calibration calibration) {
    Wishes wishes = city.wishes();
    String assumptionsZh =
        calibration.assumptions().stream()
            .map(Words::zh)
            .map(one -> "- " + one)
            .collect(Collectors.joining("\n"));
    String assumptionsEn =
        calibration.assumptions().stream()
            .map(Words::en)
            .map(one -> "- " + one)
            .collect(Collectors.joining("\n"));
    return """
    # 合成城市：全部是虚构的 / SYNTHETIC: everything here is invented

    这里的企业、名称、代码和报表都是程序造的，不是统计数，不得当作真实企业的数据使用。
    只有合计数对准了公布数，见 calibration.csv。
    The enterprises, names, codes and reports in this folder were made by a program. They are not statistics and must not
    be used as data about real enterprises. Only the totals are held to published figures; see calibration.csv.

    - 企业 / enterprises: %d；起月 / from: %s；月数 / months: %d；种子 / seed: %d
    - 只用这一天及以前公布的数 / only figures heard by: %s
    - 有意的差错，每万份报表 / made wrong on purpose, of ten thousand reports: 迟报 late %d，改数 revised %d，单位错 wrong unit %d，
      上年同期不符 year before revised %d；逐条见 mischief.csv
    - 校准最大偏差 / greatest deviation from a figure it is held to: %s%%

    没有公布数的地方的假定：
    %s

    What was taken for granted where nothing was published:
    %s

    文件 / files: register-*.csv 名录（add 新增、change 变动、close 退出）；form-*.csv 报表，每行一份报表的一个版本，
    `:prior` 为上年同期，accepted 为空表示退回。
    register-*.csv registers (add, change, close); form-*.csv reports, one version of one report a line, `:prior` is the
    year before, an empty `accepted` means it was returned.
    """
        .formatted(
            wishes.enterprises(),
            wishes.from(),
            wishes.months(),
            wishes.seed(),
            wishes.knownOn(),
            wishes.mischief().late(),
            wishes.mischief().revised(),
            wishes.mischief().wrongUnit(),
            wishes.mischief().priorRevised(),
            calibration.worst().toPlainString(),
            assumptionsZh,
            assumptionsEn);
  }
}
