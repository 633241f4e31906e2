/** Attacks on a hub that was really started, through the doors that everybody has. */
@NullMarked
package fr.roubaix.cln.hub.attaques;

import org.jspecify.annotations.NullMarked;
