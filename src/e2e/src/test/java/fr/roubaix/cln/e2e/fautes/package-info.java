/** The faults that the promise of "enregistrée" is kept against, played on real processes. */
@NullMarked
package fr.roubaix.cln.e2e.fautes;

import org.jspecify.annotations.NullMarked;
