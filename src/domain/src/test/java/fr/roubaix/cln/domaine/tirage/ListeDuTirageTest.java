package fr.roubaix.cln.domaine.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.domaine.candidature.Candidature.Deposee;
import fr.roubaix.cln.domaine.candidature.Candidature.Recevable;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

class ListeDuTirageTest {

    private static final String EN_TETE = ListeDuTirage.EN_TETE;
    private static final String A = "A;NORD;F;16-25;CANDIDAT";
    private static final String B = "B;SUD;H;26-64;CANDIDAT";

    static Stream<Arguments> lists_refused() {
        return Stream.of(
                refusee("", "ligne 1 : le fichier est vide ; en-tête attendu « id;secteur;sexe;classe;qualite »"),
                refusee(
                        "\uFEFF" + texte(EN_TETE, A),
                        "ligne 1 : le fichier commence par une marque BOM ; enregistrez-le en UTF-8 sans BOM"),
                refusee(
                        EN_TETE + "\r\n" + A + "\r\n",
                        "ligne 1 : fin de ligne Windows (CR LF) ; enregistrez le fichier avec des fins de ligne LF"),
                refusee(
                        EN_TETE + "\n" + A + "\r\n",
                        "ligne 2 : fin de ligne Windows (CR LF) ; enregistrez le fichier avec des fins de ligne LF"),
                refusee(
                        EN_TETE + "\n" + A + "\n" + B,
                        "ligne 3 : la dernière ligne doit se terminer par un saut de ligne (LF)"),
                refusee(EN_TETE, "ligne 1 : la dernière ligne doit se terminer par un saut de ligne (LF)"),
                refusee(
                        texte("id,secteur,sexe,classe,qualite", A),
                        "ligne 1 : en-tête attendu « id;secteur;sexe;classe;qualite », lu"
                                + " « id,secteur,sexe,classe,qualite »"),
                refusee(texte(EN_TETE, A, "", B), "ligne 3 : ligne vide"),
                refusee(
                        texte(EN_TETE, "A;NORD;F;16-25"),
                        "ligne 2 : cinq champs séparés par « ; » attendus, trouvés : 4"),
                refusee(texte(EN_TETE, A + ";"), "ligne 2 : cinq champs séparés par « ; » attendus, trouvés : 6"),
                refusee(
                        texte(EN_TETE, "a;NORD;F;16-25;CANDIDAT"),
                        "ligne 2 : identifiant invalide « a » (1 à 32 caractères parmi A-Z, 0-9 et -)"),
                refusee(
                        texte(EN_TETE, ";NORD;F;16-25;CANDIDAT"),
                        "ligne 2 : identifiant invalide «  » (1 à 32 caractères parmi A-Z, 0-9 et -)"),
                refusee(
                        texte(EN_TETE, "A".repeat(33) + ";NORD;F;16-25;CANDIDAT"),
                        "ligne 2 : identifiant invalide « " + "A".repeat(33)
                                + " » (1 à 32 caractères parmi A-Z, 0-9 et -)"),
                refusee(
                        texte(
                                EN_TETE,
                                A,
                                B,
                                "C;EST;F;65+;CANDIDAT",
                                "D;EST;H;65+;CANDIDAT",
                                "E;EST;F;65+;CANDIDAT",
                                "F;NROD;F;65+;CANDIDAT"),
                        "ligne 7 : secteur inconnu « NROD »"),
                refusee(texte(EN_TETE, A, "B;Sud;H;26-64;CANDIDAT"), "ligne 3 : secteur inconnu « Sud »"),
                refusee(texte(EN_TETE, A, "B;SUD;M;26-64;CANDIDAT"), "ligne 3 : sexe inconnu « M »"),
                refusee(texte(EN_TETE, A, "B;SUD;H;26-65;CANDIDAT"), "ligne 3 : classe d’âge inconnue « 26-65 »"),
                refusee(texte(EN_TETE, A, "B;SUD;H;26-64;RECONDUITE"), "ligne 3 : qualité inconnue « RECONDUITE »"),
                refusee(texte(EN_TETE, A, "B;SUD;H;26-64;CANDIDAT "), "ligne 3 : qualité inconnue « CANDIDAT  »"),
                refusee(texte(EN_TETE, A, A), "ligne 3 : identifiant en double « A »"),
                refusee(texte(EN_TETE, A, B, A), "ligne 4 : identifiant en double « A »"),
                refusee(
                        texte(EN_TETE, B, A),
                        "ligne 3 : identifiant « A » mal placé ; les lignes doivent être triées par identifiant"),
                refusee(texte(EN_TETE), "ligne 1 : la liste se termine sans aucun candidat"),
                refusee(
                        texte(EN_TETE, "A;NORD;F;16-25;RECONDUIT"),
                        "ligne 2 : la liste se termine sans aucun candidat"),
                refusee(
                        texte(
                                EN_TETE,
                                "A1;NORD;F;16-25;RECONDUIT",
                                "A2;NORD;H;16-25;RECONDUIT",
                                "A3;NORD;F;65+;RECONDUIT",
                                "A4;NORD;F;65+;RECONDUIT",
                                "A5;SUD;F;65+;RECONDUIT",
                                "A6;NORD;F;65+;RECONDUIT",
                                B),
                        "ligne 7 : plus de quatre membres reconduits dans le secteur NORD (art. 4 §1)"),
                refusee(
                        texte(EN_TETE, "A;\u001B[31m\u202E;F;16-25;CANDIDAT"),
                        "ligne 2 : secteur inconnu « \uFFFD[31m\uFFFD »"),
                refusee(
                        texte(EN_TETE, "A;" + "N".repeat(500) + ";F;16-25;CANDIDAT"),
                        "ligne 2 : secteur inconnu « " + "N".repeat(40) + "… »"));
    }

