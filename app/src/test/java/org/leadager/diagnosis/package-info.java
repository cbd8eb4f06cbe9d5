/** Tests of the diagnosis. */
@org.jspecify.annotations.NullMarked
package org.leadager.diagnosis;
