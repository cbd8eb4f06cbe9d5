@org.jspecify.annotations.NullMarked
package org.leadager.studies;
