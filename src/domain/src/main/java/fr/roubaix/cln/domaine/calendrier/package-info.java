/** Working days and the periods that end on one. */
@NullMarked
package fr.roubaix.cln.domaine.calendrier;

import org.jspecify.annotations.NullMarked;
