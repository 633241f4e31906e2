/** Fictitious people for {@code ./cln demo}, and nothing that a real service would load. */
@NullMarked
package fr.roubaix.cln.demo;

import org.jspecify.annotations.NullMarked;
