@NullMarked
package fr.roubaix.cln.kiosk.tablet;

import org.jspecify.annotations.NullMarked;
