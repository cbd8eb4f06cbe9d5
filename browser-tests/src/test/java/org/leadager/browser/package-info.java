/** The built program, walked in a real browser as the people who use it walk it. */
@org.jspecify.annotations.NullMarked
package org.leadager.browser;
