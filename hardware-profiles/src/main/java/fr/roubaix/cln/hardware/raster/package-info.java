/** Black and white pictures for paper: bitmaps, text, QR codes. */
@NullMarked
package fr.roubaix.cln.hardware.raster;

import org.jspecify.annotations.NullMarked;
