/** What every benchmark writes, in one form. */
@NullMarked
package fr.roubaix.cln.testkit.bench;

import org.jspecify.annotations.NullMarked;
