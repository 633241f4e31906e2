package fr.roubaix.cln.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two commands: exit codes, one line on standard error, nothing written on bad input. */
class MainTest {

    private static final String DES = "314159265358979323846264338327";

    @TempDir
    Path folder;

    private Path list(String content) throws Exception {
        return Files.writeString(folder.resolve("liste.csv"), content);
    }

    private void refused(String sentence, String... args) {
        String[] before = folder.toFile().list();
        Run run = Run.in(folder, args);
        assertThat(run.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(before);
    }

    @Test
    void a_misspelt_sector_is_named_with_its_line_and_nothing_is_written() throws Exception {
        list("id;secteur;sexe;classe;qualite\nA;NORD;F;16-25;CANDIDAT\nB;NROD;F;16-25;CANDIDAT\n");
        refused("ligne 3 : secteur inconnu « NROD »", "tirage", "liste.csv", "--des", DES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345678901234567890123456789 | il faut au moins 30 chiffres de dés (trente lancers d’un dé à dix faces)",
                "3141592653589793238462643383x7 | les dés ne s’écrivent qu’avec les chiffres 0 à 9, sans espace",
                "'314159265358979323846264338327 ' | les dés ne s’écrivent qu’avec les chiffres 0 à 9, sans espace",
                "٣١٤١٥٩٢٦٥٣٥٨٩٧٩٣٢٣٨٤٦٢٦٤٣٣٨٣٢٧ | les dés ne s’écrivent qu’avec les chiffres 0 à 9, sans espace"
            })
    void wrong_dice_are_refused(String des, String sentence) {
        refused(sentence, "tirage", new Vector("v01-equilibre").list().toString(), "--des", des);
    }

    @ParameterizedTest
    @CsvSource({"0123:%s", "0:%s", "12%s", "12:%s0", "-1:%s"})
    void a_malformed_drand_round_is_refused(String form) {
        refused(
                "drand attendu sous la forme TOUR:HEXADECIMAL : un nombre sans zéro devant, deux-points, 64 chiffres"
                        + " hexadécimaux",
                "tirage",
                new Vector("v01-equilibre").list().toString(),
                "--des",
                DES,
                "--drand=" + form.formatted("a".repeat(64)));
    }

    @Test
    void an_upper_case_drand_round_gives_the_bytes_of_the_lower_case_one() throws Exception {
        var vector = new Vector("v03-siege-reserve-et-drand");
        String[] args = vector.options().stream()
                .map(o -> o.startsWith("1000:") ? o.toUpperCase(Locale.ROOT) : o)
                .toArray(String[]::new);
        String[] all = new String[args.length + 2];
        all[0] = "tirage";
        all[1] = vector.list().toString();
        System.arraycopy(args, 0, all, 2, args.length);
        assertThat(Run.in(folder, all).code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("pv.json"))).isEqualTo(vector.pv());
    }

    @Test
    void usage_errors_are_in_french_on_one_line() {
        refused("il manque --des CHIFFRES (--aide pour le mode d’emploi)", "tirage", "x.csv");
        refused("il manque LISTE.csv (--aide pour le mode d’emploi)", "verifier", "pv.json");
        refused("argument inconnu « tirrage » (--aide pour le mode d’emploi)", "tirrage");
        refused("argument inconnu « --dés » (--aide pour le mode d’emploi)", "tirage", "x", "--des", DES, "--dés");
        refused(
                "option donnée deux fois : --des CHIFFRES (--aide pour le mode d’emploi)",
                "tirage",
                "x",
                "--des",
                DES,
                "--des",
                DES);
        refused("commande attendue : tirage ou verifier (--aide pour le mode d’emploi)");
        refused("fichier introuvable : « " + folder.resolve("x.csv") + " »", "tirage", "x.csv", "--des", DES);
        refused("fichier introuvable : « " + folder.resolve("x") + " »", "verifier", "x", "y");
        refused("« " + folder.resolve(".") + " » est un dossier, un fichier est attendu", "tirage", ".", "--des", DES);
    }

