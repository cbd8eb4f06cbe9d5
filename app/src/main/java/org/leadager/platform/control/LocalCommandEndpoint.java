package org.leadager.platform.control;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs a local command in the server. Only somebody on this computer who can read the control file
 * gets through; for anybody else the address does not exist.
 */
@RestController
class LocalCommandEndpoint {
  static final String EXIT_CODE = "X-Exit-Code";

  private final LocalCommands commands;
  private final Control control;

  LocalCommandEndpoint(LocalCommands commands, Control control) {
    this.commands = commands;
    this.control = control;
  }

  @PostMapping("/local/{name}")
  ResponseEntity<String> run(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    if (!fromHere(request)) {
      return ResponseEntity.notFound().build();
    }
    Path folder = Files.createTempDirectory("leadager-command-");
    try {
      LocalCommand.Result result =
          commands.run(name, Envelope.read(request.getInputStream(), folder));
      return ResponseEntity.ok()
          .header(EXIT_CODE, Integer.toString(result.exitCode()))
          .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
          .body(result.text());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private boolean fromHere(HttpServletRequest request) throws IOException {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    return shown != null
        && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + control.token()).getBytes(StandardCharsets.UTF_8));
  }
}
