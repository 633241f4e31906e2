/** What reads receipts, whatever it is: one {@link Scan} comes out of all of them. */
@NullMarked
package fr.roubaix.cln.hardware.scanner;

import org.jspecify.annotations.NullMarked;
