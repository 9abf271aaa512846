package yuheng.reports;

import java.util.List;
import java.util.stream.Collectors;
import yuheng.facts.Fault;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// Why a file of reports whose cells are right is still not taken: `RP126`, `RP129`, `RP130`.
final class FileAsWhole {
  private FileAsWhole() {}

  static Fault overtaken(int since, Span place) {
    return new Fault(
        "RP126",
        new Words(
            "这份报表已有第 %d 版".formatted(since), "this report already has version %d".formatted(since)),
        place,
        new Words("不覆盖没看过的版本", "nobody overwrites what he has not seen"),
        new Words(
            "看过后把版本写成 %d".formatted(since),
            "look at it, then write %d as the version".formatted(since)));
  }

  static Fault tooMany(int most, Span place) {
    return new Fault(
        "RP130",
        new Words("报表多过 %d 份".formatted(most), "more than %d reports".formatted(most)),
        place,
        new Words("一个文件整批收下或一份不收，不能太大", "a file is taken whole or not at all, so it has a measure"),
        new Words("分成几个文件", "divide it into several files"));
  }

  static Fault refused(List<Words> says, Span place) {
    return new Fault(
        "RP129",
        new Words(
            says.stream().map(Words::zh).collect(Collectors.joining("；")),
            says.stream().map(Words::en).collect(Collectors.joining("; "))),
        place,
        new Words("报表簿再查一遍", "the book checks again what it keeps"),
        new Words("改正后再导入", "correct it and bring it again"));
  }
}
