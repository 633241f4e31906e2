package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes.Lecture;
import fr.roubaix.cln.hub.privacy.RotationDeLaMaitresse.Issue;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.DatabaseRefusedException;

/** The master key is changed while people arrive, and the power fails at every step of it. */
@ParameterizedClass
@EnumSource(Databases.class)
class RotationDeLaMaitresseTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final int PEOPLE = 1_100;
    private static final PersonneId LAST = person(PEOPLE);

    @Parameter
    private Databases databases;

    @TempDir
    private Path folder;

    private JdbcClient jdbc;
    private PlatformTransactionManager transactions;
    private Database keys;
    private ClesDesPersonnes cles;
    private final FakeRegistre registre = new FakeRegistre();
    private final FakeSecrets secrets = new FakeSecrets();
    private final Map<PersonneId, byte[]> records = new java.util.HashMap<>();

    private TrousseauFile trousseau;
    private CoffreDesMaitresses maitre;
    private CoffreParPersonne coffre;
    private RotationDeLaMaitresse rotation;

    @BeforeEach
    void a_hub_with_people_and_secrets() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ada", "", AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
        jdbc = databases.without("maitresse");
        transactions = new JdbcTransactionManager(databases.dataSource());
        keys = databases == Databases.SQLITE
                ? Database.sqlite(folder.resolve("cles.db"))
                : Database.postgres(PostgresServer.newAddress(), "cles");
        cles = new ClesDesPersonnes(keys, CLOCK);
        start(transactions);
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> IntStream.rangeClosed(1, PEOPLE).forEach(number -> arrive(person(number))));
        secrets.put("ada", maitre);
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        keys.close();
    }

    @Test
    void everything_is_sealed_with_the_new_key_alone_and_what_the_old_one_sealed_still_opens() {
        byte[] before = maitre.sceller(text("avant"), "contexte");
        var old = new Scellement(trousseau.contenu().maitresse().toArray());
        var pairs = trousseau.contenu().paires();
        assertThat(rotation.tourner(1)).isEqualTo(new Issue.Tournee(2));
        assertWholeUnder(2);
        assertThatThrownBy(() -> old.ouvrir(wrapped(LAST), CoffreParPersonne.contexte(LAST)))
                .isInstanceOf(CoffreIllisibleException.class);
        assertThat(maitre.ouvrir(before, "contexte")).isEqualTo(text("avant"));
        assertThat(trousseau.contenu().paires())
                .extracting(Generation::empreinte)
                .containsExactlyElementsOf(
                        pairs.stream().map(Generation::empreinte).toList());
        assertThat(registre.acts()).containsExactly(Acte.MAITRESSE_CHANGEE, Acte.MAITRESSE_RESCELLEE);
        assertThat(registre.last().details())
                .containsEntry("generation", "2")
                .containsEntry("personnes", "" + PEOPLE)
                .containsEntry("comptes", "1");
    }

    @Test
    void a_second_click_changes_nothing_and_a_second_change_goes_on_from_the_first() {
        rotation.tourner(1);
        assertThat(rotation.tourner(1)).isEqualTo(new Issue.DejaTournee());
        assertThat(rotation.tourner(2)).isEqualTo(new Issue.Tournee(3));
        assertWholeUnder(3);
        registre.clear();
        rotation.chaqueJour();
        assertThat(registre.acts()).as("nothing was left to do").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_fault_at_any_step_leaves_everyone_readable_and_the_next_start_finishes_or_forgets(Fault fault) {
        prepare(fault);
        try {
            assertThat(rotation.tourner(1)).isInstanceOf(Issue.AReprendre.class);
        } catch (PowerFailed _) {
            assertThat(fault.afterTheFile).isNotNull();
        }
        assertEveryoneReadable();
        repair(fault);
        start(transactions);
        assertEveryoneReadable();
        rotation.afterSingletonsInstantiated();
        if (fault == Fault.BEFORE_THE_FILE) {
            assertWholeUnder(1);
            assertThat(rotation.tourner(1)).isEqualTo(new Issue.Tournee(2));
        }
        assertWholeUnder(2);
        assertThat(rotation.tourner(2)).isEqualTo(new Issue.Tournee(3));
        assertWholeUnder(3);
    }

    @Test
    void after_a_fault_the_same_process_goes_on_and_uses_the_key_that_the_disk_holds() {
        prepare(Fault.AFTER_THE_FILE);
        assertThatThrownBy(() -> rotation.tourner(1)).isInstanceOf(PowerFailed.class);
        var written = trousseau.contenu().empreintesDesMaitresses();
        assertThat(written).hasSize(2);
        rotation = rotation(transactions);
        assertThat(rotation.tourner(1)).isEqualTo(new Issue.Tournee(2));
        assertThat(trousseau.contenu().empreintesDesMaitresses()).isEqualTo(written);
        assertWholeUnder(2);
    }

    @Test
    void an_application_received_during_the_change_is_readable_and_its_key_is_under_the_new_one() {
        var late = person(PEOPLE + 1);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            arrive(late);
            // The change happens between the sealing of the record and the writing of its key.
            trousseau.ajouter(Contenu.nouvelleMaitresse());
            maitre.adopter(trousseau.contenu());
        });
        assertThat(new Scellement(trousseau.contenu().maitresse().toArray())
                        .ouvrir(wrapped(late), CoffreParPersonne.contexte(late)))
                .hasSize(32);
        assertEveryoneReadable();
    }

    @Test
    void a_change_waits_for_keys_that_are_being_written() throws Exception {
        trousseau.ajouter(Contenu.nouvelleMaitresse());
        var latest = trousseau.contenu();
        var adopting = new Thread(() -> maitre.adopter(latest));
        maitre.sansChangement(() -> {
            adopting.start();
            while (adopting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(maitre.nombre()).isEqualTo(1);
        });
        adopting.join();
        assertThat(maitre.nombre()).isEqualTo(2);
    }

    @Test
    void whoever_is_erased_while_keys_are_wrapped_again_stays_erased() {
        rotation.tourner(1);
        trousseau.ajouter(Contenu.nouvelleMaitresse());
        maitre.adopter(trousseau.contenu());
        cles.renouveler((person, wrapped) -> {
            if (person.equals(LAST)) {
                coffre.effacer(LAST, AT);
            }
            return maitre.renouveler(wrapped, CoffreParPersonne.contexte(person));
        });
        assertThat(coffre.ouvrir(LAST, records.get(LAST))).isInstanceOf(Lecture.Effacee.class);
        assertThat(cles.toutes()).hasSize(PEOPLE - 1).doesNotContain(LAST);
    }

    @Test
    void a_file_from_before_the_change_is_refused_at_start_and_another_instance_follows_its_file() throws Exception {
        byte[] before = Files.readAllBytes(trousseau.path());
        var other = Files.createDirectories(folder.resolve("autre"));
        Files.write(other.resolve("trousseau"), before);
        var otherFile = open(other);
        var otherMaitre =
                new CoffreDesMaitresses(otherFile.contenu(), new MaitressesDUneAutreInstance(otherFile, jdbc));
        rotation.tourner(1);
        assertThatThrownBy(() -> otherMaitre.ouvrir(wrapped(LAST), CoffreParPersonne.contexte(LAST)))
                .isInstanceOf(MaitresseEnRetardException.class);
        assertThatThrownBy(() -> open(other))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("en retard");
        Files.write(other.resolve("trousseau"), Files.readAllBytes(trousseau.path()));
        assertThat(otherMaitre.ouvrir(wrapped(LAST), CoffreParPersonne.contexte(LAST)))
                .hasSize(32);
        assertThat(otherMaitre.nombre()).isEqualTo(2);
        byte[] altered = wrapped(LAST);
        altered[20] ^= 1;
        assertThatThrownBy(() -> otherMaitre.ouvrir(altered, CoffreParPersonne.contexte(LAST)))
                .isInstanceOf(CoffreIllisibleException.class);
    }

    @Test
    void keys_put_back_from_a_copy_made_before_the_change_are_sealed_again_at_the_next_start() {
        byte[] before = wrapped(LAST);
        rotation.tourner(1);
        keys.template().update("UPDATE cle_de_personne SET cle = ? WHERE personne = ?", before, LAST.valeur());
        start(transactions);
        assertEveryoneReadable();
        rotation.afterSingletonsInstantiated();
        assertWholeUnder(2);
        assertThat(registre.last().details()).containsEntry("personnes", "1");
    }

    /** Where the power fails, and whether the file holds the new key by then; null where nothing is thrown. */
    private enum Fault {
        BEFORE_THE_FILE(false),
        AFTER_THE_FILE(true),
        AFTER_THE_COMMIT(true),
        AMONG_THE_KEYS(null),
        BEFORE_THE_SECRETS(null),
        BEFORE_THE_NOTE(null);

        private final Boolean afterTheFile;

        Fault(Boolean afterTheFile) {
            this.afterTheFile = afterTheFile;
        }
    }

    private void prepare(Fault fault) {
        switch (fault) {
            case BEFORE_THE_FILE -> registre.failAt(Acte.MAITRESSE_CHANGEE);
            case AFTER_THE_FILE -> rotation = rotation(new FailingCommit(databases.dataSource(), false));
            case AFTER_THE_COMMIT -> rotation = rotation(new FailingCommit(databases.dataSource(), true));
            case AMONG_THE_KEYS -> forbidOneKey();
            case BEFORE_THE_SECRETS -> secrets.failing = true;
            case BEFORE_THE_NOTE -> registre.failAt(Acte.MAITRESSE_RESCELLEE);
        }
    }

    private void repair(Fault fault) {
        registre.failAt(null);
        secrets.failing = false;
        if (fault == Fault.AMONG_THE_KEYS) {
            keys.template()
                    .execute(
                            databases == Databases.SQLITE
                                    ? "DROP TRIGGER panne"
                                    : "ALTER TABLE cle_de_personne DROP CONSTRAINT panne");
        }
    }

    /** The last slice of keys cannot be written; those before it can. */
    private void forbidOneKey() {
        var all = cles.toutes();
        String one = all.getLast().valeur();
        keys.template()
                .execute(
                        databases == Databases.SQLITE
                                ? "CREATE TRIGGER panne BEFORE UPDATE OF cle ON cle_de_personne WHEN NEW.personne = '"
                                        + one + "' BEGIN SELECT RAISE(ABORT, 'the power failed'); END"
                                : "ALTER TABLE cle_de_personne ADD CONSTRAINT panne CHECK (personne <> '" + one
                                        + "') NOT VALID");
    }

    private void assertWholeUnder(int number) {
        var contenu = trousseau.contenu();
        assertThat(new Maitresses(jdbc).toutes())
                .hasSize(number)
                .allMatch(Maitresses.Connue::achevee)
                .extracting(Maitresses.Connue::empreinte)
                .isEqualTo(contenu.empreintesDesMaitresses().subList(0, number));
        var inForce = new CoffreDesMaitresses(
                new Contenu(contenu.paires(), List.of(contenu.maitresses().get(number - 1))));
        cles.etats(cles.toutes())
                .forEach((person, state) -> assertThat(inForce.ouvrir(
                                ((ClesDesPersonnes.Etat.Connue) state).enveloppee(),
                                CoffreParPersonne.contexte(person)))
                        .hasSize(32));
        assertThat(secrets.open("ada", inForce)).isEqualTo("secret");
        assertEveryoneReadable();
    }

    private void assertEveryoneReadable() {
        assertThat(coffre.ouvrir(records).entrySet())
                .hasSize(records.size())
                .allMatch(read -> read.getValue() instanceof Lecture.Claire(var clear)
                        && new String(clear, StandardCharsets.UTF_8)
                                .equals(read.getKey().valeur()));
        assertThat(secrets.open("ada", maitre)).isEqualTo("secret");
    }

    private void arrive(PersonneId person) {
        records.put(person, coffre.sceller(person, text(person.valeur())).orElseThrow());
    }

    /** As a process starts: everything is read again from the file and the databases. */
    private void start(PlatformTransactionManager manager) {
        trousseau = open(folder);
        maitre = new CoffreDesMaitresses(trousseau.contenu(), new MaitressesDUneAutreInstance(trousseau, jdbc));
        secrets.under(maitre);
        coffre = new CoffreParPersonne(cles, maitre, CLOCK);
        rotation = rotation(manager);
    }

    private RotationDeLaMaitresse rotation(PlatformTransactionManager manager) {
        return new RotationDeLaMaitresse(trousseau, maitre, cles, secrets, jdbc, registre, manager, CLOCK);
    }

    private TrousseauFile open(Path where) {
        return new OuvertureDuTrousseau(where, jdbc, 256, CLOCK)
                .ouvrir("", Map.of(PhraseDePasse.VARIABLE, "cinq mots pris au hasard"), false);
    }

    private byte[] wrapped(PersonneId person) {
        return Optional.of(cles.etats(List.of(person)).get(person))
                .map(state -> ((ClesDesPersonnes.Etat.Connue) state).enveloppee())
                .orElseThrow();
    }

    private static PersonneId person(int number) {
        return new PersonneId("P" + number);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
