package fr.roubaix.cln.domaine.affichage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of art. 7 §2: publication and posting everywhere, then the letters. */
class DepartDesLettresTest {

    private static final LocalDate PUBLIE = LocalDate.of(2027, 6, 14);
    private static final LocalDate AFFICHE = LocalDate.of(2027, 6, 15);

    @Test
    void letters_leave_once_both_kinds_of_dates_exist_and_not_before_the_latest() {
        assertThat(DepartDesLettres.apres(new Publicite(Optional.of(PUBLIE), everywhere())))
                .isEqualTo(new DepartDesLettres.Permis(AFFICHE));
        assertThat(DepartDesLettres.apres(new Publicite(Optional.of(AFFICHE.plusDays(3)), everywhere())))
                .isEqualTo(new DepartDesLettres.Permis(AFFICHE.plusDays(3)));
    }

    @ParameterizedTest
    @EnumSource(LieuDAffichage.class)
    void one_place_without_a_date_holds_them_and_is_named(LieuDAffichage lieu) {
        var affiches = everywhere();
        affiches.remove(lieu);
        var depart = DepartDesLettres.apres(new Publicite(Optional.of(PUBLIE), affiches));
        assertThat(depart).isEqualTo(new DepartDesLettres.Retenu(false, List.of(lieu)));
        assertThat(depart.phrase())
                .isEqualTo("Il manque l’affichage " + lieu.ou()
                        + " avant d’envoyer les lettres de désignation (art. 7 §2).");
    }

    @Test
    void posting_everywhere_does_not_replace_the_publication() {
        var depart = DepartDesLettres.apres(new Publicite(Optional.empty(), everywhere()));
        assertThat(depart).isEqualTo(new DepartDesLettres.Retenu(true, List.of()));
        assertThat(depart.phrase()).startsWith("Il manque la publication du procès-verbal avant");
    }

    @Test
    void the_sentence_names_everything_that_is_missing() {
        var affiches = everywhere();
        affiches.keySet()
                .removeAll(
                        List.of(LieuDAffichage.HOTEL_DE_VILLE, LieuDAffichage.MAIRIE_NORD, LieuDAffichage.MAIRIE_SUD));
        assertThat(DepartDesLettres.apres(new Publicite(Optional.empty(), affiches))
                        .phrase())
                .contains("la publication du procès-verbal et l’affichage à l’hôtel de ville, à la mairie de quartier"
                        + " Nord et à la mairie de quartier Sud avant");
        assertThat(DepartDesLettres.apres(Publicite.AUCUNE).phrase())
                .contains("l’affichage à l’hôtel de ville et dans les cinq mairies de quartier avant");
        assertThat(new DepartDesLettres.SansProcesVerbal().phrase()).contains("la clôture du procès-verbal");
    }

    @Test
    void nothing_is_held_for_no_reason() {
        assertThatThrownBy(() -> new DepartDesLettres.Retenu(false, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<LieuDAffichage, LocalDate> everywhere() {
        var affiches = new EnumMap<LieuDAffichage, LocalDate>(LieuDAffichage.class);
        for (LieuDAffichage lieu : LieuDAffichage.values()) {
            affiches.put(lieu, AFFICHE);
        }
        return affiches;
    }
}
