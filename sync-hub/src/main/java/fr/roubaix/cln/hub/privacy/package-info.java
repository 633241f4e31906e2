/** What keeps people's data from being read outside the hub. */
@NullMarked
package fr.roubaix.cln.hub.privacy;

import org.jspecify.annotations.NullMarked;
