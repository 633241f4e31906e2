/** The public draw (art. 7 §2–§5): list, plan, seed, rank, procès-verbal. */
@NullMarked
package fr.roubaix.cln.domaine.tirage;

import org.jspecify.annotations.NullMarked;
