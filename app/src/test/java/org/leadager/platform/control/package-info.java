@org.jspecify.annotations.NullMarked
package org.leadager.platform.control;
