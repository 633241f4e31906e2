/** What an agent of a mairie sees of this terminal behind a PIN, and declares through it. */
@NullMarked
package fr.roubaix.cln.kiosk.agent;

import org.jspecify.annotations.NullMarked;
