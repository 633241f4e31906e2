/** Work that comes back at an interval, done by one instance for all. */
@NullMarked
package fr.roubaix.cln.hub.travaux;

import org.jspecify.annotations.NullMarked;
