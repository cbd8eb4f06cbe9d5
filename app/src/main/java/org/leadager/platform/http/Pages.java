package org.leadager.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a page from the request. */
@Component
class Pages {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv");

  private final Assets assets;
  private final ObjectProvider<Viewers> viewers;
  private final ObjectProvider<CaseHeads> caseHeads;
  private final List<NavItem> nav;
  private final Set<String> profiles;

  Pages(
      Assets assets,
      ObjectProvider<Viewers> viewers,
      ObjectProvider<CaseHeads> caseHeads,
      ObjectProvider<NavItem> nav,
      Environment environment) {
    this.assets = assets;
    this.viewers = viewers;
    this.caseHeads = caseHeads;
    this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    this.profiles = Set.of(environment.getActiveProfiles());
  }

  Page page(HttpServletRequest request, Locale locale, Map<String, ?> model) {
    String path = pathAskedFor(request);
    Viewer viewer = viewer(request).orElse(null);
    return new Page(
        path,
        locale.toLanguageTag(),
        RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr",
        assets,
        csrf(request),
        viewer,
        viewer == null ? List.of() : links(viewer, path),
        profiles,
        caseHead(viewer, model),
        (Room.Name) model.get(PageView.ROOM));
  }

  private Optional<Viewer> viewer(HttpServletRequest request) {
    Viewers source = viewers.getIfAvailable();
    return source == null || isServerError(request) ? Optional.empty() : source.viewer(request);
  }

  /**
   * Where the server failed, the session may be what failed: the page must not ask for it again.
   */
  private static boolean isServerError(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        && status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
  }

  private @Nullable CaseHead caseHead(@Nullable Viewer viewer, Map<String, ?> model) {
    CaseHeads source = caseHeads.getIfAvailable();
    Object caseId = model.get(PageView.CASE);
    if (source == null || viewer == null || caseId == null) {
      return null;
    }
    return source.find(viewer.organisationId(), (UUID) caseId).orElse(null);
  }

  private List<Page.NavLink> links(Viewer viewer, String path) {
    return nav.stream()
        .filter(item -> item.shownTo().test(viewer))
        .map(item -> new Page.NavLink(item.label(), item.href(), item.isCurrentOn(path)))
        .toList();
  }

  private static Page.@Nullable Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Page.Csrf(token.getParameterName(), token.getToken())
        : null;
  }

  private static String pathAskedFor(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
        ? uri
        : request.getRequestURI();
  }
}
