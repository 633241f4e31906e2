package fr.roubaix.cln.kiosk.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

class CandidatureViewTest extends CandidatureScreenTest {

    @Test
    void a_resident_goes_from_the_notice_to_a_number() {
        ouvrir();
        assertThat(titre()).isEqualTo("Avant de commencer");
        assertThat(sansTrou(vue)).isTrue();
        toucher("J’ai lu");

        assertThat(titre()).isEqualTo("Comment vous appelez-vous\u00a0?");
        direSonNom("Belkacem", "Samira");
        assertThat(titre()).isEqualTo("Quelle est votre date de naissance\u00a0?");
        direSaNaissance("14", "03", "1957");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
        direSonAdresse();
        assertThat(titre())
                .isEqualTo("Pour l’équilibre entre les femmes et les hommes du conseil, comptez-moi avec\u00a0:");
        choisir(Parite.FEMMES);
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Comment vous joindre\u00a0?");
        attester();

        assertThat(titre()).isEqualTo("Est-ce que tout est juste\u00a0?");
        assertThat(phrases())
                .contains("Samira Belkacem", "14 mars 1957 (69 ans)", "12 av. de l’Alma · secteur Nord", "les femmes");
        assertThat(journal.deposees()).isEmpty();
        toucher("Envoyer ma candidature");

        assertThat(titre()).isEqualTo("Votre candidature est enregistrée");
        assertThat(journal.seuleFiche().secteur()).isEqualTo(Secteur.NORD);
        assertThat(phrases()).contains("Le vendredi 18 décembre 2026, à la Condition publique. Vous pouvez venir.");
        assertThat(sansTrou(vue)).isTrue();
    }
}
