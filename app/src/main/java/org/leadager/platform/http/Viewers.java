package org.leadager.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who is looking at a page; the package that signs people in implements it. */
public interface Viewers {
  /** The signed-in person, or nothing for a visitor without a session. */
  Optional<Viewer> viewer(HttpServletRequest request);
}
