/** What stands around every screen of a terminal: header, permanent bar, and the dialogs that the bar opens. */
@NullMarked
package fr.roubaix.cln.web.frame;

import org.jspecify.annotations.NullMarked;
