/** Time as tests want it. */
@NullMarked
package fr.roubaix.cln.testkit.time;

import org.jspecify.annotations.NullMarked;
