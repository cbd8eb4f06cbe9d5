// What a page does with script on; every page works without.
(() => {
  "use strict";
  // A form is sent once: a second click while the first is under way changes nothing.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || (form.hasAttribute("hx-post") && !("saves" in form.dataset))) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "true";
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
  });
  // Coming back by the browser's history finds the form ready again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      for (const busy of form.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
    }
  });
  // A save that did not arrive is said where a save that did would be.
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, () => {
      const line = document.querySelector("#saved");
      if (line) line.lastChild.replaceWith("Not saved: no answer from the server. We try again at your next answer.");
    });
  }
  const summary = document.querySelector(".error-summary[tabindex]");
  if (summary && !location.pathname.startsWith("/gallery")) summary.focus();
})();
