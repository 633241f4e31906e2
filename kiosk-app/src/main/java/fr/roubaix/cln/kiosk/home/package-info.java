/** The first screen. */
@NullMarked
package fr.roubaix.cln.kiosk.home;

import org.jspecify.annotations.NullMarked;
