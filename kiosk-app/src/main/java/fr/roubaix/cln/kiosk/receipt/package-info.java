/** The receipt given to the person. */
@NullMarked
package fr.roubaix.cln.kiosk.receipt;

import org.jspecify.annotations.NullMarked;
