/** Applying, step by step, and the deposit itself. */
@NullMarked
package fr.roubaix.cln.kiosk.candidature;

import org.jspecify.annotations.NullMarked;
