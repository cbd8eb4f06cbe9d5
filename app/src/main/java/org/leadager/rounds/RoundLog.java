package org.leadager.rounds;

import static org.leadager.platform.db.jooq.rounds.Tables.LOG_ENTRY;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.leadager.platform.db.jooq.rounds.tables.records.LogEntryRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to a round. Each entry's hash covers its content and the hash before it, so that an
 * entry changed or taken out later breaks the chain. Callers hold the lock of the round's row.
 */
final class RoundLog {
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] START = new byte[32];

  private final DSLContext dsl;
  private final Clock clock;

  RoundLog(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  void append(
      UUID organisation,
      UUID round,
      @Nullable UUID actor,
      String event,
      Map<String, String> detail) {
    LogEntryRecord last =
        dsl.selectFrom(LOG_ENTRY)
            .where(LOG_ENTRY.ROUND_ID.eq(round))
            .orderBy(LOG_ENTRY.NUMBER.desc())
            .limit(1)
            .fetchOne();
    LogEntryRecord entry = dsl.newRecord(LOG_ENTRY);
    entry.setOrganisationId(organisation);
    entry.setRoundId(round);
    entry.setNumber(last == null ? 1 : last.getNumber() + 1);
    entry.setAt(
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
    entry.setActorId(actor);
    entry.setEvent(event);
    entry.setDetail(JSONB.valueOf(JSON.writeValueAsString(new TreeMap<>(detail))));
    entry.setPreviousHash(last == null ? START : last.getHash());
    entry.setHash(hash(entry));
    entry.insert();
  }

  /** Whether the chain is whole from the first entry to the last. */
  boolean isWhole(UUID round) {
    byte[] previous = START;
    int number = 1;
    for (LogEntryRecord entry :
        dsl.selectFrom(LOG_ENTRY)
            .where(LOG_ENTRY.ROUND_ID.eq(round))
            .orderBy(LOG_ENTRY.NUMBER)
            .fetch()) {
      if (entry.getNumber() != number
          || !Arrays.equals(entry.getPreviousHash(), previous)
          || !Arrays.equals(entry.getHash(), hash(entry))) {
        return false;
      }
      previous = entry.getHash();
      number++;
    }
    return true;
  }

  /** Every part with its length, so that no two entries read the same. */
  private static byte[] hash(LogEntryRecord entry) {
    Map<String, String> detail =
        new TreeMap<>(
            JSON.readValue(entry.getDetail().data(), new TypeReference<Map<String, String>>() {}));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(entry.getPreviousHash());
      write(out, entry.getRoundId().toString());
      out.writeInt(entry.getNumber());
      write(out, entry.getAt().toInstant().toString());
      write(out, String.valueOf(entry.getActorId()));
      write(out, entry.getEvent());
      for (Map.Entry<String, String> part : detail.entrySet()) {
        write(out, part.getKey());
        write(out, part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256(bytes.toByteArray());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
