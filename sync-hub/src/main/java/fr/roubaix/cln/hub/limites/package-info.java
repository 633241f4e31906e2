/** How often one visitor may knock at the doors of the hub. */
@NullMarked
package fr.roubaix.cln.hub.limites;

import org.jspecify.annotations.NullMarked;
