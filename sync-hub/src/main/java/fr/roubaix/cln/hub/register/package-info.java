/** What was done, by whom and when: a register that only grows, each row bound to the one before. */
@NullMarked
package fr.roubaix.cln.hub.register;

import org.jspecify.annotations.NullMarked;
