/** What falls due, who agrees to its destruction, and the count of what was destroyed. */
@NullMarked
package fr.roubaix.cln.hub.conservation;

import org.jspecify.annotations.NullMarked;
