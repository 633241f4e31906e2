/** The call, the application form and the states of an application (art. 7 §1). */
@NullMarked
package fr.roubaix.cln.domaine.candidature;

import org.jspecify.annotations.NullMarked;
