package org.leadager.engine.simulate;

/**
 * Random numbers that are the same for a seed on every machine and Java release: xoshiro256++
 * (Blackman and Vigna 2021), its state filled by SplitMix64 (Steele, Lea and Flood 2014); normal
 * numbers by Marsaglia's polar method with {@link StrictMath} alone, whose bits are prescribed.
 *
 * <p>Not safe to share between threads; give each its own {@link #branch}.
 */
public final class Draws {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-53;

  private final long seed;
  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spare = Double.NaN;

  private Draws(long seed) {
    this.seed = seed;
    long counter = seed + GOLDEN;
    s0 = mix(counter);
    counter += GOLDEN;
    s1 = mix(counter);
    counter += GOLDEN;
    s2 = mix(counter);
    counter += GOLDEN;
    s3 = mix(counter);
  }

  /** The stream of a seed; neighbouring seeds give unrelated streams. */
  public static Draws seeded(long seed) {
    return new Draws(seed);
  }

  /** With the four words of state given, for the published test vectors. */
  static Draws ofState(long a, long b, long c, long d) {
    Draws draws = new Draws(0);
    draws.s0 = a;
    draws.s1 = b;
    draws.s2 = c;
    draws.s3 = d;
    return draws;
  }

  /**
   * The stream that belongs to a key of this one's seed, whatever has been drawn so far: so what is
   * drawn for subject 7 does not depend on how many subjects there are.
   */
  public Draws branch(long key) {
    return new Draws(mix(seed ^ mix(key + GOLDEN)));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  public long bits() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Uniform on the multiples of 2⁻⁵³ in [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * UNIT;
  }

  /** A whole number 0 … bound − 1, each as likely to within bound · 2⁻⁵³. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** A standard normal number. */
  public double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * factor;
    return x * factor;
  }

  /** A standard logistic number: P(logistic ≤ x) = 1 / (1 + exp(−x)). */
  public double logistic() {
    double u = uniform();
    return StrictMath.log(u / (1 - u));
  }
}
