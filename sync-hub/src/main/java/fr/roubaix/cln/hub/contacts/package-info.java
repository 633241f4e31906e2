/** Whom to ask: the mairies de quartier and the number of the council, as the règlement's contact page gives them. */
@NullMarked
package fr.roubaix.cln.hub.contacts;

import org.jspecify.annotations.NullMarked;
