package org.leadager.studies;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.leadager.engine.rating.SubjectRatings;

/**
 * A whole round scored once: so many subjects with nine raters each, none shared, on 36 items.
 *
 * @param subjects scored
 * @param seconds on {@link #THREADS} threads, drawing the answers left out
 * @param processorSeconds of both threads together, garbage collection left out: what the seconds
 *     would be on one processor that nobody else uses
 * @param peakMegabytes resident memory at its highest, answers of all subjects included; −1 where
 *     the system does not tell
 */
record Round(int subjects, double seconds, double processorSeconds, long peakMegabytes) {
  static final int FULL = 50_000;
  static final int THREADS = 2;
  private static final int WARM = 2000;

  static Round run(int subjects) {
    Instrument instrument = Instrument.of(2);
    List<SubjectRatings> ratings =
        IntStream.range(0, subjects).parallel().mapToObj(instrument::subject).toList();
    score(instrument, ratings.subList(0, Math.min(WARM, subjects)));
    long start = System.nanoTime();
    double processor = score(instrument, ratings);
    return new Round(subjects, (System.nanoTime() - start) / 1e9, processor, residentPeak());
  }

  /** Returns processor seconds. */
  private static double score(Instrument instrument, List<SubjectRatings> ratings) {
    double processor = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Double>> parts = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int from = (int) ((long) ratings.size() * t / THREADS);
        int to = (int) ((long) ratings.size() * (t + 1) / THREADS);
        parts.add(pool.submit(() -> scorePart(instrument, ratings.subList(from, to))));
      }
      for (Future<Double> part : parts) {
        processor += part.get();
      }
      return processor;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring a round", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring a round failed", e);
    }
  }

  private static double scorePart(Instrument instrument, List<SubjectRatings> ratings) {
    for (SubjectRatings one : ratings) {
      if (!instrument.model().score(one).converged()) {
        throw new IllegalStateException("a score did not settle");
      }
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  static long residentPeak() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }

  String line() {
    String memory = peakMegabytes < 0 ? "" : ", at most %d MB".formatted(peakMegabytes);
    return String.format(
        Locale.ROOT,
        "A round of %,d subjects, 9 raters each, 36 items: %.1f s on %d threads (%.1f s of processor time)%s",
        subjects,
        seconds,
        THREADS,
        processorSeconds,
        memory);
  }
}
