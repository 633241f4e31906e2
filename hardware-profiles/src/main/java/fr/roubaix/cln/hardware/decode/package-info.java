/** Reading squares in pictures: what a camera, a telephone or a scanner of flat paper saw. */
@NullMarked
package fr.roubaix.cln.hardware.decode;

import org.jspecify.annotations.NullMarked;
