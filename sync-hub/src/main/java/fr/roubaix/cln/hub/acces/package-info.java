/** The access log: which member of staff opened which personal file. */
@NullMarked
package fr.roubaix.cln.hub.acces;

import org.jspecify.annotations.NullMarked;
