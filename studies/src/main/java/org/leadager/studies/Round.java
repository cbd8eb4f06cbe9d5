package org.leadager.studies;

import java.io.IOException;
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
 * @param peakMegabytes resident memory at its highest, answers of all subjects included; −1 where
 *     the system does not tell
 */
record Round(int subjects, double seconds, long peakMegabytes) {
  static final int FULL = 50_000;
  static final int THREADS = 2;
  private static final int WARM = 2000;

  static Round run(int subjects) {
    Instrument instrument = Instrument.of(2);
    List<SubjectRatings> ratings =
        IntStream.range(0, subjects).parallel().mapToObj(instrument::subject).toList();
    score(instrument, ratings.subList(0, Math.min(WARM, subjects)));
    long start = System.nanoTime();
    score(instrument, ratings);
    return new Round(subjects, (System.nanoTime() - start) / 1e9, residentPeak());
  }

  private static void score(Instrument instrument, List<SubjectRatings> ratings) {
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> parts = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int from = (int) ((long) ratings.size() * t / THREADS);
        int to = (int) ((long) ratings.size() * (t + 1) / THREADS);
        parts.add(pool.submit(() -> unsettled(instrument, ratings.subList(from, to))));
      }
      for (Future<Integer> part : parts) {
        if (part.get() > 0) {
          throw new IllegalStateException(part.get() + " scores did not settle");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring a round", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring a round failed", e);
    }
  }

  private static int unsettled(Instrument instrument, List<SubjectRatings> ratings) {
    int unsettled = 0;
    for (SubjectRatings one : ratings) {
      unsettled += instrument.model().score(one).converged() ? 0 : 1;
    }
    return unsettled;
  }

  private static long residentPeak() {
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
        "A round of %,d subjects, 9 raters each, 36 items: %.1f s on %d threads%s",
        subjects,
        seconds,
        THREADS,
        memory);
  }
}
