package org.leadager.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.leadager.access.Throttle;
import org.leadager.platform.http.PageView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets raters in by their private links and tells everybody else one thing only. Whoever tries many
 * links that are none is told to slow down; a link that works is never held up, whoever else shares
 * its address.
 */
@Component
class Doorway {
  private static final int MOST_BAD_LINKS = 30;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final RatingForms forms;
  private final SubjectNames names;
  private final Throttle badLinks;

  Doorway(RatingForms forms, SubjectNames names, Clock clock) {
    this.forms = forms;
    this.names = names;
    this.badLinks = new Throttle(MOST_BAD_LINKS, WINDOW, clock);
  }

  /** The page inside, or what is said at the door. */
  ModelAndView enter(
      String token, HttpServletRequest request, Function<Sitting, ModelAndView> inside) {
    return forms.arrive(token) instanceof Arrival.Open open
        ? inside.apply(open.sitting())
        : refuse(token, request);
  }

  /** As {@link #enter(String, HttpServletRequest, Function)}, for one form of the rater's. */
  ModelAndView enter(
      String token,
      UUID form,
      HttpServletRequest request,
      BiFunction<Sitting, Sitting.Task, ModelAndView> inside) {
    return enter(
        token,
        request,
        sitting ->
            sitting
                .task(form)
                .map(task -> inside.apply(sitting, task))
                .orElseGet(() -> unknown(request)));
  }

  /** What is said at the door: that the round is over, or that there is no such link. */
  PageView refuse(String token, HttpServletRequest request) {
    return forms.arrive(token) instanceof Arrival.Over over
        ? over(over, request)
        : unknown(request);
  }

  private PageView over(Arrival.Over over, HttpServletRequest request) {
    boolean late = !request.getMethod().equals("GET");
    PageView page =
        PageView.of("answers/over")
            .with("late", late)
            .with("forms", over.forms())
            .with("names", names.of(over.organisation(), over.round().id()))
            .with("minimum", over.round().minimumGroup());
    return late ? page.status(HttpStatus.CONFLICT) : page;
  }

  private PageView unknown(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    boolean tooMany = badLinks.isUsedUp(address);
    badLinks.count(address);
    return PageView.of("answers/gone")
        .status(tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.NOT_FOUND);
  }
}
