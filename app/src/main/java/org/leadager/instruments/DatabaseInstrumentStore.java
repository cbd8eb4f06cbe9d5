package org.leadager.instruments;

import static org.leadager.platform.db.jooq.instruments.Tables.INSTRUMENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Component;

/** Organisations' instruments in the table {@code instruments.instrument}. */
@Component
final class DatabaseInstrumentStore implements InstrumentStore {
  private final Database database;

  DatabaseInstrumentStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instrument> find(UUID organisation, String code, String version) {
    return database.read(
        organisation,
        db ->
            db.select(INSTRUMENT.DEFINITION, INSTRUMENT.CONTENT_HASH)
                .from(INSTRUMENT)
                .where(INSTRUMENT.CODE.eq(code).and(INSTRUMENT.VERSION.eq(version)))
                .fetchOptional(row -> read(row.value1(), row.value2())));
  }

  @Override
  public List<Instrument> all(UUID organisation) {
    return database.read(
        organisation,
        db ->
            db.select(INSTRUMENT.DEFINITION, INSTRUMENT.CONTENT_HASH)
                .from(INSTRUMENT)
                .orderBy(INSTRUMENT.CODE, INSTRUMENT.VERSION)
                .fetch(row -> read(row.value1(), row.value2())));
  }

  @Override
  public Optional<Instrument> add(UUID organisation, Instrument instrument, String definition) {
    return database.write(
        organisation,
        db -> {
          int added =
              db.insertInto(INSTRUMENT)
                  .set(INSTRUMENT.ORGANISATION_ID, organisation)
                  .set(INSTRUMENT.CODE, instrument.code())
                  .set(INSTRUMENT.VERSION, instrument.version())
                  .set(INSTRUMENT.CONTENT_HASH, instrument.contentHash())
                  .set(INSTRUMENT.DEFINITION, JSONB.valueOf(definition))
                  .onConflictDoNothing()
                  .execute();
          return added == 1
              ? Optional.empty()
              : find(organisation, instrument.code(), instrument.version());
        });
  }

  private static Instrument read(JSONB definition, String hash) {
    return switch (InstrumentParser.stored(definition.data(), hash)) {
      case Parsed.Valid valid -> valid.instrument();
      case Parsed.Invalid invalid ->
          throw new IllegalStateException("A stored instrument: " + invalid.problems());
    };
  }
}
