package fr.roubaix.cln.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hub.register.Constat.Defaut;
import fr.roubaix.cln.hub.register.Registre.Tete;

/** Whoever reaches the database can do anything to rows; the chain says where. */
class ChaineTest {

    private static final Instant LE = Instant.parse("2027-05-20T08:00:00Z");

    @Test
    void the_hash_is_the_documented_one() throws Exception {
        var ligne = ligne(1, Ligne.ORIGINE, "Motif");
        var texte = new StringBuilder();
        for (String champ : List.of(
                "CLN-ROUBAIX/registre/1",
                "1",
                "1810800000000",
                "ada",
                "ADMIN",
                "APPEL_CLOS",
                "appel 2027",
                "Motif é",
                "a=1\nb=2",
                "0".repeat(64))) {
            texte.append(champ.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(champ)
                    .append(',');
        }
        var sha256 = java.security.MessageDigest.getInstance("SHA-256");
        assertThat(ligne.empreinte())
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256.digest(texte.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    @Test
    void what_one_field_gives_to_the_next_changes_the_hash() {
        var un = new Ligne(1, LE, "a", "B", "c", "de", "f", "", "", "");
        var autre = new Ligne(1, LE, "a", "B", "cd", "e", "f", "", "", "");
        assertThat(un.calculee()).isNotEqualTo(autre.calculee());
    }

    @Test
    void an_untouched_register_is_whole_and_an_empty_one_too() {
        assertThat(verifier(chaine(50), tete(50))).isEqualTo(new Constat.Intacte(tete(50)));
        assertThat(verifier(List.of(), new Tete(0, Ligne.ORIGINE)).phrase()).isEqualTo("Le registre est vide.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_done_to_a_row_is_found_at_that_row(long graine) {
        var hasard = new Random(graine);
        int numero = 2 + hasard.nextInt(48);
        var lignes = chaine(50);
        var visee = lignes.get(numero - 1);

        var change = new ArrayList<>(lignes);
        change.set(numero - 1, avec(visee, "Autre motif", visee.empreinte()));
        assertThat(verifier(change, tete(50)))
                .as("seed %s", graine)
                .isEqualTo(new Constat.Rompue(numero, Defaut.MODIFIEE));

        var retiree = new ArrayList<>(lignes);
        retiree.remove(numero - 1);
        assertThat(verifier(retiree, tete(50))).isEqualTo(new Constat.Rompue(numero, Defaut.MANQUANTE));

        // Done well: the row has the hash of its new content. The next one does not follow it.
        var refaite = new ArrayList<>(lignes);
        var autre = avec(visee, "Autre motif", "");
        refaite.set(numero - 1, avec(visee, "Autre motif", autre.calculee()));
        assertThat(verifier(refaite, tete(50)))
                .isEqualTo(
                        numero == 50
                                ? new Constat.Rompue(50, Defaut.REMPLACEE)
                                : new Constat.Rompue(numero + 1, Defaut.DETACHEE));
    }

    @Test
    void a_row_inserted_in_the_middle_with_everything_after_it_renumbered_is_found() {
        var lignes = chaine(5);
        var forge = new ArrayList<>(lignes.subList(0, 2));
        forge.add(ligne(3, lignes.get(1).empreinte(), "Jamais eu lieu"));
        for (Ligne suite : lignes.subList(2, 5)) {
            var renumerotee = new Ligne(
                    suite.numero() + 1,
                    suite.le(),
                    suite.auteur(),
                    suite.roles(),
                    suite.acte(),
                    suite.objet(),
                    suite.motif(),
                    suite.details(),
                    suite.precedente(),
                    "");
            forge.add(avec(renumerotee, suite.motif(), renumerotee.calculee()));
        }
        var constat = verifier(forge, new Tete(6, forge.getLast().empreinte()));
        assertThat(constat).isEqualTo(new Constat.Rompue(4, Defaut.DETACHEE));
        assertThat(constat.phrase()).contains("ligne 4 ne suit plus la ligne 3");
    }

    @Test
    void rows_cut_from_the_end_or_from_the_beginning_are_missed() {
        assertThat(verifier(chaine(5).subList(0, 3), tete(5)).phrase()).startsWith("La ligne 4 manque");
        assertThat(verifier(chaine(5).subList(2, 5), tete(5)).phrase()).startsWith("La ligne 1 manque");
        assertThat(verifier(chaine(5), tete(3)).phrase()).startsWith("La ligne 4 est en trop");
    }

    @Test
    void a_text_is_stored_as_any_database_gives_it_back() {
        var propre = Acte.APPEL_CLOS.sur("appel\u0000 2027\n").motif("e\u0301\ud800" + "x".repeat(2_000));
        assertThat(propre.objet()).isEqualTo("appel  2027");
        assertThat(propre.motif()).startsWith("é?x").endsWith("…").hasSize(1_000);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Acte.APPEL_CLOS.sur("x").avec("a=b", "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_export_opens_in_a_spreadsheet_and_computes_nothing() {
        var ligne = Ligne.nouvelle(
                1,
                LE,
                new Auteur("ada", List.of("ADMIN")),
                Acte.APPEL_CLOS.sur("=HYPERLINK(\"x\")").motif("+1;2"),
                Ligne.ORIGINE);
        String csv = new String(ExportDuRegistre.csv(List.of(ligne)), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\uFEFF\"numero\";\"instant_utc\"")
                .endsWith("\r\n")
                .contains("\"2027-05-20T08:00:00.000Z\"")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("\"'+1;2\"");
    }

    private static Constat verifier(List<Ligne> lignes, Tete tete) {
        return Chaine.verifier(lignes.iterator(), tete);
    }

    private static Tete tete(int numero) {
        return new Tete(numero, chaine(50).get(numero - 1).empreinte());
    }

    private static List<Ligne> chaine(int longueur) {
        var lignes = new ArrayList<Ligne>();
        String precedente = Ligne.ORIGINE;
        for (int i = 1; i <= longueur; i++) {
            lignes.add(ligne(i, precedente, "Motif"));
            precedente = lignes.getLast().empreinte();
        }
        return lignes;
    }

    private static Ligne ligne(long numero, String precedente, String motif) {
        return Ligne.nouvelle(
                numero,
                LE,
                new Auteur("ada", List.of("ADMIN")),
                Acte.APPEL_CLOS
                        .sur("appel 2027")
                        .motif(motif + " é")
                        .avec("b", "2")
                        .avec("a", "1"),
                precedente);
    }

    private static Ligne avec(Ligne ligne, String motif, String empreinte) {
        return new Ligne(
                ligne.numero(),
                ligne.le(),
                ligne.auteur(),
                ligne.roles(),
                ligne.acte(),
                ligne.objet(),
                motif,
                ligne.details(),
                ligne.precedente(),
                empreinte);
    }
}
