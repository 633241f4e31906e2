/** The tablets of the mairie: the encrypted way by which they reach this terminal, and which of them may take it. */
@NullMarked
package fr.roubaix.cln.kiosk.tablet;

import org.jspecify.annotations.NullMarked;
