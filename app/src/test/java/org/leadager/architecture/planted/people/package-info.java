@org.jspecify.annotations.NullMarked
package org.leadager.architecture.planted.people;
