package fr.roubaix.cln.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;

class VerificationTest {

    private static final Vector V10 = new Vector("v10-trois-reconduites");
    private static final String PV = new String(V10.pv(), StandardCharsets.UTF_8);

    static Stream<Arguments> alterations() {
        return Stream.of(
                alteration("cln-pv/1", "cln-pv/2", "format : lu « cln-pv/2 », recalculé « cln-pv/1 »"),
                alteration("\"format\"", "\"formats\"", "format : texte absent"),
                alteration(
                        "\"reglement\": \"2025\"",
                        "\"reglement\": \"\"",
                        "reglement : version du règlement attendue : 1 à 64 lettres sans accent, chiffres, points ou"
                                + " tirets"),
                alteration(
                        "\"lecture\": \"SIEGE_RESERVE\"", "\"lecture\": \"FOO\"", "lecture : valeur inconnue « FOO »"),
                alteration(
                        "\"des\": \"3",
                        "\"des\": \"",
                        "graine.des : il faut au moins 30 chiffres de dés (trente lancers d’un dé à dix faces)"),
                alteration("\"candidats\": 46", "\"candidats\": 47", "liste.candidats : lu 47, recalculé 46"),
                alteration(
                        "\"drand\": null",
                        "\"drand\": \"null\"",
                        "graine.drand : drand attendu sous la forme TOUR:HEXADECIMAL : un nombre sans zéro devant,"
                                + " deux-points, 64 chiffres hexadécimaux"),
                alteration(
                        "\"femmes\": 3,\n      \"hommes\": 1",
                        "\"femmes\": 2,\n      \"hommes\": 2",
                        "repartition[4].femmes : lu 2, recalculé 3"),
                alteration("\"table\": 1", "\"table\": 1.0", "table : lu 1.0, recalculé 1"),
                alteration(
                        "\"table\": 1,",
                        "\"table\": 1,\n  \"note\": \"\",",
                        "probabilites : lu la clé « note », recalculé la clé « probabilites »"),
                alteration("  \"ecart\": 0,\n", "", "ecart : lu la clé « tables », recalculé la clé « ecart »"),
                alteration(
                        "  \"ecart\": 0,\n",
                        "  \"ecart\": 0, \n",
                        "mise en forme, ligne 62 : les valeurs sont les bonnes, mais pas l’octet "),
                alteration(
                        "\"CENTRE\"",
                        "\"\\u0043ENTRE\"",
                        "mise en forme, ligne 17 : les valeurs sont les bonnes, mais pas l’octet "),
                alteration(
                        "{\n  \"format\"",
                        "\uFEFF{\n  \"format\"",
                        "le procès-verbal n’est pas du JSON, ligne 1 : valeur attendue"),
                alteration(
                        "\"ecart\": 0,",
                        "\"ecart\": 0",
                        "le procès-verbal n’est pas du JSON, ligne 63 : « , » attendu"),
                alteration(
                        "\"ecart\": 0,",
                        "\"ecart\": 00,",
                        "le procès-verbal n’est pas du JSON, ligne 62 : « , » attendu"),
                alteration(
                        "\"ecart\": 0,",
                        "\"ecart\": 0, \"ecart\": 0,",
                        "le procès-verbal n’est pas du JSON, ligne 62 : clé en double « ecart »"),
                alteration(
                        "{\n  \"format\"",
                        "[".repeat(100_000),
                        "le procès-verbal n’est pas du JSON, ligne 1 : trop de niveaux imbriqués"));
    }

