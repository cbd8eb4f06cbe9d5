package org.leadager.studies;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leadager.engine.rating.CalibrationOutcome;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.RatingCalibration;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.rating.VariancePriors;

/**
 * A whole round calibrated once: so many subjects with nine raters each on 36 items, whose truth is
 * drawn from the day-one priors.
 *
 * @param calibrated what came out
 * @param seconds on all processors, drawing the answers left out
 * @param processorSeconds of all threads together, garbage collection included
 * @param peakMegabytes resident memory of the whole program at its highest, answers of all subjects
 *     included; −1 where the system does not tell
 * @param slopeError root mean square of the errors of ln a, each over its standard error: 1 where
 *     the standard errors are right
 */
record CalibratedRound(
    Calibrated calibrated,
    double seconds,
    double processorSeconds,
    long peakMegabytes,
    double slopeError) {
  private static final double HALO_LOG_SD = .25;
  private static final double EFFECT_LOG_SD = .4;
  private static final double CORRELATION_SD = .2;

  static CalibratedRound run(int subjects) {
    Instrument instrument = Instrument.of(2);
    List<SubjectRatings> ratings =
        IntStream.range(0, subjects).parallel().mapToObj(instrument::subject).toList();
    VariancePriors variances =
        new VariancePriors(instrument.model().priors(), HALO_LOG_SD, EFFECT_LOG_SD, CORRELATION_SD);
    RatingCalibration calibration =
        RatingCalibration.of(instrument.model().structure())
            .items(instrument.model().parameters())
            .variances(variances);
    long start = System.nanoTime();
    long processor = processorNanos();
    CalibrationOutcome outcome = calibration.fit(ratings);
    double used = (processorNanos() - processor) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!(outcome instanceof Calibrated calibrated)) {
      throw new IllegalStateException("a calibration was refused: " + outcome);
    }
    double error = slopeError(calibrated.parameters(), instrument.truth());
    return new CalibratedRound(calibrated, seconds, used, Round.residentPeak(), error);
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double slopeError(ItemParameters estimate, ItemParameters truth) {
    double sum = 0;
    for (int i = 0; i < truth.items(); i++) {
      double error = Math.log(estimate.slope(i) / truth.slope(i));
      sum += Math.pow(error / estimate.uncertainty(i).logSlopeSd(), 2);
    }
    return Math.sqrt(sum / truth.items());
  }

  String line() {
    if (!calibrated.converged()) {
      return String.format(
          Locale.ROOT,
          "The calibration of %,d such subjects: no result after %.1f s of processor time. %s",
          calibrated.fit().subjects(),
          processorSeconds,
          calibrated.reason());
    }
    String memory = peakMegabytes < 0 ? "" : ", at most %d MB".formatted(peakMegabytes);
    return String.format(
        Locale.ROOT,
        "The calibration of %,d such subjects: %.1f s (%.1f s of processor time)%s, %d passes; "
            + "slopes off by %.2f standard errors",
        calibrated.fit().subjects(),
        seconds,
        processorSeconds,
        memory,
        calibrated.fit().iterations(),
        slopeError);
  }
}
