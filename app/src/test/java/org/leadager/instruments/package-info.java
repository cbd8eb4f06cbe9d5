/** Tests of the instruments. */
@org.jspecify.annotations.NullMarked
package org.leadager.instruments;
