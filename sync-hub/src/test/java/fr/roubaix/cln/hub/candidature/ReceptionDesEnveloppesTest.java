package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature.Issue;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature.Recue;
import fr.roubaix.cln.hub.security.Identifiant;

/** Applications received many at a time, in one transaction. */
@ParameterizedClass
@EnumSource(Databases.class)
class ReceptionDesEnveloppesTest {

    private static final Instant PREMIER = Instant.parse("2027-05-20T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2028-05-20T08:00:00Z");

    private final CountedAppels appels = new CountedAppels();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private ReceptionDesEnveloppes reception;

    @Parameter
    private Databases databases;

    @BeforeEach
    void twoCalls() {
        jdbc = databases.without(
                "tirage",
                "repetition",
                "paire_de_doublon",
                "decision",
                "candidature",
                "registre_de_l_appel",
                "prolongation",
                "appel");
        for (AppelSuivi suivi : appels.appels) {
            jdbc.sql("""
                            INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                            VALUES (?, 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                            """).param(suivi.id().valeur()).update();
        }
        transaction = new TransactionTemplate(new JdbcTransactionManager(databases.dataSource()));
        reception = new ReceptionDesEnveloppes(appels, new JdbcCandidatures(jdbc), new Identites(new OpenCoffre()));
    }

    @Test
    void a_batch_reads_the_calls_once_notes_each_of_them_once_and_numbers_every_application() {
        assertThat(recevoir(1, PREMIER, 3)).containsOnly(Issue.RECUE);
        assertThat(appels.readings).isEqualTo(1);
        transaction.executeWithoutResult(_ ->
                LongStream.range(10, 16).forEach(i -> reception.recevoir(recue(i, i % 2 == 0 ? PREMIER : SECOND))));
        assertThat(appels.readings).isEqualTo(2);
        assertThat(changements("2027")).isEqualTo(2);
        assertThat(changements("2028")).isEqualTo(1);
        var numbers = jdbc.sql("SELECT changement FROM candidature ORDER BY changement")
                .query(Long.class)
                .list();
        assertThat(numbers).hasSize(9).doesNotHaveDuplicates();
        assertThat(numbers.getLast())
                .isEqualTo(jdbc.sql("SELECT dernier FROM changement_de_statut")
                        .query(Long.class)
                        .single());
    }

    @Test
    void what_a_failed_batch_noted_is_noted_again_by_the_next() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    reception.recevoir(recue(1, PREMIER));
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(recevoir(1, PREMIER, 2)).containsOnly(Issue.RECUE);
        assertThat(changements("2027")).isEqualTo(1);
    }

    @Test
    void the_same_envelope_again_is_known_and_a_code_is_given_once_even_within_a_batch() {
        var first = recue(1, PREMIER);
        var sameCode = new Recue(
                recue(2, PREMIER).envelope(),
                first.code(),
                first.fiche(),
                first.mairie(),
                first.deposeeLe(),
                first.recueLe());
        var issues = transaction.execute(
                _ -> List.of(reception.recevoir(first), reception.recevoir(first), reception.recevoir(sameCode)));
        assertThat(issues).containsExactly(Issue.RECUE, Issue.DEJA_RECUE, Issue.CODE_DEJA_PRIS);
    }

    private List<Issue> recevoir(long from, Instant at, int count) {
        return transaction.execute(_ -> LongStream.range(from, from + count)
                .mapToObj(i -> reception.recevoir(recue(i, at)))
                .toList());
    }

    private long changements(String appel) {
        return jdbc.sql("SELECT changement FROM registre_de_l_appel WHERE appel = ?")
                .param(appel)
                .query(Long.class)
                .single();
    }

    private static Recue recue(long number, Instant at) {
        return Deliveries.of(number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, at);
    }

    /** Two calls, the most recent first, and how often they were read. */
    private static final class CountedAppels implements Appels {
        private final List<AppelSuivi> appels = List.of(appel(2028), appel(2027));
        private int readings;

        @Override
        public List<AppelSuivi> tous() {
            readings++;
            return appels;
        }

        @Override
        public Optional<AppelSuivi> trouver(AppelId id) {
            return appels.stream().filter(appel -> appel.id().equals(id)).findFirst();
        }

        private static AppelSuivi appel(int year) {
            var appel = new Appel(
                    new AppelId(Integer.toString(year)),
                    LocalDate.of(year, 5, 5),
                    LocalDate.of(year, 6, 6),
                    null,
                    LocalDate.of(year, 6, 6),
                    LocalDate.of(year, 6, 13),
                    "Mairie");
            return new AppelSuivi(appel, "Appel", Instant.EPOCH, new Identifiant("maud.v"), Optional.empty());
        }
    }
}
