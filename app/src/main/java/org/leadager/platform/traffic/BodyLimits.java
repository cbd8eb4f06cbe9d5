package org.leadager.platform.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large or do not say how large they are, and form fields with NUL
 * characters, which no database text can hold. It reads forms to their end before the request asks
 * for a place at the {@link Turnstile}: a sender that drips keeps nobody else waiting.
 */
final class BodyLimits extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(BodyLimits.class);

  private final TrafficSettings settings;

  BodyLimits(TrafficSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int refused = refusal(request);
    if (refused == HttpServletResponse.SC_OK) {
      refused = read(request);
    }
    if (refused == HttpServletResponse.SC_OK) {
      chain.doFilter(request, response);
    } else {
      // The rest of the body is not worth waiting for.
      response.setHeader("Connection", "close");
      response.sendError(refused);
    }
  }

  private int refusal(HttpServletRequest request) {
    boolean upload = settings.uploadPaths().matcher(request.getRequestURI()).matches();
    long limit = (upload ? settings.uploadLimit() : settings.bodyLimit()).toBytes();
    if (request.getContentLengthLong() > limit) {
      return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }
    boolean unknown =
        request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    return unknown ? HttpServletResponse.SC_LENGTH_REQUIRED : HttpServletResponse.SC_OK;
  }

  /** Reads the form, if the body is one, and answers whether its fields can be used. */
  private static int read(HttpServletRequest request) throws IOException, ServletException {
    try {
      if (type(request.getContentType()).startsWith("multipart/form-data")) {
        request.getParts();
      }
      return holdsNul(request.getParameterMap())
          ? HttpServletResponse.SC_BAD_REQUEST
          : HttpServletResponse.SC_OK;
    } catch (IllegalStateException e) {
      // What the container throws when a form has too many bytes, parts or fields, or is damaged.
      LOG.debug("A form was refused", e);
      return HttpServletResponse.SC_BAD_REQUEST;
    }
  }

  private static String type(@Nullable String contentType) {
    return contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
  }

  private static boolean holdsNul(Map<String, String[]> fields) {
    for (Map.Entry<String, String[]> field : fields.entrySet()) {
      if (field.getKey().indexOf('\0') >= 0) {
        return true;
      }
      for (String value : field.getValue()) {
        if (value.indexOf('\0') >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
