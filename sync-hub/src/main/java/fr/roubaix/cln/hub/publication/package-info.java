/** What everyone may read: the public site. */
@NullMarked
package fr.roubaix.cln.hub.publication;

import org.jspecify.annotations.NullMarked;
