/** Every building block in all its states, a page each, for whoever works on them: {@code ./cln demo --galerie}. */
@NullMarked
package fr.roubaix.cln.web.gallery;

import org.jspecify.annotations.NullMarked;
