package fr.roubaix.cln.domaine.tirage;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.candidature.Candidature.Recevable;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.RegleSansPreference.Preference;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/**
 * The list of a call, made from its applications.
 *
 * @param liste the list
 * @param sansPreference how many candidates of each sector have no preference; the procès-verbal states it
 */
public record ListeEtablie(ListeDuTirage liste, Map<Secteur, Integer> sansPreference) {

    public ListeEtablie {
        sansPreference = Collections.unmodifiableMap(new EnumMap<>(sansPreference));
    }

    /**
     * Makes the list of the admissible applications of a call and of the members whose mandate is renewed (art. 7 §4).
     * The same people give the same list whatever their order. Line numbers of a refusal are those of the sorted list.
     */
    public static Resultat<ListeEtablie> de(Collection<Recevable> recevables, Collection<Reconduit> reconduits) {
        Map<IdDeListe, Preference> preferences = HashMap.newHashMap(recevables.size());
        for (Recevable recevable : recevables) {
            preferences.put(IdDeListe.de(recevable.code()), new Preference(recevable.secteur(), recevable.parite()));
        }
        Map<IdDeListe, Sexe> sexes = RegleSansPreference.compter(preferences);
        List<Ligne> lignes = Stream.concat(
                        recevables.stream().map(recevable -> ligne(recevable, sexes)),
                        reconduits.stream().map(Reconduit::ligne))
                .toList();
        return switch (ListeDuTirage.de(lignes)) {
            case Accepte(var liste) ->
                new Accepte<>(new ListeEtablie(liste, RegleSansPreference.denombrer(recevables)));
            case Refuse(var defaut) -> new Refuse<>(defaut);
        };
    }

    private static Ligne ligne(Recevable recevable, Map<IdDeListe, Sexe> sexes) {
        var id = IdDeListe.de(recevable.code());
        return new Ligne(id, recevable.secteur(), sexes.getOrDefault(id, Sexe.F), recevable.classe(), Qualite.CANDIDAT);
    }
}
