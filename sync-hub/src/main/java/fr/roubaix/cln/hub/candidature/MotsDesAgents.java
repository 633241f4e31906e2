package fr.roubaix.cln.hub.candidature;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes.Lecture;
import fr.roubaix.cln.sync.Bytes;

/**
 * Seals what staff write of a person under that person's key, and opens it for whoever may read it. It goes with the key:
 * once that is destroyed, nobody reads these words in any copy of the database.
 */
@Component
class MotsDesAgents {

    /** Under one key, words are told from an identity by how they begin. */
    private static final String GENRE = "mots|";

    private final CoffreDesPersonnes coffre;

    MotsDesAgents(CoffreDesPersonnes coffre) {
        this.coffre = coffre;
    }

    /** Inside the transaction that stores them; empty when this person was erased. */
    Optional<Precisions> sceller(ReceiptCode code, Precisions precisions) {
        return switch (precisions) {
            case Precisions.Scellees _ -> Optional.of(precisions);
            case Precisions.Claires(var texte) ->
                texte.isEmpty()
                        ? Optional.of(Precisions.aucunes())
                        : coffre.sceller(Identites.personne(code), (GENRE + texte).getBytes(StandardCharsets.UTF_8))
                                .map(scelle -> new Precisions.Scellees(Bytes.of(scelle)));
        };
    }

    /** In clear; none when the key that opens them is destroyed or missing. */
    Precisions ouvrir(ReceiptCode code, Precisions precisions) {
        return switch (precisions) {
            case Precisions.Claires _ -> precisions;
            case Precisions.Scellees(var octets) ->
                coffre.ouvrir(Identites.personne(code), octets.toArray()) instanceof Lecture.Claire(var clair)
                        ? lire(new String(clair, StandardCharsets.UTF_8))
                        : Precisions.aucunes();
        };
    }

    /** A status whose words are in clear. */
    Statut ouvrir(ReceiptCode code, Statut statut) {
        return statut.avec(ouvrir(code, statut.precisions()));
    }

    private static Precisions lire(String clair) {
        return clair.startsWith(GENRE) ? new Precisions.Claires(clair.substring(GENRE.length())) : Precisions.aucunes();
    }
}
