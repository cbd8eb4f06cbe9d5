package org.leadager.platform.lifecycle;

import java.net.InetAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on standard output, once everything is ready, where the pages are. */
@Component
class Announcement {
  private final Environment environment;

  Announcement(Environment environment) {
    this.environment = environment;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
      WebServer server = web.getWebServer();
      if (server != null && server.getPort() > 0) {
        System.out.println("Leadager is ready: http://" + host() + ":" + server.getPort() + "/");
      }
    }
  }

  /** A loopback address is called by its name, which passkeys insist on. */
  private String host() {
    InetAddress address = environment.getProperty("server.address", InetAddress.class);
    if (address == null || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return "localhost";
    }
    return address.getHostAddress().contains(":")
        ? "[" + address.getHostAddress() + "]"
        : address.getHostAddress();
  }
}
