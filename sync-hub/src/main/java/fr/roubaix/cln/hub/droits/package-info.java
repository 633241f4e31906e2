/** The rights of the people whose data the hub holds (GDPR), as the data protection officer answers them. */
@NullMarked
package fr.roubaix.cln.hub.droits;

import org.jspecify.annotations.NullMarked;
