package org.leadager.browser;

import com.microsoft.playwright.options.ViewportSize;

/** The two widths every page is made for. */
enum Screen {
  PHONE(390, 844),
  DESK(1280, 900);

  private final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  ViewportSize size() {
    return new ViewportSize(width, height);
  }
}
