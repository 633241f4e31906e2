/** The draw as the room sees it on the wall. */
@NullMarked
package fr.roubaix.cln.e2e.projection;

import org.jspecify.annotations.NullMarked;
