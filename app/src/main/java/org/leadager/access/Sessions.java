package org.leadager.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.leadager.people.PersonChanged;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Opens and ends sessions, which live in the database. */
@Component
class Sessions {
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** Signs the visitor in. Whatever session the browser had before ends: its id may be known. */
  void open(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SignedIn(visitor));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  @EventListener
  void end(PersonChanged changed) {
    sessions
        .findByPrincipalName(changed.personId().toString())
        .keySet()
        .forEach(sessions::deleteById);
  }
}
