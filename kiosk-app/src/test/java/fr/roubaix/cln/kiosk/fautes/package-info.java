/** The kiosk as the fault campaign runs it: a process under orders. */
@NullMarked
package fr.roubaix.cln.kiosk.fautes;

import org.jspecify.annotations.NullMarked;
