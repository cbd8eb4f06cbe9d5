package org.leadager.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Addresses of the style sheets, fonts and scripts. All of them share one fingerprint of all their
 * bytes in the path, so that browsers may keep them for ever and relative addresses inside the
 * style sheets keep working.
 */
@Component
public final class Assets {
  static final String LOCATION = "classpath:/static/assets/";

  private final String root;

  Assets() {
    this.root = "/assets/" + fingerprint();
  }

  /** The address of a file below {@code static/assets}, such as {@code "tokens.css"}. */
  public String href(String file) {
    return root + "/" + file;
  }

  String root() {
    return root;
  }

  private static String fingerprint() {
    try {
      List<Resource> files =
          Arrays.stream(
                  new PathMatchingResourcePatternResolver()
                      .getResources("classpath*:/static/assets/**/*.*"))
              .sorted(Comparator.comparing(Resource::getDescription))
              .toList();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Resource file : files) {
        String name = file.getFilename() == null ? "" : file.getFilename();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = file.getInputStream()) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
