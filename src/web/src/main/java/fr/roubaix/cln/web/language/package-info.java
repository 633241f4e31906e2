/** The languages of residents. */
@NullMarked
package fr.roubaix.cln.web.language;

import org.jspecify.annotations.NullMarked;
