package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.EnvelopeId;

/** Nobody who asks for changes after a number ever misses one, however transactions overlap. */
@ParameterizedClass
@EnumSource(Databases.class)
class ChangementsDeStatutTest {

    private static final long SEED = 20261122;
    private static final AppelId APPEL = new AppelId("2027");
    private static final java.time.Instant AT = java.time.Instant.parse("2027-05-20T08:00:00Z");
    private static final Trace TRACE = new Trace(new Identifiant("maud.v"), AT);
    private static final int WRITERS = 6;
    private static final int EACH = 30;

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private JdbcCandidatures candidatures;
    private ChangementsDeStatut changements;
    private TransactionTemplate transaction;

    @BeforeEach
    void oneCall() {
        jdbc = databases.without(
                "tirage",
                "repetition",
                "paire_de_doublon",
                "decision",
                "candidature",
                "registre_de_l_appel",
                "prolongation",
                "appel");
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        candidatures = new JdbcCandidatures(jdbc);
        changements = new JdbcChangementsDeStatut(jdbc);
        transaction = new TransactionTemplate(new JdbcTransactionManager(databases.dataSource()));
    }

    @Test
    void a_reception_then_a_decision_are_told_in_this_order_each_application_once() {
        long before = changements.dernier();
        receive(1);
        receive(2);
        decide(1);
        assertThat(changements.dernier()).isEqualTo(before + 3);
        assertThat(changements.entre(before, before + 3, 10))
                .extracting(
                        c -> c.numero() - before,
                        c -> c.code().bits(),
                        c -> c.statut().mot())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, 2L, "RECUE"),
                        org.assertj.core.groups.Tuple.tuple(3L, 1L, "RECEVABLE"));
        assertThat(changements.entre(before, before + 3, 1)).hasSize(1);
    }

    @Test
    void what_is_undone_takes_no_number() {
        long before = changements.dernier();
        transaction.executeWithoutResult(status -> {
            receive(1);
            status.setRollbackOnly();
        });
        assertThat(changements.dernier()).isEqualTo(before);
        assertThat(changements.entre(before, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_reader_who_follows_writers_that_overlap_sees_every_change() throws Exception {
        long before = changements.dernier();
        var writing = new AtomicBoolean(true);
        Callable<TreeMap<Long, String>> reader = () -> {
            var seen = new TreeMap<Long, String>();
            long after = before;
            boolean last = false;
            while (!last) {
                last = !writing.get();
                long upTo = changements.dernier();
                for (var change : changements.entre(after, upTo, Integer.MAX_VALUE)) {
                    seen.put(change.code().bits(), change.statut().mot());
                }
                after = upTo;
            }
            return seen;
        };
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var read = threads.submit(reader);
            var writers = new ArrayList<Callable<Integer>>();
            for (int w = 0; w < WRITERS; w++) {
                writers.add(writer(w));
            }
            for (var done : threads.invokeAll(writers)) {
                assertThat(done.get()).as("seed %d", SEED).isEqualTo(EACH);
            }
            writing.set(false);
            var seen = read.get();
            assertThat(seen).as("seed %d", SEED).hasSize(WRITERS * EACH).containsValue("RECEVABLE");
            jdbc.sql("SELECT code, etat FROM candidature").query(row -> {
                long bits = JdbcCandidatures.code(row).bits();
                assertThat(seen.get(bits))
                        .as("the last word on %d, seed %d", bits, SEED)
                        .isEqualTo(row.getString("etat").equals("DEPOSEE") ? "RECUE" : row.getString("etat"));
            });
        }
    }

    /** Receives, and sometimes decides in the same transaction, with a pause of the database between the two. */
    private Callable<Integer> writer(int writer) {
        var random = new Random(SEED + writer);
        return () -> {
            for (int i = 0; i < EACH; i++) {
                int number = 1 + writer * EACH + i;
                boolean decided = random.nextBoolean();
                transaction.executeWithoutResult(_ -> {
                    receive(number);
                    if (decided) {
                        decide(number);
                    }
                });
            }
            return EACH;
        };
    }

    private void receive(long number) {
        candidatures.noter(APPEL);
        var dossier = new Dossier(
                new ReceiptCode(number),
                APPEL,
                Secteur.NORD,
                Parite.FEMMES,
                Optional.empty(),
                Secteur.NORD,
                AT,
                AT,
                false,
                new Statut.AExaminer());
        assertThat(candidatures.ajouter(dossier, new EnvelopeId(new UUID(7, number)), new byte[] {1}))
                .isTrue();
    }

    private void decide(long number) {
        assertThat(candidatures.noterSiDegelee(APPEL)).isTrue();
        assertThat(candidatures.decider(
                        candidatures
                                .dossier(new ReceiptCode(number))
                                .orElseThrow()
                                .vu(),
                        new Statut.Recevable(TRACE.le(), TRACE.par()),
                        TRACE))
                .isTrue();
    }
}
