package fr.roubaix.cln.hub.shell;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What joins a message on screen to the log: a short number for the person, everything else in the log. */
final class Incident {

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final int OCTETS = 3;

    private Incident() {}

    /** Writes a failure to the log and gives the number to tell the person. */
    static String noter(Throwable cause) {
        byte[] numero = new byte[OCTETS];
        new SecureRandom().nextBytes(numero);
        String incident = HexFormat.of().withUpperCase().formatHex(numero);
        LOG.error("incident {}", incident, cause);
        return incident;
    }
}
