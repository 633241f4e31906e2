/** Serial lines without a wire. */
@NullMarked
package fr.roubaix.cln.testkit.line;

import org.jspecify.annotations.NullMarked;
