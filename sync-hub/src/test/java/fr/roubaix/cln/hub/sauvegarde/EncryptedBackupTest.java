package fr.roubaix.cln.hub.sauvegarde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.conservation.Purged;
import fr.roubaix.cln.hub.privacy.Coffre;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.CopieDesCles;
import fr.roubaix.cln.hub.privacy.MasterKey;
import fr.roubaix.cln.hub.privacy.PersonneId;
import fr.roubaix.cln.storage.BackupRefusedException;

/** A whole hub: people arrive, are backed up, erased, restored. */
class EncryptedBackupTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext hub;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** Each application brings its own; the one that other tests share must find its own again. */
    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @Test
    void a_person_erased_after_a_backup_cannot_be_read_once_that_backup_is_restored() throws Exception {
        start("hub");
        receive(1, "Benali");
        receive(2, "Lefebvre");
        Path before = backup();
        assertThat(erase(1)).isTrue();
        assertThat(names()).containsExactly("(effacée)", "Camille Lefebvre");
        hub.getBean(SauvegardesDuHub.class).rafraichirLesCles();
        hub.close();
        assertThat(restore("hub", before)).as(said()).isZero();
        start("hub");
        assertThat(names()).containsExactly("(effacée)", "Camille Lefebvre");
        assertThat(jdbc().sql("SELECT length(identite) FROM candidature WHERE effacee_le IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        // A kiosk that delivers it again brings nobody back.
        jdbc().sql("DELETE FROM candidature").update();
        receive(1, "Benali");
        assertThat(names()).containsExactly("(effacée)");
    }

    @Test
    void after_the_retention_destroyed_a_person_no_file_nor_older_backup_gives_them_back() throws Exception {
        start("hub");
        receive(1, name());
        receive(2, "Lefebvre");
        endWithNobodyToDraw();
        hold(2);
        nowhereOnceDestroyed(() -> assertThat(as("DPO", () -> Purged.all(hub))).isOne());
    }

    @Test
    void after_an_erasure_at_their_request_no_file_nor_older_backup_gives_a_person_back() throws Exception {
        start("hub");
        receive(1, name());
        receive(2, "Lefebvre");
        nowhereOnceDestroyed(() -> assertThat(erase(1)).isTrue());
    }

    @Test
    void after_an_erasure_the_memory_of_the_hub_holds_no_name_before_anybody_reads_a_list_again() throws Exception {
        start("hub");
        receive(1, name());
        receive(2, name(7));
        assertThat(names()).hasSize(2);
        assertThat(firstNameInMemory())
                .as("what is looked for is found while it is there")
                .isTrue();
        assertThat(erase(1)).isTrue();
        assertThat(firstNameInMemory()).isFalse();
    }

    /** Destroys the first person, then looks for them in every file, in an older backup, and in that backup restored. */
    private void nowhereOnceDestroyed(Runnable destroy) throws Exception {
        var person = new PersonneId(new ReceiptCode(7919).texte());
        Path before = backup();
        byte[] sealed = jdbc().sql("SELECT identite FROM candidature WHERE code = ?")
                .param(person.valeur())
                .query((row, _) -> row.getBytes(1))
                .single();
        byte[] key = wrappedKey(person);
        assertThat(hub.getBean(CoffreDesPersonnes.class).ouvrir(person, sealed))
                .isInstanceOf(CoffreDesPersonnes.Lecture.Claire.class);
        destroy.run();
        hub.getBean(SauvegardesDuHub.class).rafraichirLesCles();
        assertThat(names()).containsExactly("(effacée)", "Camille Lefebvre");
        assertThat(hub.getBean(CoffreDesPersonnes.class).ouvrir(person, sealed))
                .isInstanceOf(CoffreDesPersonnes.Lecture.Effacee.class);
        hub.close();
        assertNowhere(name().getBytes(StandardCharsets.UTF_8));
        assertNowhere(key);
        Path other = Files.createDirectories(folder.resolve("autre"));
        Files.copy(folder.resolve("hub/trousseau"), other.resolve("trousseau"));
        assertThat(restore("autre", before)).as(said()).isZero();
        assertThat(rawIdentity(other.resolve("hub.db"), person)).isEqualTo(sealed);
        assertNowhere(name().getBytes(StandardCharsets.UTF_8));
        assertNowhere(key);
        start("autre");
        assertThat(names()).containsExactly("(effacée)", "Camille Lefebvre");
        assertThat(hub.getBean(CoffreDesPersonnes.class).ouvrir(person, sealed))
                .isInstanceOf(CoffreDesPersonnes.Lecture.Effacee.class);
        assertThat(rawIdentity(other.resolve("hub.db"), person)).isEmpty();
    }

    private static String name() {
        return name(0);
    }

    /** Made anew each time: no constant of this test is to be found in memory. */
    private static String name(int which) {
        var reversed = new StringBuilder("iranac" + "exyzzy").append((char) ('Z' - which));
        return reversed.reverse().toString();
    }

    /** Whether the objects in use, as the machine itself lists them, hold the name; it is made only once they are listed. */
    private boolean firstNameInMemory() throws Exception {
        Path dump = folder.resolve("memoire-" + System.nanoTime() + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        byte[] searched = name().getBytes(StandardCharsets.ISO_8859_1);
        try (var file = FileChannel.open(dump)) {
            return new BytesInAFile(file).contain(searched);
        } finally {
            Files.delete(dump);
        }
    }

    /** Both inadmissible, and closed long enough ago. */
    private void endWithNobodyToDraw() {
        jdbc().sql(
                        "UPDATE candidature SET etat = 'IRRECEVABLE', motif = 'DOUBLON', decidee_le = 1, decidee_par = 'maud.v'")
                .update();
        jdbc().sql("UPDATE appel SET clos_le = 1767225600000, clos_par = 'maud.v', clos_motif = ''")
                .update();
    }

    private void hold(long number) {
        jdbc().sql("""
                INSERT INTO suspension (numero, appel, code, motif, posee_le, posee_par)
                VALUES (1, '2027', ?, 'Recours en cours', 1, 'dpo')""").param(new ReceiptCode(number * 7919).texte()).update();
    }

    private byte[] wrappedKey(PersonneId person) throws Exception {
        try (var keys = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hub/cles.db"));
                var select = keys.prepareStatement("SELECT cle FROM cle_de_personne WHERE personne = ?")) {
            select.setString(1, person.valeur());
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }

    private static byte[] rawIdentity(Path database, PersonneId person) throws Exception {
        try (var copy = DriverManager.getConnection("jdbc:sqlite:" + database);
                var select = copy.prepareStatement("SELECT identite FROM candidature WHERE code = ?")) {
            select.setString(1, person.valeur());
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }

    /** Databases, their journals, backups and what was decrypted of them: every file below the folder. */
    private void assertNowhere(byte[] bytes) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content.contains(new String(bytes, StandardCharsets.ISO_8859_1)))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void a_machine_that_lost_everything_but_its_trousseau_and_backups_reads_everyone_but_who_was_erased()
            throws Exception {
        start("hub");
        receive(1, "Benali");
        receive(2, "Lefebvre");
        Path before = backup();
        erase(1);
        hub.getBean(SauvegardesDuHub.class).rafraichirLesCles();
        hub.close();
        Path other = Files.createDirectories(folder.resolve("autre"));
        Files.copy(folder.resolve("hub/trousseau"), other.resolve("trousseau"));
        assertThat(restore("autre", before)).as(said()).isZero();
        assertThat(said()).contains("remises depuis leur dernière copie");
        start("autre");
        assertThat(names()).containsExactly("(effacée)", "Camille Lefebvre");
    }

    @Test
    void a_backup_from_before_a_change_of_the_master_key_opens_with_the_file_of_today_and_goes_under_it()
            throws Exception {
        start("hub");
        receive(1, "Benali");
        receive(2, "Lefebvre");
        sealAsBeforePeopleHadKeys(2);
        Path before = backup();
        assertThat(as("ADMIN", () -> MasterKey.change(hub))).isEqualTo(2);
        assertThat(hub.getBean(CopieDesCles.class).enRetard()).isTrue();
        hub.getBean(SauvegardesDuHub.class).rafraichirLesCles();
        assertThat(hub.getBean(CopieDesCles.class).enRetard()).isFalse();
        Path after = backup();
        hub.close();
        assertThat(restore("hub", before)).as(said()).isZero();
        start("hub");
        assertThat(names()).containsExactly("Camille Benali", "Camille Lefebvre");
        assertThat(jdbc().sql("SELECT count(*) FROM maitresse WHERE numero = 1 OR achevee_le IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc().sql("SELECT count(*) FROM candidature WHERE scellement = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        hub.close();
        assertThat(restore("hub", after)).as(said()).isZero();
        start("hub");
        assertThat(names()).containsExactly("Camille Benali", "Camille Lefebvre");
    }

    /** Under the master key itself, as a hub from before keys of people left it. */
    private void sealAsBeforePeopleHadKeys(long number) {
        String code = new ReceiptCode(number * 7919).texte();
        byte[] sealed = jdbc().sql("SELECT identite FROM candidature WHERE code = ?")
                .param(code)
                .query(byte[].class)
                .single();
        var read = hub.getBean(CoffreDesPersonnes.class).ouvrir(new PersonneId(code), sealed);
        byte[] clear = ((CoffreDesPersonnes.Lecture.Claire) read).clair();
        jdbc().sql("UPDATE candidature SET identite = ?, scellement = 0 WHERE code = ?")
                .params(hub.getBean(Coffre.class).sceller(clear, code), code)
                .update();
    }

    @Test
    void nothing_of_a_person_can_be_read_in_a_backup_and_what_was_cut_altered_or_is_of_another_hub_is_refused()
            throws Exception {
        start("hub");
        receive(1, "Benali");
        Path backup = backup();
        byte[] whole = Files.readAllBytes(backup);
        assertThat(new String(whole, StandardCharsets.ISO_8859_1))
                .startsWith("cln-sauvegarde/1 HUB ")
                .doesNotContain("SQLite format", "Benali", "candidature");
        try (var files = Files.list(backup.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(backup.getFileName().toString(), "cles.clnsauvegarde");
        }
        hub.close();
        byte[] base = Files.readAllBytes(folder.resolve("hub/hub.db"));
        for (int cut : new int[] {0, 30, 120, whole.length / 2, whole.length - 1}) {
            Files.write(backup, Arrays.copyOf(whole, cut));
            assertThat(restore("hub", backup)).isEqualTo(1);
            assertThat(said()).contains("coupée ou abîmée", "Rien n’a été changé");
        }
        for (int altered : new int[] {12, 21, 60, whole.length / 2, whole.length - 1}) {
            byte[] bytes = whole.clone();
            bytes[altered] ^= 1;
            Files.write(backup, bytes);
            assertThat(restore("hub", backup)).isEqualTo(1);
            assertThat(said()).containsAnyOf("coupée ou abîmée", "d’un autre hub");
        }
        Files.write(backup, whole);
        assertThat(restore("hub", backup.resolveSibling("cles.clnsauvegarde"))).isEqualTo(1);
        assertThat(said()).contains("les clés des personnes");
        start("autre");
        hub.close();
        assertThat(restore("autre", backup)).isEqualTo(1);
        assertThat(said()).contains("d’un autre hub");
        assertThat(Files.readAllBytes(folder.resolve("hub/hub.db"))).isEqualTo(base);
        assertThat(restore("hub", backup)).as(said()).isZero();
        assertThat(folder.resolve("hub/hub.db.dechiffree")).doesNotExist();
    }

    @Test
    void chains_are_announced_as_saved_only_by_a_backup_that_came_back_whole() throws Exception {
        start("hub");
        receive(1, "Benali");
        jdbc().sql("INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (1, 'NORD', 'A', 'k', 1)")
                .update();
        jdbc().sql("INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (1, '00000000000000ab', 7, 'h')")
                .update();
        Path keys = folder.resolve("hub/sauvegardes/cles.clnsauvegarde");
        Files.createDirectories(keys.resolve("plein"));
        try {
            backup();
            throw new AssertionError("a backup without the keys was announced");
        } catch (BackupRefusedException refused) {
            assertThat(refused).hasMessageContaining("clés des personnes");
        }
        assertThat(saved()).isZero();
        Files.delete(keys.resolve("plein"));
        Files.delete(keys);
        backup();
        assertThat(saved()).isEqualTo(7);
    }

    private long saved() {
        return jdbc().sql("SELECT saved_seq FROM kiosk_chain").query(Long.class).single();
    }

    private void start(String name) {
        hub = new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run("--cln.hub.dossier=" + folder.resolve(name), "--cln.base=", "--cln.hub.travaux.periode=PT0S");
        jdbc().sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                ON CONFLICT DO NOTHING""").update();
    }

    private void receive(long number, String name) {
        new TransactionTemplate(hub.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> hub.getBean(ReceptionDeCandidature.class)
                        .recevoir(Deliveries.of(
                                number, name, 1980, Secteur.NORD, Parite.HOMMES, AT.plusSeconds(number))));
    }

    private Path backup() {
        return as(
                "ADMIN", () -> hub.getBean(SauvegardesDuHub.class).sauvegarder().file());
    }

    private boolean erase(long number) {
        return as(
                "DPO",
                () -> hub.getBean(EffacementDUnePersonne.class)
                                .effacer(new ReceiptCode(number * 7919), MotifDEffacement.DEMANDE)
                        instanceof EffacementDUnePersonne.Issue.Effacee);
    }

    private List<String> names() {
        return as("SECRETARIAT", () -> ReadNames.of(hub, "2027"));
    }

    private static <T> T as(String role, Supplier<T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "quelqu.un", "", AuthorityUtils.createAuthorityList("ROLE_" + role)));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private int restore(String name, Path backup) throws IOException {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Restaurer(out, out, Clock.fixed(AT, ZoneOffset.UTC))
                .run(folder.resolve(name).toString(), backup.toString());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private JdbcClient jdbc() {
        return hub.getBean(JdbcClient.class);
    }
}
