/** The web application, one package per feature; see ARCHITECTURE.md for the order of imports. */
@org.jspecify.annotations.NullMarked
package org.leadager;
