/** The application of a mairie. */
@NullMarked
package fr.roubaix.cln.kiosk;

import org.jspecify.annotations.NullMarked;
