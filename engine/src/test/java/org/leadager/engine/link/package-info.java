@org.jspecify.annotations.NullMarked
package org.leadager.engine.link;
