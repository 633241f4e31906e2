package fr.roubaix.cln.domaine.doublon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Telephone;

/** Who looks like whom, and for what reasons. */
class RechercheDeDoublonsTest {

    private final RechercheDeDoublons recherche = new RechercheDeDoublons();
    private long codes;

    @ParameterizedTest
    @CsvSource(textBlock = """
            Lemaire,     Marie-Jo,    1956-02-02, Lemaire,     Marie-Josèphe, 1956-02-02, PRENOM_ABREGE
            Benali,      Mohamed,     1980-05-17, BENALI,      MOHAMMED,      1980-05-17, PRENOM_MEME_SON
            Dupont,      Léa,         1999-12-01, Dupond,      Lea,           1999-12-01, NOM_MEME_SON
            De Smet,     Hugo,        2001-03-09, Desmet,      Hugo,          2001-03-09, MEME_NOM
            El Amrani,   Nadia,       1975-07-30, Amrani,      Nadia,         1975-07-30, NOM_A_LA_PARTICULE_PRES
            D’Hulst,     Omar,        1988-01-05, Dhulst,      Omar,          1988-01-05, MEME_NOM
            Kaczmarek,   Tomasz,      1991-11-11, Kazcmarek,   Tomasz,        1991-11-11, NOM_A_UNE_FAUTE
            Vandenbroucke, Zoé,        1970-04-28, Vandnbrouke, Zoé,           1970-04-28, NOM_A_DEUX_FAUTES
            Martin,      Jean Paul,   1966-06-06, Martin,      Paul Jean,     1966-06-06, PRENOMS_DANS_UN_AUTRE_ORDRE
            Martin,      Jean Paul,   1966-06-06, Martin,      Jean,          1966-06-06, PRENOMS_EN_PLUS
            Camille,     Martin,      1966-06-06, Martin,      Camille,       1966-06-06, NOM_ET_PRENOM_INVERSES
            Diallo,      Aminata,     1990-03-11, Diallo,      Aminata,       1990-11-03, JOUR_ET_MOIS_INVERSES
            Martin,      Inès,        1990-03-11, Martin-Caron,Inès,          1990-03-11, NOM_COMPOSE
            Haddad,      Y.,          1977-08-08, Haddad,      Yasmine,       1977-08-08, PRENOM_INITIALE
            """)
    void one_person_written_in_two_ways_is_shown(
            String nom, String prenoms, LocalDate jour, String nom2, String prenoms2, LocalDate jour2, Raison raison) {
        mettre(nom, null, prenoms, jour, "8 rue du Vieil Abreuvoir", Contact.AUCUN);
        mettre(nom2, null, prenoms2, jour2, "51 avenue Motte", Contact.AUCUN);
        assertThat(recherche.toutes()).singleElement().satisfies(une -> {
            assertThat(une.raisons()).contains(raison);
            assertThat(une.score()).isGreaterThanOrEqualTo(Ressemblance.SEUIL);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Lemaire, Léa,     2005-02-02, Lemaire, Hugo,    2005-02-02, twins under one roof
            Lemaire, Paul,    1960-02-02, Lemaire, Claire,  1988-05-17, a parent and a child
            Benali,  Mohamed, 1980-05-17, Cissé,   Mohamed, 1980-05-17, a first name and a day in common
            Benali,  Mohamed, 1980-05-17, Benali,  Mohamed, 1951-09-30, homonyms
            """)
    void those_who_only_look_alike_are_left_in_peace(
            String nom, String prenoms, LocalDate jour, String nom2, String prenoms2, LocalDate jour2, String who) {
        boolean ensemble = who.contains("roof") || who.contains("child");
        mettre(nom, null, prenoms, jour, "8 rue du Vieil Abreuvoir", Contact.AUCUN);
        mettre(nom2, null, prenoms2, jour2, ensemble ? "8 r. Vieil-Abreuvoir" : "51 avenue Motte", Contact.AUCUN);
        assertThat(recherche.toutes()).as(who).isEmpty();
    }

    @Test
    void a_wrong_digit_in_the_date_needs_the_address_beside_it() {
        mettre("Benali", null, "Karim", LocalDate.of(1980, 5, 17), "8 rue du Vieil Abreuvoir", Contact.AUCUN);
        mettre("Benali", null, "Karim", LocalDate.of(1981, 5, 17), "51 avenue Motte", Contact.AUCUN);
        assertThat(recherche.toutes()).isEmpty();
        var troisieme =
                mettre("Benali", null, "Karim", LocalDate.of(1980, 5, 16), "8 R. VIEIL ABREUVOIR", Contact.AUCUN);
        assertThat(recherche.de(troisieme))
                .singleElement()
                .extracting(Ressemblance::raisons)
                .isEqualTo(List.of(
                        Raison.NAISSANCE_A_UN_CHIFFRE, Raison.MEME_NOM, Raison.MEMES_PRENOMS, Raison.MEME_ADRESSE));
    }

    @Test
    void a_name_changed_by_marriage_is_found_by_the_birth_name_or_by_the_address() {
        var jour = LocalDate.of(1980, 5, 17);
        mettre("Caron", "Diallo", "Léa", jour, "8 rue du Vieil Abreuvoir", Contact.AUCUN);
        mettre("Diallo", null, "Léa", jour, "51 avenue Motte", Contact.AUCUN);
        assertThat(recherche.toutes())
                .singleElement()
                .satisfies(une -> assertThat(une.raisons()).contains(Raison.NOM_DE_NAISSANCE_ET_D_USAGE));
        var telephone = new Contact(new Telephone("0612345678"), null);
        var autre = LocalDate.of(1951, 1, 2);
        var a = mettre("Petit", null, "Rosa", autre, "1 rue A", telephone);
        var b = mettre("Gomes", null, "Rosa", autre, "2 avenue B", telephone);
        assertThat(recherche.de(a)).singleElement().matches(une -> une.autre(a).equals(b));
    }

    @Test
    void a_person_corrected_or_gone_is_compared_as_now_known() {
        var jour = LocalDate.of(1980, 5, 17);
        var a = mettre("Benali", null, "Karim", jour, "1 rue A", Contact.AUCUN);
        var b = mettre("Benali", null, "Karim", jour, "1 rue A", Contact.AUCUN);
        assertThat(recherche.de(b)).hasSize(1);
        mettre(b, "Wattel", null, "Louis", jour, "1 rue A", Contact.AUCUN);
        assertThat(recherche.de(a)).isEmpty();
        mettre(b, "Benali", null, "Karim", jour, "1 rue A", Contact.AUCUN);
        recherche.retirer(a);
        assertThat(recherche.toutes()).isEmpty();
    }

    @Test
    void a_form_copied_thousands_of_times_is_shown_without_counting_every_pair() {
        for (int i = 0; i < 3_000; i++) {
            mettre("Benali", null, "Karim", LocalDate.of(1980, 5, 17), "1 rue A", Contact.AUCUN);
        }
        assertThat(recherche.toutes()).hasSizeBetween(3_000, 60_000);
        assertThat(recherche.de(new ReceiptCode(1))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wattel, vatelle", "lefebvre, lefevre", "mohamed, mohammed", "descamps, decamp", "delattre, delatre",
        "philippe, filip", "moreau, morot", "jacques, jak", "kaczmarek, kachmarek", "christine, kristine",
        "martin, martain", "clement, clemant", "gilles, jil", "guy, gui", "bourgeois, bourjois"
    })
    void names_that_sound_alike_have_one_key(String a, String b) {
        assertThat(ClePhonetique.de(a)).isEqualTo(ClePhonetique.de(b));
    }

    @ParameterizedTest
    @CsvSource({"martin, marin", "caron, baron", "lea, lia", "chevalier, cavalier", "نور, نوال"})
    void names_that_sound_otherwise_do_not(String a, String b) {
        assertThat(ClePhonetique.de(a)).isNotEqualTo(ClePhonetique.de(b));
    }

    private ReceiptCode mettre(
            String nom, @Nullable String usage, String prenoms, LocalDate jour, String voie, Contact contact) {
        return mettre(new ReceiptCode(++codes), nom, usage, prenoms, jour, voie, contact);
    }

    private ReceiptCode mettre(
            ReceiptCode code,
            String nom,
            @Nullable String usage,
            String prenoms,
            LocalDate jour,
            String voie,
            Contact contact) {
        var habitant = new Habitant(
                new Nom(nom),
                usage == null ? null : new Nom(usage),
                new Nom(prenoms),
                new DateDeNaissance(jour),
                new Adresse(voie, ""));
        recherche.mettre(Traits.de(code, habitant, contact));
        return code;
    }
}
