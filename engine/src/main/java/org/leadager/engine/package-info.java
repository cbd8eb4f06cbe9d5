/**
 * The measurement engine of Leadager: ratings in, estimates with their uncertainty out. Pure
 * functions of their arguments; nothing here knows a database, a page or a file.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.engine;
