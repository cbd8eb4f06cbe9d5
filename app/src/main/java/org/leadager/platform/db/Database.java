package org.leadager.platform.db;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every access to the database goes through here: a transaction in which exactly one organisation's
 * rows exist. Row-level security in the database does the hiding; this class only says whose turn
 * it is, for the length of the transaction, so that a pooled connection carries nothing over.
 *
 * <p>A call inside a call joins the transaction of the outer one; it must be for the same
 * organisation.
 */
@Component
public final class Database {
  private static final String SETTING = "app.organisation";

  private final DSLContext dsl;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  Database(DSLContext dsl, PlatformTransactionManager transactions) {
    this.dsl = dsl;
    this.writing = new TransactionTemplate(transactions);
    var readOnly = new DefaultTransactionDefinition();
    readOnly.setReadOnly(true);
    this.reading = new TransactionTemplate(transactions, readOnly);
  }

  /** Runs the work in a read-only transaction that sees the rows of this organisation only. */
  public <T extends @org.jspecify.annotations.Nullable Object> T read(
      UUID organisation, Function<DSLContext, T> work) {
    return run(reading, organisation, work);
  }

  /** Runs the work in a transaction of this organisation; an exception undoes all of it. */
  public <T extends @org.jspecify.annotations.Nullable Object> T write(
      UUID organisation, Function<DSLContext, T> work) {
    return run(writing, organisation, work);
  }

  /** As {@link #write}, for work without a result. */
  public void change(UUID organisation, Consumer<DSLContext> work) {
    write(
        organisation,
        context -> {
          work.accept(context);
          return organisation;
        });
  }

  /**
   * Runs the work in a transaction of no organisation: only tables without a policy (identities,
   * mail, jobs) and the few functions made for it have anything to say there.
   */
  public <T extends @org.jspecify.annotations.Nullable Object> T outside(
      Function<DSLContext, T> work) {
    return run(writing, null, work);
  }

  @SuppressWarnings("NullAway") // TransactionTemplate returns what the work returned
  private <T extends @org.jspecify.annotations.Nullable Object> T run(
      TransactionTemplate template,
      @org.jspecify.annotations.Nullable UUID organisation,
      Function<DSLContext, T> work) {
    return template.execute(status -> {
      enter(organisation, status.isNewTransaction());
      return work.apply(dsl);
    });
  }

  private void enter(@org.jspecify.annotations.Nullable UUID organisation, boolean outermost) {
    String wanted = organisation == null ? "" : organisation.toString();
    if (outermost) {
      dsl.select(DSL.field("set_config({0}, {1}, true)", DSL.val(SETTING), DSL.val(wanted)))
          .execute();
      return;
    }
    Object now =
        dsl.select(DSL.field("coalesce(current_setting({0}, true), '')", DSL.val(SETTING)))
            .fetchSingle()
            .value1();
    if (!Objects.equals(now, wanted)) {
      throw new IllegalStateException(
          "a transaction of organisation '" + now + "' cannot turn into one of '" + wanted + "'");
    }
  }
}
