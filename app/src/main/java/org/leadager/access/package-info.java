/** Who is visiting: sign-in by one-time link, sessions, private links, the first start. */
@org.jspecify.annotations.NullMarked
package org.leadager.access;
