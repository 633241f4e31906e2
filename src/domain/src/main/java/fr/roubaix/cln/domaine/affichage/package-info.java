/** The publication and the posting of the procès-verbal of a draw, and what waits for both. */
@NullMarked
package fr.roubaix.cln.domaine.affichage;

import org.jspecify.annotations.NullMarked;
