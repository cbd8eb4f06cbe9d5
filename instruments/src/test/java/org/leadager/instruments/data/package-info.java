/** Checks of the instrument files: their shape by the schema, their sense by hand. */
@org.jspecify.annotations.NullMarked
package org.leadager.instruments.data;
