package fr.roubaix.cln.hub.commandes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * What a command was given.
 *
 * @param mots options and their values, as {@code --dossier D}
 * @param environnement the variables of the process
 */
public record Arguments(List<String> mots, Map<String, String> environnement) {

    public Arguments {
        mots = List.copyOf(mots);
        environnement = Map.copyOf(environnement);
    }

    /** The value of an option; empty when it was not given, or nothing after it. */
    public Optional<String> valeur(String option) {
        int place = mots.indexOf(option);
        return place >= 0 && place + 1 < mots.size()
                ? Optional.of(Objects.requireNonNull(mots.get(place + 1)))
                : Optional.empty();
    }

    /** The PostgreSQL database, by {@code --base} or by the environment, which other users of the machine cannot read. */
    public Optional<String> base() {
        return valeur("--base")
                .or(() -> Optional.ofNullable(environnement.get("CLN_BASE")))
                .filter(adresse -> !adresse.isBlank());
    }

    /** What the libraries say of their own work would drown what a person must read. */
    public static void taireLesBibliotheques() {
        var journal = LoggingSystem.get(Arguments.class.getClassLoader());
        journal.beforeInitialize();
        journal.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        journal.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }
}
