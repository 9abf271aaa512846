package yuheng.plan;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.plan.ProseReader.Prose;
import yuheng.terms.Language;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// Reads all files of a package, in the order in which they need each other, and goes on after
/// mistakes, so that an author hears of all of them at once.
final class PackageReader {
  private final Path folder;
  private final Problems problems;

  PackageReader(Path folder) {
    this(folder, new Problems());
  }

  PackageReader(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  Reading read() {
    if (!Files.isDirectory(folder)) {
      problems.add(
          "PL001",
          "there is no plan package at `%s`".formatted(folder),
          Span.at(folder.toString(), 1, 1),
          "a plan package is a folder with plan.yaml in it",
          "name the folder of a package, for example plans/chongqing-2012");
      return new Reading(Optional.empty(), problems.all(), List.of(), folder);
    }
    Header header = Header.read(yaml("plan.yaml"), problems);
    checkOwner(header);
    var indicators = new IndicatorReader(header, problems);
    indicators.readSeries(yaml("series.yaml"));
    for (String file : indicatorFiles()) {
      indicators.readIndicators(yaml(file));
    }
    var targets = new TargetReader(header, indicators, problems);
    targets.read(yaml("targets.yaml"));
    targets.overlaps();
    Prose chinese = prose("plan.md");
    Prose english = header.languages().size() == 1 ? chinese : prose("plan.en.md");
    sameSections(chinese, english);
    SequencedMap<String, Target> bound = targets.bind(chinese, english);
    var relations = new RelationReader(bound, problems);
    if (Files.exists(folder.resolve("relations.yaml"))) {
      relations.read(yaml("relations.yaml"));
    }
    var measures = new MeasureReader(header, chinese.articles(), targets.ids(), problems);
    for (String file : yamlFiles("measures")) {
      measures.read(yaml(file));
    }
    BulletinRules bulletin =
        Files.exists(folder.resolve("bulletin.yaml"))
            ? new BulletinReader(header, indicators.series.keySet(), targets.ids(), problems)
                .read(yaml("bulletin.yaml"))
            : BulletinRules.HOUSE;
    var registers = new RegisterReader(list -> Files.isRegularFile(folder.resolve(list)), problems);
    for (String file : yamlFiles("registers")) {
      registers.read(yaml(file));
    }
    var forms = new FormReader(registers.bound().keySet(), problems);
    for (String file : yamlFiles("forms")) {
      forms.read(yaml(file));
    }
    SequencedMap<String, Form> asked = forms.bound();
    Optional<SynthRules> synth =
        Files.exists(folder.resolve("synth.yaml"))
            ? new SynthReader(
                    header, indicators.series.keySet(), registers.bound(), asked, problems)
                .read(yaml("synth.yaml"))
            : Optional.empty();
    if (problems.count() > 0) {
      return new Reading(Optional.empty(), problems.all(), List.of(), folder);
    }
    var plan =
        new Plan(
            folder,
            header.id(),
            header.title(),
            header.issuer(),
            header.issued(),
            header.span(),
            header.horizon(),
            header.text(),
            header.pillars(),
            header.coverages(),
            header.scopes(),
            header.map(),
            Map.of(Language.ZH, chinese.articles(), Language.EN, english.articles()),
            bound,
            indicators.indicators,
            indicators.series,
            relations.relations(),
            header.principles(),
            header.offices(),
            header.progress(),
            measures.measures(),
            bulletin,
            registers.bound(),
            asked,
            synth);
    return new Reading(Optional.of(plan), List.of(), new Lint(plan, problems).hints(), folder);
  }

  private void checkOwner(Header header) {
    header
        .owner()
        .filter(owner -> !header.offices().containsKey(owner.text()))
        .ifPresent(
            owner ->
                problems.unknown(
                    "PL038",
                    "office",
                    owner,
                    header.offices().keySet(),
                    "offices are declared in plan.yaml"));
  }

  private List<String> indicatorFiles() {
    Path below = folder.resolve("indicators");
    if (!Files.isDirectory(below)) {
      problems.add(
          "PL001",
          "there is no folder `indicators`",
          Span.at("indicators", 1, 1),
          "what the numbers mean stands in indicators/*.yaml",
          "create the folder with at least one file");
      return List.of();
    }
    return yamlFiles("indicators");
  }

  /// The YAML files of a folder of the package, sorted; none if there is no such folder.
  private List<String> yamlFiles(String name) {
    Path below = folder.resolve(name);
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(below)) {
      return files
          .map(file -> name + "/" + file.getFileName())
          .filter(file -> file.endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      cannotRead(name, unreadable);
      return List.of();
    }
  }

  private YamlMap yaml(String file) {
    return YamlFile.read(file, text(file), problems);
  }

  private Prose prose(String file) {
    return ProseReader.read(file, text(file), problems);
  }

  private String text(String file) {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      problems.unread(file);
      problems.add(
          "PL001",
          "`%s` is missing".formatted(file),
          Span.at(file, 1, 1),
          "a package has all of its parts",
          "create it; docs/book/reference/plan-package.md shows its form");
      return "";
    }
    try {
      return Files.readString(path);
    } catch (MalformedInputException notUtf8) {
      problems.notUtf8(file);
    } catch (IOException unreadable) {
      cannotRead(file, unreadable);
    }
    return "";
  }

  private void cannotRead(String file, IOException unreadable) {
    problems.unread(file);
    problems.add(
        "PL001",
        "`%s` cannot be read: %s".formatted(file, unreadable.getMessage()),
        Span.at(file, 1, 1),
        "a package has all of its parts",
        "check that the file may be read");
  }

  private void sameSections(Prose chinese, Prose english) {
    List<String> zh = chinese.articles().stream().map(Article::id).toList();
    List<String> en = english.articles().stream().map(Article::id).toList();
    if (zh.isEmpty() || en.isEmpty() || zh.equals(en)) {
      return;
    }
    int differ = 0;
    while (differ < Math.min(zh.size(), en.size()) && zh.get(differ).equals(en.get(differ))) {
      differ++;
    }
    problems.add(
        "PL028",
        "the two languages have different sections: `%s` stands where the other has `%s`"
            .formatted(
                differ < en.size() ? en.get(differ) : "nothing",
                differ < zh.size() ? zh.get(differ) : "nothing"),
        List.of(new Marked(Span.at(english.file(), 1, 1), "")),
        "both languages have the same chapters and articles in the same order",
        "compare the headings of plan.md and plan.en.md");
  }
}
