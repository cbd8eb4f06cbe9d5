/**
 * The database: where it runs, how a transaction is opened, and the generated names of its tables.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.db;
