package org.leadager.platform.lifecycle;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link StartFailure} as the sentence it is, without a stack trace. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailure> {
  @Override
  protected FailureAnalysis analyze(Throwable root, StartFailure cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
