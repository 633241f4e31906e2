/** What a person may ask about their own data, how soon the answer is due, and what can be done when (GDPR, art. 12 to 21). */
@NullMarked
package fr.roubaix.cln.domaine.droits;

import org.jspecify.annotations.NullMarked;
