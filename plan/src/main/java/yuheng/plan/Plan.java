package yuheng.plan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// A strategy as read from its package; if one exists, its parts fit together.
///
/// @param folder where it was read from
/// @param span the years that the strategy counts its totals over
/// @param articles the prose, in Chinese and in English, the same sections in the same order
/// @param targets in the order of the prose
/// @param coverages what a figure can cover, by code; [Indicator#OPEN] is always one
/// @param relations what the numbers have to do with each other; what the proof may use
/// @param principles what the strategy holds to, by code; targets say which of them they serve
/// @param offices who can own a target or a measure, by code
/// @param measures what is done so that targets move, by id; empty without `measures/`
/// @param bulletin what the monthly bulletin speaks of and how
/// @param progress how progress within a year is asked and lit
/// @param registers the lists it keeps of units, by id; empty without `registers/`
/// @param forms what those units report, by id; empty without `forms/`
/// @param synth what a synthetic city of it is made of; empty without `synth.yaml`
/// @param scopes what a figure can be about, by code; pillars are scopes too
public record Plan(
    Path folder,
    String id,
    Words title,
    Words issuer,
    LocalDate issued,
    Period span,
    int horizon,
    Optional<OfficialText> text,
    SequencedMap<String, Pillar> pillars,
    SequencedMap<String, Words> coverages,
    SequencedMap<String, Words> scopes,
    Optional<MapFile> map,
    Map<Language, List<Article>> articles,
    SequencedMap<String, Target> targets,
    SequencedMap<String, Indicator> indicators,
    SequencedMap<String, Series> series,
    Relations relations,
    SequencedMap<String, Words> principles,
    SequencedMap<String, Words> offices,
    Progress progress,
    SequencedMap<String, Measure> measures,
    BulletinRules bulletin,
    SequencedMap<String, Register> registers,
    SequencedMap<String, Form> forms,
    Optional<SynthRules> synth) {
  /// The scope of a figure that names none: everything the strategy is about.
  public static final String WHOLE = "city";

  public Plan {
    pillars = kept(pillars);
    coverages = kept(coverages);
    scopes = kept(scopes);
    articles = Map.copyOf(articles);
    targets = kept(targets);
    indicators = kept(indicators);
    series = kept(series);
    principles = kept(principles);
    offices = kept(offices);
    measures = kept(measures);
    registers = kept(registers);
    forms = kept(forms);
  }

  /// Reads the package in `folder`: a plan whose parts fit, or everything that is wrong with it.
  public static Reading read(Path folder) {
    return new PackageReader(folder).read();
  }

  /// The official document, which stays outside the package.
  ///
  /// @param sha256 lower-case hexadecimal, of the file's bytes
  /// @param characters its length in code points
  public record OfficialText(String title, String sha256, int characters) {}

  /// A branch that the strategy treats by itself (支柱产业).
  ///
  /// @param article the number of its article, as the heading writes it
  public record Pillar(String id, Words name, String article) {}

  /// Outlines of districts.
  ///
  /// @param file relative to the package
  /// @param boundaries the year whose boundaries they show
  public record MapFile(String file, int boundaries, String source, String licence, Words note) {}

  /// The prose in one language.
  public List<Article> prose(Language language) {
    return articles.getOrDefault(language, List.of());
  }

  /// What a coverage code means.
  public Words coverage(String code) {
    return coverages.getOrDefault(code, Words.same(code));
  }

  private static <T> SequencedMap<String, T> kept(SequencedMap<String, T> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }
}
