package fr.roubaix.cln.domaine.habitant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.habitant.Saisie.Motif;

/** Telephone, e-mail and postal address. */
class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "0612345678, 0612345678",
        "06 12 34 56 78, 0612345678",
        "06.12.34.56.78, 0612345678",
        "06-12-34-56-78, 0612345678",
        "06\u00A012\u202F34 56 78, 0612345678",
        "+33 6 12 34 56 78, +33612345678",
        "0033 612345678, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "+32 475 12 34 56, +32475123456"
    })
    void a_telephone_number_is_read_however_it_is_spaced(String brut, String numero) {
        assertThat(Telephone.lire(brut)).isEqualTo(new Saisie.Lue<>(new Telephone(numero)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"061234567", "06123456789", "1612345678", "0012", "+0612345678", "06 12 34 56 7a", "٠٦١٢٣٤٥٦٧٨"})
    void a_malformed_number_is_refused(String brut) {
        assertThat(Telephone.lire(brut)).isEqualTo(new Saisie.Refusee<>(Motif.TELEPHONE_MAL_FORME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.fr", "zoe.legall+cln@mail.ville-roubaix.fr", "o'brien@exemple.org", "zoé@exemple.fr"})
    void an_email_address_is_read(String brut) {
        assertThat(Courriel.lire("  " + brut + " ")).isEqualTo(new Saisie.Lue<>(new Courriel(brut)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@b",
                "@b.fr",
                "a@.fr",
                "a@b..fr",
                "a@b.f",
                "a@@b.fr",
                "a b@c.fr",
                "a@b.fr,c@d.fr",
                "a@-b.fr",
                "<a@b.fr>",
                "a\u202E@b.fr",
                "a\u200B@b.fr",
                "a@b.fr\u0000x",
                "a@b.😀😀"
            })
    void a_malformed_address_is_refused(String brut) {
        assertThat(Courriel.lire(brut)).isEqualTo(new Saisie.Refusee<>(Motif.COURRIEL_MAL_FORME));
    }

    /** One address is one recipient, and never a line of a message: whichever door it comes by, it is made here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.fr\r\nBcc: tous@exemple.fr",
                "a@b.fr\nBcc: tous@exemple.fr",
                "a@b.fr\r",
                "a@b.fr\n",
                "\na@b.fr",
                "a\r\nb@c.fr",
                "a@b.fr,c@d.fr",
                "a@b.fr;c@d.fr",
                "a@b.fr c@d.fr",
                "a@b.fr\tc@d.fr",
                "\"a\r\n\"@b.fr",
                "a@b.fr\u2028c@d.fr",
                "a@b.fr\u0085",
                "Nom <a@b.fr>",
                "a@b.fr\u0000"
            })
    void an_email_address_that_would_write_to_somebody_else_cannot_exist(String brut) {
        assertThatThrownBy(() -> new Courriel(brut)).isInstanceOf(IllegalArgumentException.class);
        if (Courriel.lire(brut) instanceof Saisie.Lue(var courriel)) {
            assertThat(courriel.adresse()).as("only what surrounded it is gone").isEqualTo(brut.strip());
        }
    }

    @Test
    void an_email_address_has_at_most_254_characters() {
        String domaine = "@" + "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".fr";
        assertThat(Courriel.lire("x".repeat(64) + domaine)).isInstanceOf(Saisie.Lue.class);
        assertThat(Courriel.lire("x".repeat(65) + domaine)).isInstanceOf(Saisie.Refusee.class);
        assertThat(Courriel.lire("x".repeat(64) + "@" + "a.".repeat(94) + "fr")).isInstanceOf(Saisie.Refusee.class);
    }

    @Test
    void nothing_typed_is_nothing() {
        assertThat(Telephone.lire(" ")).isEqualTo(new Saisie.Refusee<>(Motif.VIDE));
        assertThat(Courriel.lire(" ")).isEqualTo(new Saisie.Refusee<>(Motif.VIDE));
        assertThat(Adresse.lire(" ", "Bât. B")).isEqualTo(new Saisie.Refusee<>(Motif.VIDE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12 bis, rue de l’Épeule", "17, Grand-Place", "3/5 av. Jean-Lebas", "CCAS, 1 rue (fond de cour)"
            })
    void a_postal_address_is_read(String voie) {
        assertThat(Adresse.lire(voie, "")).isEqualTo(new Saisie.Lue<>(new Adresse(voie, "")));
    }

    @Test
    void a_postal_address_has_letters_no_emoji_and_at_most_200_characters() {
        assertThat(Adresse.lire("12", "")).isEqualTo(new Saisie.Refusee<>(Motif.SANS_LETTRE));
        assertThat(Adresse.lire("12 rue 😀", "")).isEqualTo(new Saisie.Refusee<>(Motif.CARACTERE_INTERDIT));
        assertThat(Adresse.lire("12 rue\u202E", "")).isEqualTo(new Saisie.Refusee<>(Motif.CARACTERE_INTERDIT));
        assertThat(Adresse.lire("1 rue", "\u200D")).isEqualTo(new Saisie.Refusee<>(Motif.CARACTERE_INTERDIT));
        assertThat(Adresse.lire("a".repeat(200), "b".repeat(200))).isInstanceOf(Saisie.Lue.class);
        assertThat(Adresse.lire("a".repeat(201), "")).isEqualTo(new Saisie.Refusee<>(Motif.TROP_LONG));
        assertThat(Adresse.lire("a", "b".repeat(201))).isEqualTo(new Saisie.Refusee<>(Motif.TROP_LONG));
    }
}
