package org.leadager.platform.control;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.leadager.platform.lifecycle.DataDirectory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the control file while the server serves. */
@Component
class Control implements DisposableBean {
  private static final int TOKEN_BYTES = 32;

  private final DataDirectory data;
  private final String token;

  Control(DataDirectory data) {
    this.data = data;
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  String token() {
    return token;
  }

  @EventListener
  void serving(WebServerInitializedEvent event) throws IOException {
    int port = event.getWebServer().getPort();
    if (event.getApplicationContext().getServerNamespace() == null && port > 0) {
      new ControlFile(port, token).write(data.path());
    }
  }

  @Override
  public void destroy() throws IOException {
    ControlFile.delete(data.path());
  }
}
