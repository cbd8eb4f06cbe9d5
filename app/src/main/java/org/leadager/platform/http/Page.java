package org.leadager.platform.http;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the page being rendered. Every template receives it as {@code page}.
 *
 * @param path the path that was asked for, without its query
 * @param lang the page's language as a BCP 47 tag
 * @param dir {@code ltr} or {@code rtl}
 * @param csrf the field that every form which changes something must carry; null where no form may
 *     be sent
 * @param viewer the signed-in person, if any
 * @param caseHead the case that the page belongs to, if any
 * @param room the room of that case in which the page stands, if any
 */
public record Page(
    String path,
    String lang,
    String dir,
    Assets assets,
    @Nullable Csrf csrf,
    @Nullable Viewer viewer,
    List<NavLink> nav,
    Set<String> profiles,
    @Nullable CaseHead caseHead,
    Room.@Nullable Name room) {

  /** A link of the main navigation. */
  public record NavLink(String label, String href, boolean current) {}

  /** Name and value of the hidden field against forged requests. */
  public record Csrf(String name, String token) {}

  /** The address of a style sheet, script or picture. */
  public String asset(String file) {
    return assets.href(file);
  }

  /** The address of a symbol of the icon sheet. */
  public String icon(String name) {
    return assets.href("icons.svg") + "#" + name;
  }

  /** Whether the program shows the sample organisation. */
  public boolean demo() {
    return profiles.contains("demo");
  }
}
