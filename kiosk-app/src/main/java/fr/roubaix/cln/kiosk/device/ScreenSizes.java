package fr.roubaix.cln.kiosk.device;

import fr.roubaix.cln.web.Measures;

/** The sizes of every screen where the current request comes from. */
@FunctionalInterface
public interface ScreenSizes {

    /** From the millimetres of this terminal, or of this tablet. */
    Measures here();
}
