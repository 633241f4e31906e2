/** Other ways to use a screen than eyes and a finger: hearing it, writing without a keyboard, going through it with four buttons. */
@NullMarked
package fr.roubaix.cln.web.access;

import org.jspecify.annotations.NullMarked;
