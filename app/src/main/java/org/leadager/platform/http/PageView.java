package org.leadager.platform.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page to show: a template below {@code src/main/jte} and its parameters. The frame is added
 * under the name {@code page}.
 */
public final class PageView extends ModelAndView {
  static final String CASE = "org.leadager.case";
  static final String ROOM = "org.leadager.room";

  private PageView(String template) {
    super(template);
  }

  /** The template named by its path without ending, such as {@code "people/list"}. */
  public static PageView of(String template) {
    return new PageView(template);
  }

  /** Sets a parameter of the template. */
  public PageView with(String name, @Nullable Object value) {
    getModelMap().put(name, value);
    return this;
  }

  /** Shows the head of the case and the room in which the page stands. */
  public PageView inCase(UUID caseId, Room.@Nullable Name room) {
    return with(CASE, caseId).with(ROOM, room);
  }

  /** Answers with a status other than 200. */
  public PageView status(HttpStatus status) {
    setStatus(status);
    return this;
  }
}
