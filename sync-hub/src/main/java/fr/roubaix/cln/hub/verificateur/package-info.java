/**
 * The programs by which anyone does a draw again at home: a Java program and a page for any browser. The hub only carries
 * them, and says their fingerprints.
 */
@NullMarked
package fr.roubaix.cln.hub.verificateur;

import org.jspecify.annotations.NullMarked;
