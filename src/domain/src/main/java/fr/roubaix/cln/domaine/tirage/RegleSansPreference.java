package fr.roubaix.cln.domaine.tirage;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import fr.roubaix.cln.domaine.candidature.Candidature.Recevable;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * With whom a candidate « sans préférence » is counted for the balance of art. 7 §3, criterion 2: with the sex more
 * numerous among the candidates of their sector who stated one, so that having no preference never creates an
 * advantage; where both are equal, alternately F, H, F… in the order of the ids. Renewed members are not counted.
 */
public final class RegleSansPreference {

    private RegleSansPreference() {}

    /** What a candidate of a sector stated. */
    public record Preference(Secteur secteur, Parite parite) {}

    /** The sex with which each candidate is counted. Depends on the ids and preferences only, not on their order. */
    public static Map<IdDeListe, Sexe> compter(Map<IdDeListe, Preference> candidats) {
        Map<Secteur, Integer> avanceDesFemmes = new EnumMap<>(Secteur.class);
        for (Preference preference : candidats.values()) {
            avanceDesFemmes.merge(preference.secteur(), voix(preference.parite()), Integer::sum);
        }
        Map<Secteur, Sexe> prochain = new EnumMap<>(Secteur.class);
        Map<IdDeListe, Sexe> comptes = new HashMap<>();
        new TreeMap<>(candidats).forEach((id, preference) -> {
            Secteur secteur = preference.secteur();
            comptes.put(
                    id,
                    switch (preference.parite()) {
                        case FEMMES -> Sexe.F;
                        case HOMMES -> Sexe.H;
                        case SANS_PREFERENCE -> {
                            int avance = avanceDesFemmes.getOrDefault(secteur, 0);
                            yield avance == 0 ? alterner(prochain, secteur) : avance > 0 ? Sexe.F : Sexe.H;
                        }
                    });
        });
        return Map.copyOf(comptes);
    }

    /** How many candidates of each sector have no preference, as the procès-verbal states; every sector has a value. */
    public static Map<Secteur, Integer> denombrer(Collection<Recevable> candidats) {
        Map<Secteur, Integer> nombres = new EnumMap<>(Secteur.class);
        for (Secteur secteur : Secteur.values()) {
            nombres.put(secteur, 0);
        }
        for (Recevable candidat : candidats) {
            if (candidat.parite() == Parite.SANS_PREFERENCE) {
                nombres.merge(candidat.secteur(), 1, Integer::sum);
            }
        }
        return nombres;
    }

    private static int voix(Parite parite) {
        return switch (parite) {
            case FEMMES -> 1;
            case HOMMES -> -1;
            case SANS_PREFERENCE -> 0;
        };
    }

    private static Sexe alterner(Map<Secteur, Sexe> prochain, Secteur secteur) {
        Sexe sexe = prochain.getOrDefault(secteur, Sexe.F);
        prochain.put(secteur, sexe == Sexe.F ? Sexe.H : Sexe.F);
        return sexe;
    }
}
