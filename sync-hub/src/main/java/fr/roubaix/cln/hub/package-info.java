/** The central application. */
@NullMarked
package fr.roubaix.cln.hub;

import org.jspecify.annotations.NullMarked;
