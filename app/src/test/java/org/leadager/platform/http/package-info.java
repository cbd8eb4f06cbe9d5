@org.jspecify.annotations.NullMarked
package org.leadager.platform.http;
