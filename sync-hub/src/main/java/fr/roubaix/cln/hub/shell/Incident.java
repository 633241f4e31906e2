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
        String incident = numero();
        LOG.error("incident {}", incident, cause);
        return incident;
    }

    /** Writes to the log a request that was refused, and gives the number to tell the person. */
    static String refuser(int statut, String methode, String adresse) {
        String incident = numero();
        LOG.info("incident {} : {} pour {} {}", incident, statut, methode, adresse.replaceAll("\\p{Cntrl}", "?"));
        return incident;
    }

    private static String numero() {
        byte[] numero = new byte[OCTETS];
        new SecureRandom().nextBytes(numero);
        return HexFormat.of().withUpperCase().formatHex(numero);
    }
}
