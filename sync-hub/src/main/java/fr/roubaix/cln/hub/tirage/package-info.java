/** The public draw, from the frozen list to the procès-verbal. */
@NullMarked
package fr.roubaix.cln.hub.tirage;

import org.jspecify.annotations.NullMarked;
