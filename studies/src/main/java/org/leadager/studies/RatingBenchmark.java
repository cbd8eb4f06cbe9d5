package org.leadager.studies;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.rating.SubjectScore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Scoring one subject with nine raters by the rating model, with doubt about the items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RatingBenchmark {
  private static final int SUBJECTS = 64;

  private final Instrument full = Instrument.of(4);
  private final Instrument half = Instrument.of(2);
  private final SubjectRatings[] fullRatings = subjects(full);
  private final SubjectRatings[] halfRatings = subjects(half);
  private int next;

  private static SubjectRatings[] subjects(Instrument instrument) {
    return IntStream.range(0, SUBJECTS)
        .mapToObj(instrument::subject)
        .toArray(SubjectRatings[]::new);
  }

  @Benchmark
  public SubjectScore score72() {
    return full.model().score(fullRatings[next++ % SUBJECTS]);
  }

  @Benchmark
  public SubjectScore score36() {
    return half.model().score(halfRatings[next++ % SUBJECTS]);
  }
}
