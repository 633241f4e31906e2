/** The rules of the house that a compiler cannot hold. */
@NullMarked
package fr.roubaix.cln.testkit.architecture;

import org.jspecify.annotations.NullMarked;
