@org.jspecify.annotations.NullMarked
package org.leadager.scores;
