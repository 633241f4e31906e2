/** A picture of every screen, the same bytes as long as the screen is the same. */
@NullMarked
package fr.roubaix.cln.e2e.screens;

import org.jspecify.annotations.NullMarked;
