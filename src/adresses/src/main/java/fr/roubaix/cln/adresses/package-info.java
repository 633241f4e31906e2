/** Addresses of Roubaix: how two ways of writing one are recognised as the same. */
@NullMarked
package fr.roubaix.cln.adresses;

import org.jspecify.annotations.NullMarked;
