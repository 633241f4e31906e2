package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Candidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** The applications, as any feature may read them. Nothing here names a person. */
public interface Candidatures {

    /** Every application of a call, in the order of reception. */
    List<Dossier> dossiers(AppelId appel);

    Optional<Dossier> dossier(ReceiptCode code);

    /** How many wait for a decision. */
    long aExaminer(AppelId appel);

    /**
     * Those that wait for more than a decision: something was asked of the person, a second look is due, or somebody must
     * look up the sector. A few among many.
     */
    List<Dossier> aSuivre(AppelId appel);

    /** How many may still enter the draw, counted by the database: a dashboard must not read every application. */
    List<Effectif> effectifs(AppelId appel);

    /**
     * So many applications that have this in common.
     *
     * @param classe empty for people under 16 on the reference date
     */
    record Effectif(Secteur secteur, Parite parite, Optional<ClasseAge> classe, int nombre) {}

    /** Those that enter the draw, in the order of their codes. */
    default List<Candidature.Recevable> recevables(AppelId appel) {
        return dossiers(appel).stream()
                .flatMap(d -> d.recevable().stream())
                .sorted(java.util.Comparator.comparing(c -> c.code().texte(), java.util.Comparator.naturalOrder()))
                .toList();
    }
}
