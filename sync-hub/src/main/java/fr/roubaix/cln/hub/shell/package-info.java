/** Layout and navigation of the staff screens. */
@NullMarked
package fr.roubaix.cln.hub.shell;

import org.jspecify.annotations.NullMarked;
