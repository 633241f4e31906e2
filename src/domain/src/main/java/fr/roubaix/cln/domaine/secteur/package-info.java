/** The five sectors of Roubaix (art. 7 §3, criterion 1). */
@NullMarked
package fr.roubaix.cln.domaine.secteur;

import org.jspecify.annotations.NullMarked;
