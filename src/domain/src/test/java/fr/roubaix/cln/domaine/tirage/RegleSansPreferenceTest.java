package fr.roubaix.cln.domaine.tirage;

import static fr.roubaix.cln.domaine.habitant.Parite.FEMMES;
import static fr.roubaix.cln.domaine.habitant.Parite.HOMMES;
import static fr.roubaix.cln.domaine.habitant.Parite.SANS_PREFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.RegleSansPreference.Preference;

class RegleSansPreferenceTest {

    private final Map<IdDeListe, Preference> candidats = new LinkedHashMap<>();

    private void candidat(String id, Secteur secteur, Parite parite) {
        candidats.put(new IdDeListe(id), new Preference(secteur, parite));
    }

    private Sexe compte(String id) {
        return RegleSansPreference.compter(candidats).get(new IdDeListe(id));
    }

    @Test
    void a_stated_preference_is_kept() {
        candidat("A", Secteur.NORD, FEMMES);
        candidat("B", Secteur.NORD, HOMMES);
        assertThat(compte("A")).isEqualTo(Sexe.F);
        assertThat(compte("B")).isEqualTo(Sexe.H);
    }

    @Test
    void people_without_preference_join_the_more_numerous_sex_of_their_sector() {
        candidat("A", Secteur.NORD, HOMMES);
        candidat("B", Secteur.NORD, SANS_PREFERENCE);
        candidat("C", Secteur.NORD, SANS_PREFERENCE);
        candidat("D", Secteur.SUD, FEMMES);
        candidat("E", Secteur.SUD, SANS_PREFERENCE);
        assertThat(compte("B")).isEqualTo(Sexe.H);
        assertThat(compte("C")).isEqualTo(Sexe.H);
        assertThat(compte("E")).isEqualTo(Sexe.F);
    }

    @Test
    void where_both_are_equal_they_alternate_by_id_and_by_sector() {
        candidat("D", Secteur.NORD, SANS_PREFERENCE);
        candidat("B", Secteur.NORD, SANS_PREFERENCE);
        candidat("C", Secteur.NORD, SANS_PREFERENCE);
        candidat("A", Secteur.EST, SANS_PREFERENCE);
        assertThat(compte("A")).isEqualTo(Sexe.F);
        assertThat(compte("B")).isEqualTo(Sexe.F);
        assertThat(compte("C")).isEqualTo(Sexe.H);
        assertThat(compte("D")).isEqualTo(Sexe.F);
    }
}
