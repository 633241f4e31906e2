/** Measures of the address search. */
@NullMarked
package fr.roubaix.cln.adresses.bench;

import org.jspecify.annotations.NullMarked;
