/** Organisations, the persons in them and what each may do. */
@org.jspecify.annotations.NullMarked
package org.leadager.people;
