package org.leadager.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.leadager.instruments.Instrument;

/** What was asked in a round, and under which rule. */
record RoundScope(
    UUID organisation, UUID round, Instrument instrument, Instrument.Form form, int minimumGroup) {

  /** The panel of one subject, admitted or not by the rules of disclosure. */
  Panel panel(Admission admission, List<RaterAnswers> answers) {
    return new Panel(admission.admit(instrument, form, minimumGroup, answers), answers);
  }

  /** Codes of all items that can be answered with a number, amount items last. */
  List<String> items() {
    List<String> items = new ArrayList<>(form.items());
    Instrument.Amounts amounts = instrument.amounts();
    if (amounts != null) {
      amounts.items().forEach(a -> items.add(a.code()));
    }
    return items;
  }
}
