/** Tests of the inner loops. */
@org.jspecify.annotations.NullMarked
package org.leadager.engine.kernel;
