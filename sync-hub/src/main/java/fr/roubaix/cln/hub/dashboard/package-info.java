/** The state of the call at a glance. */
@NullMarked
package fr.roubaix.cln.hub.dashboard;

import org.jspecify.annotations.NullMarked;
