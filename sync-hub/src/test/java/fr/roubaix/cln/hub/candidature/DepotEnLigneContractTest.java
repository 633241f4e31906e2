package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.DepotEnLigne.Issue;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.testkit.time.HandClock;

/** What the form at home leaves in the hub, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class DepotEnLigneContractTest {

    private static final Instant NOW = Instant.parse("2027-05-20T08:00:00.123456Z");

    private final HandClock clock = new HandClock(NOW);
    private final OneCall appels = new OneCall();
    private JdbcClient jdbc;
    private JdbcCandidatures candidatures;
    private DepotEnLigne depot;

    @Parameter
    private Databases databases;

    @BeforeEach
    void anOpenCall() {
        jdbc = databases.without(
                "tirage", "repetition", "decision", "candidature", "registre_de_l_appel", "prolongation", "appel");
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        candidatures = new JdbcCandidatures(jdbc);
        depot = depot(new ReceptionDesEnveloppes(appels, candidatures, new Identites(new OpenCoffre())));
    }

    @Test
    void an_application_is_kept_like_one_that_a_kiosk_delivered() {
        var issue = (Issue.Enregistree) depot.deposer(depot.commencer(), form("Belkacem", 1957));
        var dossier = candidatures.dossier(issue.code()).orElseThrow();
        assertThat(dossier.appel()).isEqualTo(new AppelId("2027"));
        assertThat(dossier.secteur()).isEqualTo(Secteur.NORD);
        assertThat(dossier.deposeeLe()).isEqualTo(issue.le()).isEqualTo(Instant.parse("2027-05-20T08:00:00.123Z"));
        assertThat(dossier.horsDelai()).isFalse();
        assertThat(dossier.statut()).isEqualTo(new Statut.AExaminer());
        assertThat(candidatures.changement(dossier.appel())).isEqualTo(1);
        assertThat(candidatures.identite(issue.code()))
                .hasValueSatisfying(kept -> assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8))
                        .contains("Belkacem"));
    }

    @Test
    void the_same_draft_again_is_the_same_application_even_once_the_call_is_closed() {
        var draft = depot.commencer();
        var first = depot.deposer(draft, form("Belkacem", 1957));
        clock.set(Instant.parse("2027-06-06T22:00:00Z"));
        assertThat(depot.deposer(draft, form("Belkacem", 1957))).isEqualTo(first);
        assertThat(candidatures.nombre(new AppelId("2027"))).isEqualTo(1);
    }

    @Test
    void a_person_who_applied_already_is_told_nothing_and_both_are_kept_for_staff() {
        depot.deposer(depot.commencer(), form("Belkacem", 1957));
        assertThat(depot.deposer(depot.commencer(), form("Belkacem", 1957))).isInstanceOf(Issue.Enregistree.class);
        assertThat(candidatures.nombre(new AppelId("2027"))).isEqualTo(2);
    }

    @Test
    void nothing_is_stored_before_the_first_day_after_the_last_or_once_staff_closed() {
        for (String late : List.of("2027-05-04T21:59:59Z", "2027-06-06T22:00:00Z")) {
            clock.set(Instant.parse(late));
            assertThat(depot.appelEnCours()).isEmpty();
            assertThat(depot.deposer(depot.commencer(), form("Belkacem", 1957))).isEqualTo(new Issue.AppelFerme());
        }
        clock.back();
        appels.close(NOW.minusSeconds(1));
        assertThat(depot.deposer(depot.commencer(), form("Belkacem", 1957))).isEqualTo(new Issue.AppelFerme());
        assertThat(candidatures.nombre(new AppelId("2027"))).isZero();
    }

    @Test
    void somebody_under_sixteen_on_the_reference_date_leaves_nothing() {
        assertThat(depot.deposer(depot.commencer(), form("Belkacem", 2012)))
                .isEqualTo(new Issue.TropJeune(LocalDate.of(2028, 3, 14)));
        assertThat(candidatures.nombre(new AppelId("2027"))).isZero();
    }

    @Test
    void a_code_that_is_taken_is_replaced_by_another_one() {
        var real = new ReceptionDesEnveloppes(appels, candidatures, new Identites(new OpenCoffre()));
        var taken = new TakenOnce(real);
        var issue = (Issue.Enregistree) depot(taken).deposer(depot.commencer(), form("Belkacem", 1957));
        assertThat(issue.code()).isNotEqualTo(taken.refused);
        assertThat(candidatures.dossier(issue.code())).isPresent();
    }

    @Test
    void a_failure_after_the_application_was_written_leaves_nothing_and_the_draft_may_be_sent_again() {
        var real = new ReceptionDesEnveloppes(appels, candidatures, new Identites(new OpenCoffre()));
        var draft = depot.commencer();
        var failing = depot(recue -> {
            real.recevoir(recue);
            throw new IllegalStateException("the disk is full");
        });
        assertThat(failing.deposer(draft, form("Belkacem", 1957))).isEqualTo(new Issue.Impossible());
        assertThat(candidatures.nombre(new AppelId("2027"))).isZero();
        assertThat(depot.deposer(draft, form("Belkacem", 1957))).isInstanceOf(Issue.Enregistree.class);
        assertThat(candidatures.nombre(new AppelId("2027"))).isEqualTo(1);
    }

    @Test
    void the_next_call_is_the_first_that_opens() {
        assertThat(depot.prochainAppel()).isEmpty();
        clock.set(Instant.parse("2027-05-01T08:00:00Z"));
        assertThat(depot.prochainAppel()).map(Appel::ouvreLe).contains(LocalDate.of(2027, 5, 5));
    }

    private DepotEnLigne depot(ReceptionDeCandidature reception) {
        return new DepotEnLigne(
                appels,
                new ReceptionAuHub(reception),
                candidatures,
                new JdbcTransactionManager(databases.dataSource()),
                clock);
    }

    private static FicheDeCandidature form(String name, int birthYear) {
        return Deliveries.of(1, name, birthYear, Secteur.NORD, Parite.FEMMES, NOW)
                .fiche();
    }

    /** Says of the first code it is shown that it is taken. */
    private static final class TakenOnce implements ReceptionDeCandidature {
        private final ReceptionDeCandidature real;
        private ReceiptCode refused;

        TakenOnce(ReceptionDeCandidature real) {
            this.real = real;
        }

        @Override
        public Issue recevoir(Recue recue) {
            if (refused == null) {
                refused = recue.code();
                return Issue.CODE_DEJA_PRIS;
            }
            return real.recevoir(recue);
        }
    }

    /** The call of the spring of 2027. */
    private static final class OneCall implements Appels {
        private Optional<AppelSuivi.Cloture> cloture = Optional.empty();

        void close(Instant at) {
            cloture = Optional.of(new AppelSuivi.Cloture(at, new Identifiant("maud.v"), "Essai"));
        }

        @Override
        public List<AppelSuivi> tous() {
            var appel = new Appel(
                    new AppelId("2027"),
                    LocalDate.of(2027, 5, 5),
                    LocalDate.of(2027, 6, 6),
                    null,
                    LocalDate.of(2027, 6, 6),
                    LocalDate.of(2027, 6, 13),
                    "Mairie");
            return List.of(new AppelSuivi(appel, "Appel", appel.ouverture(), new Identifiant("maud.v"), cloture));
        }

        @Override
        public Optional<AppelSuivi> trouver(AppelId id) {
            return tous().stream().filter(suivi -> suivi.id().equals(id)).findFirst();
        }
    }
}
