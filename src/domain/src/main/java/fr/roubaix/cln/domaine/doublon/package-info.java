/** Whether two applications come from one person: art. 7 §1 wants each application to be individual and personal. */
@NullMarked
package fr.roubaix.cln.domaine.doublon;

import org.jspecify.annotations.NullMarked;