    private static Arguments alteration(String from, String to, String difference) {
        return Arguments.of(from, to, difference);
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void the_first_difference_is_named(String from, String to, String difference) {
        int place = PV.indexOf(from);
        assertThat(place).isNotNegative();
        String altered = PV.substring(0, place) + to + PV.substring(place + from.length());
        Verdict verdict = Verification.verifier(altered.getBytes(StandardCharsets.UTF_8), V10.listBytes());
        assertThat(verdict.phrase()).startsWith("NON CONFORME : " + difference);
    }

    @Test
    void more_members_or_fewer_than_drawn_are_named() {
        String last = PV.substring(PV.lastIndexOf("    {\n"), PV.lastIndexOf("\n  ]"));
        String more = PV.replace(last, last + ",\n" + last);
        String fewer = PV.replace(",\n" + last, "");
        assertThat(verdict(more)).isEqualTo("NON CONFORME : ordre[46] : lu un objet, recalculé la fin de la liste");
        assertThat(verdict(fewer)).isEqualTo("NON CONFORME : ordre[45] : lu la fin de la liste, recalculé un objet");
    }

    @Test
    void text_after_the_end_and_a_file_cut_short_are_not_json() {
        assertThat(verdict(PV + "{}")).contains("n’est pas du JSON").contains("texte après la fin");
        for (int length = 0; length < PV.length() - 2; length += 97) {
            assertThat(verdict(PV.substring(0, length))).contains("n’est pas du JSON");
        }
        assertThat(verdict(PV.stripTrailing())).startsWith("NON CONFORME : mise en forme");
    }

    @Test
    void another_list_is_named_before_anything_else() {
        assertThat(Verification.verifier(V10.pv(), new Vector("v01-equilibre").listBytes())
                        .phrase())
                .startsWith("NON CONFORME : liste.sha256 : lu « 95f69b3f");
    }

    @Test
    void a_list_that_is_refused_is_not_a_verdict_on_the_file() {
        assertThat(Verification.verifier(V10.pv(), new byte[0])).isInstanceOf(Verdict.ListeRefusee.class);
    }

    @Test
    void the_version_of_the_reglement_is_a_label_taken_as_stated() {
        String relabelled = PV.replace("\"reglement\": \"2025\"", "\"reglement\": \"2027-avenant-1\"");
        assertThat(verdict(relabelled)).isEqualTo("CONFORME");
    }

    @Test
    void any_byte_changed_in_the_file_by_its_last_bit_is_seen_but_in_the_label_of_the_reglement() {
        int label = PV.indexOf("2025");
        for (int i = 0; i < V10.pv().length; i++) {
            if (i >= label && i < label + 4) {
                continue;
            }
            byte[] altered = V10.pv();
            altered[i] ^= 1;
            assertThat(Verification.verifier(altered, V10.listBytes()))
                    .as("byte %d", i)
                    .isInstanceOf(Verdict.NonConforme.class);
        }
    }

    @Test
    void random_noise_never_conforms_and_never_fails() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] altered = V10.pv();
            for (int j = random.nextInt(4); j >= 0; j--) {
                altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
            }
            int label = PV.indexOf("2025");
            System.arraycopy(V10.pv(), label, altered, label, 4);
            if (!Arrays.equals(altered, V10.pv())) {
                assertThat(Verification.verifier(altered, V10.listBytes()))
                        .as("random seed 5, trial %d", i)
                        .isInstanceOf(Verdict.NonConforme.class);
            }
        }
    }

    @Test
    void any_byte_changed_in_the_list_or_the_dice_changes_the_file() {
        byte[] list = V10.listBytes();
        int drawn = 0;
        for (int i = 0; i < list.length; i++) {
            for (byte other : "AFHZ0259".getBytes(StandardCharsets.US_ASCII)) {
                byte[] altered = list.clone();
                altered[i] = other;
                if (other != list[i] && ListeDuTirage.lire(altered) instanceof Resultat.Accepte<ListeDuTirage>(var l)) {
                    assertThat(pv(l, "3".repeat(30))).isNotEqualTo(pv(liste(list), "3".repeat(30)));
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(50);
        for (int i = 0; i < 30; i++) {
            String dice = "3".repeat(i) + "4" + "3".repeat(29 - i);
            assertThat(pv(liste(list), dice)).isNotEqualTo(pv(liste(list), "3".repeat(30)));
        }
    }

    private static byte[] pv(ListeDuTirage liste, String dice) {
        Graine graine = Graine.de(Lecture.PRIORITE_ABSOLUE, liste, new Des(dice));
        return PvJson.write(TirageAuSort.tirer(liste, graine, VersionDuReglement.DE_2025));
    }

    private static ListeDuTirage liste(byte[] bytes) {
        if (ListeDuTirage.lire(bytes) instanceof Resultat.Accepte<ListeDuTirage>(var liste)) {
            return liste;
        }
        throw new AssertionError("not canonical");
    }

    private static String verdict(String pv) {
        return Verification.verifier(pv.getBytes(StandardCharsets.UTF_8), V10.listBytes())
                .phrase();
    }
}