    @Test
    void an_unknown_reading_or_version_is_refused() {
        String list = new Vector("v01-equilibre").list().toString();
        refused(
                "lecture inconnue « priorite » : PRIORITE_ABSOLUE ou SIEGE_RESERVE",
                "tirage",
                list,
                "--des",
                DES,
                "--lecture",
                "priorite");
        refused(
                "version du règlement attendue : 1 à 64 lettres sans accent, chiffres, points ou tirets",
                "tirage",
                list,
                "--des",
                DES,
                "--reglement",
                "2025\n");
    }

    @Test
    void help_is_french_and_no_error() {
        assertThat(Run.in(folder, "tirage", "--aide").out()).startsWith("Utilisation : cln tirage");
        assertThat(Run.in(folder, "--aide").code()).isZero();
    }

    @Test
    void a_list_of_two_hundred_megabytes_is_refused_by_its_size() throws Exception {
        Path file = folder.resolve("liste.csv");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }
        refused("fichier trop grand : « " + file + " » dépasse 8 Mio", "tirage", "liste.csv", "--des", DES);
        refused("fichier trop grand : « " + file + " » dépasse 64 Mio", "verifier", "liste.csv", "liste.csv");
    }

    @Test
    void a_place_where_nothing_can_be_written_is_named() throws Exception {
        var vector = new Vector("v01-equilibre");
        Path copy = Files.copy(vector.list(), folder.resolve("liste.csv"));
        refused(
                "impossible d’écrire « " + folder.resolve("absent/pv.json")
                        + " » ; vérifiez que le dossier existe, que vous pouvez y écrire et qu’il y reste de la place",
                "tirage",
                "liste.csv",
                "--des",
                DES,
                "--sortie",
                "absent/pv.json");
        refused(
                "« " + folder.resolve(".") + " » existe et n’est pas un fichier ordinaire ; choisissez un autre nom",
                "tirage",
                "liste.csv",
                "--des",
                DES,
                "--sortie",
                ".");
        refused(
                "le fichier de sortie est la liste elle-même ; choisissez un autre nom",
                "tirage",
                "liste.csv",
                "--des",
                DES,
                "--sortie",
                "liste.csv");
        assertThat(Files.readAllBytes(copy)).isEqualTo(vector.listBytes());
    }

    @Test
    void a_changed_label_of_the_reglement_conforms_and_is_said_to_be_declared_and_not_computed() throws Exception {
        var vector = new Vector("v10-trois-reconduites");
        String relabelled = new String(vector.pv(), StandardCharsets.UTF_8).replace("\"2025\"", "\"2031\"");
        Files.writeString(folder.resolve("pv.json"), relabelled);
        assertThat(Run.in(folder, "verifier", "pv.json", vector.list().toString()))
                .isEqualTo(
                        new Run(0, line("CONFORME"), line("règlement déclaré : 2031 (non vérifiable par le calcul)")));
    }

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.verifier.Vector#all")
    void the_verifier_says_conforme_and_one_altered_byte_non_conforme(Vector vector) throws Exception {
        Path pv = Files.write(folder.resolve("pv.json"), vector.pv());
        String list = vector.list().toString();
        String label = new String(vector.pv(), StandardCharsets.UTF_8)
                .replaceFirst("(?s).*?\"reglement\": \"([^\"]+)\".*", "$1");
        assertThat(Run.in(folder, "verifier", "pv.json", list))
                .isEqualTo(new Run(
                        0, line("CONFORME"), line("règlement déclaré : " + label + " (non vérifiable par le calcul)")));

        byte[] altered = vector.pv();
        altered[altered.length / 2] ^= 1;
        Files.write(pv, altered);
        Run run = Run.in(folder, "verifier", "pv.json", list);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("NON CONFORME : ").endsWith(System.lineSeparator());
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void the_plan_and_the_members_are_printed() {
        Run run = Run.in(
                folder,
                "tirage",
                new Vector("v11-parite-hors-d-atteinte").list().toString(),
                "--des",
                DES);
        assertThat(run.out())
                .contains(
                        "Nord    1 F, 3 H (nominal 1 F)  Une seule femme est candidate ou reconduite : elle est retenue"
                                + " par défaut (art. 7 §3, critère n° 2).")
                .contains("La parité est hors d’atteinte avec ces candidatures : l’écart le plus faible possible entre"
                        + " les femmes et les hommes est de 10 (art. 7 §3, critère n° 2).")
                .contains("Interprétation : ")
                .contains("Membres désignés")
                .contains("CF-001");
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
