package org.leadager.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what went wrong in words that help, and nothing about the inside of the program. */
@Controller
class ErrorPages implements ErrorController {
  private static final String SECONDS_TO_RETRY = "5";

  @RequestMapping("/error")
  PageView error(HttpServletRequest request, HttpServletResponse response) {
    HttpStatus status = status(request);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", SECONDS_TO_RETRY);
    }
    return PageView.of("errors/error")
        .with("status", status.value())
        .with("heading", heading(status))
        .with("words", words(status))
        .status(status);
  }

  private static HttpStatus status(HttpServletRequest request) {
    if (databaseIsAway(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    // Nobody was sent here by a failure: the address was typed, and there is no such page.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static boolean databaseIsAway(@Nullable Object failure) {
    Throwable cause = failure instanceof Throwable throwable ? throwable : null;
    while (cause != null) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof DataAccessResourceFailureException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static String heading(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is no such page";
      case FORBIDDEN -> "This page is not open to you";
      case SERVICE_UNAVAILABLE -> "Back in a moment";
      case CONTENT_TOO_LARGE -> "That was too much at once";
      case TOO_MANY_REQUESTS -> "A little slower, please";
      case CONFLICT -> "Somebody was quicker";
      default ->
          status.is4xxClientError() ? "We could not read that" : "Something broke on our side";
    };
  }

  private static String words(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND ->
          "The address may be mistyped, or what was here is gone. Nothing you did before is lost.";
      case FORBIDDEN ->
          "Your roles do not include it, or the page was open too long. Go back, load it again and"
              + " try once more.";
      case SERVICE_UNAVAILABLE ->
          "The database does not answer just now. What was saved is safe; try again in a few"
              + " seconds.";
      case CONTENT_TOO_LARGE -> "The file or text is larger than we can take. Nothing was saved.";
      case TOO_MANY_REQUESTS -> "Too many tries from this address. Wait a minute and try again.";
      case CONFLICT -> "This was changed in another place. Go back and load the page again.";
      default ->
          status.is4xxClientError()
              ? "The request was not complete or not understood. Go back and try again."
              : "We have noted it. What was saved is safe; nothing else was changed.";
    };
  }
}
