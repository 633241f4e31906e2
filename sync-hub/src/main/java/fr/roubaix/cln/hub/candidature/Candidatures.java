package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Candidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** The applications, as any feature may read them. Nothing here names a person. */
public interface Candidatures {

    /** Every application of a call, in the order of reception. */
    List<Dossier> dossiers(AppelId appel);

    Optional<Dossier> dossier(ReceiptCode code);

    /** How many wait for a decision. */
    default long aExaminer(AppelId appel) {
        return dossiers(appel).stream()
                .filter(d -> d.statut().attend() && !d.effacee())
                .count();
    }

    /** Those that enter the draw, in the order of their codes. */
    default List<Candidature.Recevable> recevables(AppelId appel) {
        return dossiers(appel).stream()
                .flatMap(d -> d.recevable().stream())
                .sorted(java.util.Comparator.comparing(c -> c.code().texte(), java.util.Comparator.naturalOrder()))
                .toList();
    }
}
