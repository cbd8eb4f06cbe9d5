package org.leadager.instruments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument.Scale;
import org.leadager.instruments.Instrument.Source;
import org.leadager.instruments.Parameters.Correlation;
import org.leadager.instruments.Parameters.Slope;
import org.leadager.instruments.Parameters.Slopes;
import org.leadager.instruments.Parameters.Thresholds;

/** Reads the section {@code parameters}. */
final class ParametersReader {
  private static final double MOST = 100;

  /** How far the stated centre of the correlation may be from its prior's own: two places. */
  private static final double ROUNDING = .005;

  private ParametersReader() {}

  static @Nullable Parameters read(Cursor at, Scale scale, List<Source> sources) {
    if (!at.present()) {
      return null;
    }
    known(at);
    Cursor axes = at.at("axes").object("mean", "sd");
    Cursor halo = at.at("halo").object("variance", "logSd", "severityShare");
    Cursor leniency = at.at("leniency").object("mean", "sd");
    Parameters parameters =
        new Parameters(
            at.at("version").code(),
            at.at("provisional").truth(true),
            axes.at("mean").number(-10, 10),
            axes.at("sd").positive(MOST),
            correlation(at.at("correlation")),
            slopes(at.at("slopes")),
            thresholds(at.at("thresholds"), scale),
            spread(at.at("competence")),
            spread(at.at("sourceView")),
            halo.at("variance").entries(c -> c.positive(MOST)),
            halo.at("logSd").positive(MOST),
            halo.at("severityShare").number(0, 1),
            spread(at.at("slant")),
            spread(at.at("testlet")),
            leniency.at("mean").number(-10, 10),
            leniency.at("sd").positive(MOST));
    checkSources(halo.at("variance"), parameters, sources);
    return parameters;
  }

  private static void checkSources(Cursor at, Parameters parameters, List<Source> sources) {
    for (Source source : sources) {
      if (!parameters.haloVariance().containsKey(source.code())) {
        at.problem("says nothing of the source " + source.code());
      }
    }
  }

  private static void known(Cursor at) {
    at.object(
        "version",
        "provisional",
        "axes",
        "correlation",
        "slopes",
        "thresholds",
        "competence",
        "sourceView",
        "halo",
        "slant",
        "testlet",
        "leniency");
  }

  private static Correlation correlation(Cursor at) {
    at.object("atanhMean", "atanhSd", "centre");
    Correlation c =
        new Correlation(
            at.at("atanhMean").number(-5, 5),
            at.at("atanhSd").positive(MOST),
            at.at("centre").number(-.999, .999));
    if (Math.abs(Math.tanh(c.atanhMean()) - c.centre()) > ROUNDING) {
      at.at("centre").problem("must be the hyperbolic tangent of atanhMean, to two places");
    }
    return c;
  }

  private static Slopes slopes(Cursor at) {
    at.object("anchor", "second", "other", "reversed");
    return new Slopes(
        slope(at.at("anchor")),
        slope(at.at("second")),
        slope(at.at("other")),
        slope(at.at("reversed")));
  }

  private static Slope slope(Cursor at) {
    at.object("median", "logSd");
    return new Slope(at.at("median").positive(MOST), at.at("logSd").positive(MOST));
  }

  private static Thresholds thresholds(Cursor at, Scale scale) {
    at.object("centre", "itemShiftSd", "jitterSd", "reversedShift", "sourceShiftSd", "originSd");
    List<Double> centre = at.at("centre").elements(9).stream().map(c -> c.number(-20, 20)).toList();
    if (centre.size() != scale.points() - 1) {
      at.at("centre").problem("must hold one threshold fewer than the scale has points");
    }
    for (int k = 1; k < centre.size(); k++) {
      if (centre.get(k) <= centre.get(k - 1)) {
        at.at("centre").problem("must rise");
      }
    }
    return new Thresholds(
        centre,
        at.at("itemShiftSd").positive(MOST),
        at.at("jitterSd").positive(MOST),
        at.at("reversedShift").number(-5, 5),
        at.at("sourceShiftSd").positive(MOST),
        at.at("originSd").positive(MOST));
  }

  private static double spread(Cursor at) {
    return at.object("sd").at("sd").positive(MOST);
  }
}
