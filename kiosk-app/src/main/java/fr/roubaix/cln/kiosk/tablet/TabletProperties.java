package fr.roubaix.cln.kiosk.tablet;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import fr.roubaix.cln.storage.StartupRefusedException;

/**
 * Whether tablets may reach this terminal.
 *
 * @param tablettes {@code jamais}, {@code agent} when an agent opens and closes the way in, or {@code toujours}
 * @param portTablettes where they come in
 * @param nomsTablettes other names and addresses by which they call this terminal, for its certificate
 */
@ConfigurationProperties("cln.kiosk")
record TabletProperties(
        @DefaultValue("agent") String tablettes,
        @DefaultValue("8443") int portTablettes,
        @DefaultValue List<String> nomsTablettes) {

    /** Who decides. */
    enum Rule {
        NEVER,
        AGENT,
        ALWAYS
    }

    Rule rule() {
        return switch (tablettes.strip().toLowerCase(Locale.ROOT)) {
            case "jamais" -> Rule.NEVER;
            case "agent" -> Rule.AGENT;
            case "toujours" -> Rule.ALWAYS;
            default ->
                throw new StartupRefusedException("Le réglage des tablettes « " + tablettes
                        + " » n’est pas connu. Écrivez cln.kiosk.tablettes=jamais, agent ou toujours.");
        };
    }
}
