/** What a resident fills in to apply, question by question: the kiosk and the form at home share these. */
@NullMarked
package fr.roubaix.cln.web.saisie;

import org.jspecify.annotations.NullMarked;
