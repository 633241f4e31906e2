/** The door through which kiosks deliver: verify, store once, open, hand on. */
@NullMarked
package fr.roubaix.cln.hub.ingest;

import org.jspecify.annotations.NullMarked;
