/** Whether anyone can use a screen: sizes in millimetres, contrast and names, over themes, text sizes and formats. */
@NullMarked
package fr.roubaix.cln.e2e.acces;

import org.jspecify.annotations.NullMarked;
