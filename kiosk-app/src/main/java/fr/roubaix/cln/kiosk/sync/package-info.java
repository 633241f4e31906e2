/** The journal of this mairie and its exchange with the hub. */
@NullMarked
package fr.roubaix.cln.kiosk.sync;

import org.jspecify.annotations.NullMarked;
