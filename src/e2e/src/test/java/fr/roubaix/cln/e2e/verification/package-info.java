/** The ways by which anyone verifies a draw, held against one another. */
@NullMarked
package fr.roubaix.cln.e2e.verification;

import org.jspecify.annotations.NullMarked;
