/** Pages: the frame round every page, the templates' resolver, assets, headers and error pages. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.http;
