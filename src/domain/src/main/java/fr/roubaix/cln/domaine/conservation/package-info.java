/** How long each kind of personal data is kept, and what becomes of it then (GDPR, art. 5 §1 e). */
@NullMarked
package fr.roubaix.cln.domaine.conservation;

import org.jspecify.annotations.NullMarked;
