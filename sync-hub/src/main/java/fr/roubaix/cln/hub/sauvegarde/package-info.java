/** Verified backups of the hub's database, and the way back from one. */
@NullMarked
package fr.roubaix.cln.hub.sauvegarde;

import org.jspecify.annotations.NullMarked;
