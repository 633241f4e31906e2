/** Who may do what: accounts and sign-in. */
@NullMarked
package fr.roubaix.cln.hub.security;

import org.jspecify.annotations.NullMarked;
