package fr.roubaix.cln.hub.security;

import java.io.Serial;

import org.springframework.security.core.AuthenticationException;

/** Too many people sign in at once for this attempt to be examined; it counts as no failure. */
final class TropDeConnexions extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    TropDeConnexions() {
        super("too many sign-ins at once");
    }
}
