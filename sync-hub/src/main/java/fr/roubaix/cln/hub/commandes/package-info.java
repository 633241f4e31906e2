/** What the commands have in common that an administrator gives on the machine of the hub. */
@NullMarked
package fr.roubaix.cln.hub.commandes;

import org.jspecify.annotations.NullMarked;
