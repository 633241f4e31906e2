package fr.roubaix.cln.hub.register;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of a database, for the tests of what writes in it. */
public final class RealRegister {

    private RealRegister() {}

    public static Registre of(JdbcClient jdbc, Clock clock) {
        return new JdbcRegistre(jdbc, clock);
    }
}
