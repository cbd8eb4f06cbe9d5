package org.leadager.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is no id names nothing, just as the id of nothing does: 404, not 400. */
@ControllerAdvice
class MistypedIds {
  @ExceptionHandler
  void answer(MethodArgumentTypeMismatchException mistyped, HttpServletResponse response)
      throws IOException {
    response.sendError(
        UUID.class.equals(mistyped.getRequiredType())
            ? HttpServletResponse.SC_NOT_FOUND
            : HttpServletResponse.SC_BAD_REQUEST);
  }
}
