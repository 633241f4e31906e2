package fr.roubaix.cln.hub.fleet;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;

/**
 * Who may open the agent page of a terminal.
 *
 * @param mairie whose terminals; those of all five when none
 * @param pinLe when the present PIN was given
 * @param modifiePar who did the last act on this agent
 */
record AgentDeMairie(
        AgentId id,
        String nom,
        Optional<Secteur> mairie,
        Etat etat,
        Instant pinLe,
        Identifiant modifiePar,
        Instant modifieLe) {

    static final int NOM_MAXIMUM = 60;

    private static final int ID_MAXIMUM = 40;

    AgentDeMairie {
        if (nom.isBlank() || nom.length() > NOM_MAXIMUM) {
            throw new IllegalArgumentException("the name of an agent has 1 to " + NOM_MAXIMUM + " characters");
        }
    }

    /** Whether kiosks let this agent in. */
    enum Etat {
        ACTIF,
        /** Kiosks no longer know this agent until another PIN is given. */
        CODE_A_CHANGER,
        DESACTIVE
    }

    /** An identifier like {@code m.diallo} for Mariam Diallo, not yet taken; empty when the name has no letter. */
    static Optional<AgentId> idPropose(String nom, Set<AgentId> pris) {
        String[] mots = Normalizer.normalize(nom, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .split(" ", -1);
        if (mots[0].isEmpty()) {
            return Optional.empty();
        }
        String racine = mots.length == 1 ? mots[0] : mots[0].charAt(0) + "." + mots[mots.length - 1];
        for (int numero = 1; numero < 100; numero++) {
            String suffixe = numero == 1 ? (racine.length() == 1 ? "." : "") : Integer.toString(numero);
            var id = new AgentId(
                    racine.substring(0, Math.min(racine.length(), ID_MAXIMUM - suffixe.length())) + suffixe);
            if (!pris.contains(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
