/** The publication and the posting of a closed procès-verbal (art. 7 §2), and the letters that wait for them. */
@NullMarked
package fr.roubaix.cln.hub.affichage;

import org.jspecify.annotations.NullMarked;
