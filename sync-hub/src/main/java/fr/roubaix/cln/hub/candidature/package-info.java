/** Applications received, and the decision on each. */
@NullMarked
package fr.roubaix.cln.hub.candidature;

import org.jspecify.annotations.NullMarked;
