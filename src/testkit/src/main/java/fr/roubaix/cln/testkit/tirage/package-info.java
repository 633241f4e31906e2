/** Draws made at random, for programs that must agree on them. */
@NullMarked
package fr.roubaix.cln.testkit.tirage;

import org.jspecify.annotations.NullMarked;