    private static Arguments refusee(String texte, String phrase) {
        return Arguments.of(texte, phrase);
    }

    private static String texte(String... lignes) {
        return String.join("\n", lignes) + "\n";
    }

    @ParameterizedTest
    @MethodSource("lists_refused")
    void a_list_that_is_not_canonical_is_refused_with_its_line(String texte, String phrase) {
        assertThat(phrase(texte.getBytes(StandardCharsets.UTF_8))).isEqualTo(phrase);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_line() {
        byte[] octets = (texte(EN_TETE, A) + "B;SUD;H;26-64;CANDIDÂT\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(phrase(octets)).isEqualTo("ligne 3 : octets illisibles ; enregistrez le fichier en UTF-8");
    }

    @Test
    void a_file_too_large_is_refused_before_it_is_read() {
        assertThat(phrase(new byte[ListeDuTirage.TAILLE_MAXIMALE + 1]))
                .isEqualTo("ligne 1 : la liste dépasse 8 Mio ; ce n’est pas une liste de candidats de Roubaix");
    }

    @Test
    void a_carriage_return_inside_a_line_is_refused() {
        assertThat(phrase(texte(EN_TETE, "A;NORD\r;F;16-25;CANDIDAT").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ligne 2 : secteur inconnu « NORD\uFFFD »");
    }

    @Test
    void what_is_read_is_what_is_written() {
        byte[] octets = Listes.octets(EN_TETE, A, B);
        ListeDuTirage liste = Listes.acceptee(ListeDuTirage.lire(octets));
        assertThat(liste.octets()).isEqualTo(octets);
        assertThat(liste.candidats()).isEqualTo(2);
        assertThat(liste.reconduits()).isZero();
        assertThat(liste.empreinte().hex()).isEqualTo(Oracle.sha256(new String(octets, StandardCharsets.UTF_8)));
    }

    @Test
    void random_lists_are_read_back_as_they_were_written() {
        for (long germe = 0; germe < 200; germe++) {
            ListeDuTirage liste = Listes.auHasard(new Random(germe));
            assertThat(ListeDuTirage.lire(liste.octets()))
                    .as("random seed %d", germe)
                    .isEqualTo(new Resultat.Accepte<>(liste));
        }
    }

    @Test
    void the_same_applications_give_the_same_list_whatever_their_order() {
        var recevables = new ArrayList<Recevable>();
        for (int i = 0; i < 40; i++) {
            Parite parite = i % 4 == 0 ? Parite.FEMMES : i % 4 == 1 ? Parite.HOMMES : Parite.SANS_PREFERENCE;
            recevables.add(recevable(7919L * i, Secteur.parNumero(i % 5 + 1).orElseThrow(), parite));
        }
        var reconduits =
                List.of(new Reconduit(IdDeListe.de(new ReceiptCode(1)), Secteur.NORD, Sexe.H, ClasseAge.DE_16_A_25));
        ListeEtablie etablie = Listes.acceptee(ListeEtablie.de(recevables, reconduits));
        Collections.shuffle(recevables, new Random(1));

        assertThat(Listes.acceptee(ListeEtablie.de(recevables, reconduits))).isEqualTo(etablie);
        assertThat(etablie.liste().candidats()).isEqualTo(40);
        assertThat(etablie.liste().reconduits()).isEqualTo(1);
        assertThat(etablie.sansPreference().values()).containsExactly(4, 4, 4, 4, 4);
    }

    @Test
    void a_renewed_member_with_the_code_of_an_application_is_refused() {
        var recevable = recevable(5, Secteur.NORD, Parite.FEMMES);
        var reconduit = new Reconduit(IdDeListe.de(new ReceiptCode(5)), Secteur.SUD, Sexe.H, ClasseAge.DE_26_A_64);
        assertThat(ListeEtablie.de(List.of(recevable), List.of(reconduit)))
                .isEqualTo(new Resultat.Refuse<ListeEtablie>(
                        new DefautDeListe(3, DefautDeListe.Nature.ID_EN_DOUBLE, new ReceiptCode(5).texte())));
    }

    @Test
    void no_application_makes_no_list() {
        assertThat(ListeEtablie.de(List.of(), List.of())).isInstanceOf(Resultat.Refuse.class);
    }

    private static Recevable recevable(long code, Secteur secteur, Parite parite) {
        return new Deposee(new ReceiptCode(code), secteur, parite, Optional.of(ClasseAge.DE_26_A_64))
                .declarerRecevable()
                .orElseThrow();
    }

    private static String phrase(byte[] octets) {
        return switch (ListeDuTirage.lire(octets)) {
            case Resultat.Accepte<ListeDuTirage> _ -> "acceptée";
            case Resultat.Refuse<ListeDuTirage>(var defaut) -> defaut.phrase();
        };
    }
}
