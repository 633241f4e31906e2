/** Scanners as a browser has them: one that passes for a keyboard, the camera of a tablet, and word of one elsewhere. */
@NullMarked
package fr.roubaix.cln.web.scanning;

import org.jspecify.annotations.NullMarked;
