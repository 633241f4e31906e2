/** The kiosks: enrolment, last contact, queue. */
@NullMarked
package fr.roubaix.cln.hub.fleet;

import org.jspecify.annotations.NullMarked;
