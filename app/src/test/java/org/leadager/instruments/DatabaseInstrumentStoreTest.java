package org.leadager.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadager.platform.db.TestDatabase;

class DatabaseInstrumentStoreTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Instruments instruments =
      new Instruments(new DatabaseInstrumentStore(test.database()));
  private final UUID organisation = test.organisation("Calder Ferries");

  @Test
  void anInstrumentComesBackAsItWasAddedForItsOrganisationOnly() throws IOException {
    Parsed.Valid lq = lq2002();
    assertThat(instruments.add(organisation, lq)).isEqualTo(Instruments.Added.NEW);
    assertThat(instruments.add(organisation, lq)).isEqualTo(Instruments.Added.SAME);
    assertThat(instruments.find(organisation, "lq2002", "1")).contains(lq.instrument());
    assertThat(instruments.own(organisation)).containsExactly(lq.instrument());
    assertThat(instruments.find(test.organisation("Other"), "lq2002", "1")).isEmpty();
  }

  private Parsed.Valid lq2002() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/lq2002/lq2002.json")) {
      return (Parsed.Valid) instruments.parse(Objects.requireNonNull(in).readAllBytes());
    }
  }
}
