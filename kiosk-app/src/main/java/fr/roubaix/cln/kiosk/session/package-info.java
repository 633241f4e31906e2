/** What one person leaves behind: nothing. Idle, wipe, accessibility settings. */
@NullMarked
package fr.roubaix.cln.kiosk.session;

import org.jspecify.annotations.NullMarked;
