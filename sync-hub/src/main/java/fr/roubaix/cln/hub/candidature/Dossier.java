package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Candidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * An application as the hub holds it, without the person's identity.
 *
 * @param classe empty when the person is under 16 on the reference date of the call
 * @param mairie where it was deposited
 * @param deposeeLe clock of the terminal
 * @param recueLe clock of the hub
 * @param horsDelai deposited outside the dates of the call, or after staff closed it
 */
public record Dossier(
        ReceiptCode code,
        AppelId appel,
        Secteur secteur,
        Parite parite,
        Optional<ClasseAge> classe,
        Secteur mairie,
        Instant deposeeLe,
        Instant recueLe,
        boolean horsDelai,
        Statut statut) {

    /** What someone must look at before deciding. */
    public enum Alerte {
        MOINS_DE_16_ANS,
        HORS_DELAI
    }

    public Set<Alerte> alertes() {
        var alertes = EnumSet.noneOf(Alerte.class);
        if (classe.isEmpty()) {
            alertes.add(Alerte.MOINS_DE_16_ANS);
        }
        if (horsDelai) {
            alertes.add(Alerte.HORS_DELAI);
        }
        return alertes;
    }

    /** The application in the words of the draw; empty unless it was declared admissible. */
    public Optional<Candidature.Recevable> recevable() {
        return statut instanceof Statut.Recevable
                ? classe.map(c -> new Candidature.Recevable(code, secteur, parite, c))
                : Optional.empty();
    }
}
