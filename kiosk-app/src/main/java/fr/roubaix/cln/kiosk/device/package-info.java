/** The devices of this terminal, and the virtual ones of the demonstration. */
@NullMarked
package fr.roubaix.cln.kiosk.device;

import org.jspecify.annotations.NullMarked;
