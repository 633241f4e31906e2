/** Who applies: identity, age, where they live, and whether they may apply (art. 7 §1). */
@NullMarked
package fr.roubaix.cln.domaine.habitant;

import org.jspecify.annotations.NullMarked;
