/** The call for applications. */
@NullMarked
package fr.roubaix.cln.hub.appel;

import org.jspecify.annotations.NullMarked;
