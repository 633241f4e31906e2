/** The six steps of an application, wherever they are filled in: at a kiosk and at home. */
@NullMarked
package fr.roubaix.cln.web.candidature;

import org.jspecify.annotations.NullMarked;
