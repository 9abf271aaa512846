package yuheng.synth;

import java.util.random.RandomGenerator;

/// Draws one of several by their weights.
final class Weights {
  private final double[] upTo;

  Weights(double[] weights) {
    upTo = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      upTo[i] = sum;
    }
  }

  int draw(RandomGenerator chance) {
    double at = chance.nextDouble() * upTo[upTo.length - 1];
    int i = 0;
    while (upTo[i] <= at) {
      i++;
    }
    return i;
  }
}
