package org.leadager.demo;

import java.util.UUID;
import org.leadager.rounds.Outcome;
import org.leadager.rounds.RoundDraft;
import org.leadager.rounds.RoundSetup;
import org.leadager.rounds.Rounds;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sets up and launches the sample's rounds, and finishes those that are to be. */
@Component
@Profile("demo")
class SampleRounds {
  private static final int MOST = 20;

  private final RoundSetup setup;
  private final Rounds rounds;
  private final FinishedRound finished;

  SampleRounds(RoundSetup setup, Rounds rounds, FinishedRound finished) {
    this.setup = setup;
    this.rounds = rounds;
    this.finished = finished;
  }

  void launch(UUID organisation, UUID consultant, UUID caseId, SampleText.SampleRound text) {
    RoundDraft draft = RoundDraft.leadager(caseId, text.name(), text.form(), null);
    UUID made = setup.draft(organisation, consultant, draft);
    require(setup.addPanel(organisation, made, SampleText.text(text.panel())));
    require(setup.launch(organisation, consultant, made));
  }

  /** Finishes the rounds that the text says are finished; done again, it changes nothing. */
  void finish(UUID organisation, UUID consultant, SampleText text) {
    for (SampleText.SampleCase one : text.cases()) {
      SampleText.SampleRound round = one.round();
      SampleText.Finished answers = round == null ? null : round.finished();
      if (round != null && answers != null) {
        rounds.page(organisation, 1, MOST).stream()
            .filter(r -> r.name().equals(round.name()))
            .forEach(r -> finished.finish(organisation, consultant, r, answers));
      }
    }
  }

  static void require(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) {
      throw new IllegalStateException("the sample was refused: " + outcome);
    }
  }
}
