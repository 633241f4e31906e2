/** Fictitious people, some of whom apply twice, with the right answer beside them. */
@NullMarked
package fr.roubaix.cln.testkit.doublon;

import org.jspecify.annotations.NullMarked;
