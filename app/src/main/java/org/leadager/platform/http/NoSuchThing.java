package org.leadager.platform.http;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is nothing of that id for this visitor: it never was, or it is another organisation's. The
 * answer is 404 in both cases, so that ids tell nothing.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchThing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A thing that is not there. */
  public NoSuchThing() {
    super("no such thing", null, false, false);
  }
}
