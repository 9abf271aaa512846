package yuheng.testing;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Checks a claim on many drawn cases, small ones first, and names the first that fails.
///
/// `-DforAll.cases=N` draws more, `-DforAll.only=K` draws one again, `-DforAll.seed=S` draws
/// others.
public final class ForAll {
  private static final int CASES = Integer.getInteger("forAll.cases", 500);
  private static final int ONLY = Integer.getInteger("forAll.only", -1);
  private static final long SEED = Long.getLong("forAll.seed", 20_120_818L);
  private static final int LARGEST = 8;
  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private ForAll() {}

  /// Draws one case; a greater `size` (0 to 8) may make a bigger one.
  @FunctionalInterface
  public interface Draw<T> {
    /// A case from the numbers `random` gives, the same for the same numbers.
    T draw(RandomGenerator random, int size);
  }

  /// Fails with the number and the text of the first drawn case that breaks the claim.
  public static <T> void forAll(Draw<T> draw, Consumer<T> claim) {
    forAll(CASES, draw, claim);
  }

  /// The same for at least so many cases.
  public static <T> void forAll(int atLeast, Draw<T> draw, Consumer<T> claim) {
    int cases = Math.max(CASES, atLeast);
    int first = Math.max(ONLY, 0);
    int end = ONLY < 0 ? cases : ONLY + 1;
    for (int i = first; i < end; i++) {
      T drawn = draw.draw(RANDOM.create(SEED + i), i * LARGEST / cases);
      try {
        claim.accept(drawn);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "Broken by case %d; rerun it alone with -DforAll.only=%d:%n%s".formatted(i, i, drawn),
            broken);
      }
    }
  }
}
