package org.leadager.platform.lifecycle;

/**
 * Leadager cannot start, for a reason that the person who started it can act on. The message is
 * printed as it is, without a stack trace, so it says what is wrong and what to do.
 */
public class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure whose message is all there is to know. */
  public StartFailure(String message) {
    super(message);
  }

  /** A failure with a cause; the message must stand without it. */
  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
