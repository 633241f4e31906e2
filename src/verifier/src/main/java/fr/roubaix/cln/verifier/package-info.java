/**
 * The {@code pv.json} of a draw (art. 7 §2): written, recomputed, compared; and the two commands by which any citizen
 * can do the same.
 */
@NullMarked
package fr.roubaix.cln.verifier;

import org.jspecify.annotations.NullMarked;
