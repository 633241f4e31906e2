/** The whole system, as processes and in a real browser. */
@NullMarked
package fr.roubaix.cln.e2e;

import org.jspecify.annotations.NullMarked;
