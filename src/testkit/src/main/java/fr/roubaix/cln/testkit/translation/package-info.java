/** Checks that no screen shows a key instead of words. */
@NullMarked
package fr.roubaix.cln.testkit.translation;

import org.jspecify.annotations.NullMarked;
