/** Accessible Vaadin building blocks, the theme, and shared words. */
@NullMarked
package fr.roubaix.cln.web;

import org.jspecify.annotations.NullMarked;
