package fr.roubaix.cln.hub.affichage;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.affichage.Publicite;

/** Everything recorded of the publication and the posting of a procès-verbal, what was corrected included. */
public final class DatesDuProcesVerbal {

    private final List<Ecriture<Parution>> parutions;
    private final Map<LieuDAffichage, List<Ecriture<LocalDate>>> affichages;

    DatesDuProcesVerbal(List<Ecriture<Parution>> parutions, Map<LieuDAffichage, List<Ecriture<LocalDate>>> affichages) {
        this.parutions = List.copyOf(parutions);
        this.affichages = Map.copyOf(affichages);
    }

    List<Ecriture<Parution>> parutions() {
        return parutions;
    }

    List<Ecriture<LocalDate>> affichages(LieuDAffichage lieu) {
        return affichages.getOrDefault(lieu, List.of());
    }

    /** When and where it was published, as it stands now. */
    public Optional<Parution> parution() {
        return valeur(parutions);
    }

    /** Since when it is posted there, as it stands now. */
    public Optional<LocalDate> affiche(LieuDAffichage lieu) {
        return valeur(affichages(lieu));
    }

    /** The dates alone. */
    public Publicite publicite() {
        var affiches = new EnumMap<LieuDAffichage, LocalDate>(LieuDAffichage.class);
        for (LieuDAffichage lieu : LieuDAffichage.values()) {
            affiche(lieu).ifPresent(jour -> affiches.put(lieu, jour));
        }
        return new Publicite(parution().map(Parution::le), affiches);
    }

    private static <T> Optional<T> valeur(List<Ecriture<T>> ecritures) {
        return ecritures.isEmpty() ? Optional.empty() : ecritures.getLast().valeur();
    }
}
