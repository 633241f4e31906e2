/** Notices that the mairies put up on their boards: written by the secretariat, shown by kiosks, posted place by place. */
@NullMarked
package fr.roubaix.cln.hub.avis;

import org.jspecify.annotations.NullMarked;
