package org.leadager.scores;

import java.util.List;
import org.leadager.instruments.Instrument;

/**
 * The gate before scoring: decides once per panel whose answers are used at all. The rules of
 * disclosure implement it.
 */
public interface Admission {
  /**
   * Decides for the panel of one subject.
   *
   * @param form the form that was asked
   * @param minimumGroup raters a protected group needs in this round
   */
  Admitted admit(
      Instrument instrument, Instrument.Form form, int minimumGroup, List<RaterAnswers> panel);
}
