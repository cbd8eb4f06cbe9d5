package org.leadager.platform.db;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Counts statements, so that a test can bound them whatever a list's length. */
public final class QueryCount implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  private final AtomicInteger statements = new AtomicInteger();

  @Override
  public void executeStart(ExecuteContext context) {
    statements.incrementAndGet();
  }

  /** How many statements the work sends. */
  public int during(Runnable work) {
    int before = statements.get();
    work.run();
    return statements.get() - before;
  }
}
