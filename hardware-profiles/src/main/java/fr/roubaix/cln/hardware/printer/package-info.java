/** Receipt printers, real and virtual, and the language they speak. */
@NullMarked
package fr.roubaix.cln.hardware.printer;

import org.jspecify.annotations.NullMarked;
