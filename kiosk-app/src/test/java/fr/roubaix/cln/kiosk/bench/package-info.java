/** Figures of the kiosk. */
@org.jspecify.annotations.NullMarked
package fr.roubaix.cln.kiosk.bench;
