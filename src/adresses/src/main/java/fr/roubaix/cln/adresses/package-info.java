/**
 * Addresses of Roubaix and its five sectors: the import of public files into one SQLite file, and a search that forgives
 * the ways people write.
 */
@NullMarked
package fr.roubaix.cln.adresses;

import org.jspecify.annotations.NullMarked;
