package org.leadager.scores;

import org.leadager.instruments.Instruments;
import org.leadager.platform.db.Database;
import org.leadager.rounds.Rounds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of disclosure, which a later package has, before the scoring. */
@Configuration(proxyBeanMethods = false)
class ScoreConfiguration {
  @Bean
  Scoring scoring(
      Database database,
      Rounds rounds,
      Instruments instruments,
      ObjectProvider<Admission> admission) {
    return new Scoring(
        database,
        rounds,
        instruments,
        (instrument, form, minimumGroup, panel) ->
            admission.getObject().admit(instrument, form, minimumGroup, panel));
  }
}
