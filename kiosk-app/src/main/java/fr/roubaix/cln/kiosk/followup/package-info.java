/** What this mairie can tell about an application from the number on its receipt. */
@NullMarked
package fr.roubaix.cln.kiosk.followup;

import org.jspecify.annotations.NullMarked;
