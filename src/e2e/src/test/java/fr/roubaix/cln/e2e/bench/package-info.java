/** Figures that need the whole system. */
@NullMarked
package fr.roubaix.cln.e2e.bench;

import org.jspecify.annotations.NullMarked;
