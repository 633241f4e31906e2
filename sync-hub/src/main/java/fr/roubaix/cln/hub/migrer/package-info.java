/** The command that moves a hub from SQLite to PostgreSQL. */
@NullMarked
package fr.roubaix.cln.hub.migrer;

import org.jspecify.annotations.NullMarked;
