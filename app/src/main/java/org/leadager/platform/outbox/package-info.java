/** What must follow from a change, handed on at least once after it is committed. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.outbox;
