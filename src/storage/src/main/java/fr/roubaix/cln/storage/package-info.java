/** One SQLite the right way, and PostgreSQL for a hub that needs it. */
@NullMarked
package fr.roubaix.cln.storage;

import org.jspecify.annotations.NullMarked;
