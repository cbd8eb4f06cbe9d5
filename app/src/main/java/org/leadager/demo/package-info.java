/** The sample organisation of the demo: invented people, marked as such. */
@org.jspecify.annotations.NullMarked
package org.leadager.demo;
