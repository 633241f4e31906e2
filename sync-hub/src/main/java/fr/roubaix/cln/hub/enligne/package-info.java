/** The digital form at home: the six steps of a kiosk in anybody's browser, while a call is open. */
@NullMarked
package fr.roubaix.cln.hub.enligne;

import org.jspecify.annotations.NullMarked;
