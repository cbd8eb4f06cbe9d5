/** Mail on its way out: kept in the transaction that causes it, sent afterwards, never twice. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.mail;
