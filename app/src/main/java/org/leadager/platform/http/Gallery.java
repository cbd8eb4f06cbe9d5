package org.leadager.platform.http;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component with its example. */
@Controller
@Profile("demo")
class Gallery {
  @GetMapping("/gallery")
  PageView gallery() {
    return PageView.of("gallery/gallery");
  }
}
