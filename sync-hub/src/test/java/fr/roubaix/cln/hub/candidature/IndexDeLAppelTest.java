package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;

/** Two instances that read one database: each opens what changed and nothing else. */
@ParameterizedClass
@EnumSource(Databases.class)
class IndexDeLAppelTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");

    @Parameter
    private Databases databases;

    private final OpenCoffre here = new OpenCoffre();
    private final OpenCoffre elsewhere = new OpenCoffre();
    private JdbcClient jdbc;
    private JdbcCandidatures candidatures;
    private TransactionTemplate transaction;
    private final List<String> noted = new ArrayList<>();
    private IndexDeLAppel one;
    private IndexDeLAppel other;

    @BeforeEach
    void aCall() {
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
        transaction = new TransactionTemplate(new JdbcTransactionManager(databases.dataSource()));
        one = index(here);
        other = index(elsewhere);
    }

    private IndexDeLAppel index(OpenCoffre coffre) {
        return new IndexDeLAppel(
                candidatures,
                new Identites(coffre),
                new LimitationDesDossiers(jdbc, candidatures),
                (code, ecran) -> noted.add(code + " " + ecran));
    }

    @Test
    void only_what_arrived_or_was_decided_since_is_opened_whichever_instance_wrote_it() {
        receive(1, 50);
        assertThat(one.lignes(APPEL)).hasSize(50);
        assertThat(here.opened).isEqualTo(50);
        assertThat(one.lignes(APPEL)).isSameAs(one.lignes(APPEL));
        receive(51, 53);
        decide(7);
        assertThat(one.lignes(APPEL))
                .hasSize(53)
                .extracting(IndexDeLAppel.Ligne::nom)
                .doesNotContain("");
        assertThat(here.opened).isEqualTo(50 + 3 + 1);
        assertThat(one.lignes(APPEL))
                .isSortedAccordingTo(
                        (a, b) -> a.dossier().recueLe().compareTo(b.dossier().recueLe()));
        assertThat(statut(one, 7)).isInstanceOf(Statut.Recevable.class);
        assertThat(other.lignes(APPEL)).hasSize(53);
        assertThat(elsewhere.opened).isEqualTo(53);
        receive(54, 54);
        assertThat(other.lignes(APPEL)).isEqualTo(one.lignes(APPEL));
        assertThat(elsewhere.opened).isEqualTo(54);
    }

    @Test
    void an_erasure_and_a_removal_are_seen_by_both() {
        receive(1, 3);
        one.lignes(APPEL);
        other.lignes(APPEL);
        List.of(here, elsewhere).forEach(coffre -> coffre.effacer(Identites.personne(code(2)), AT));
        transaction.executeWithoutResult(_ -> {
            candidatures.noter(APPEL);
            candidatures.effacer(code(2), AT);
        });
        for (var index : List.of(one, other)) {
            assertThat(index.lignes(APPEL))
                    .filteredOn(ligne -> ligne.dossier().effacee())
                    .singleElement()
                    .extracting(IndexDeLAppel.Ligne::nom)
                    .isEqualTo("");
        }
        assertThat(candidatures.aExaminer(APPEL)).isEqualTo(2);
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("DELETE FROM candidature WHERE code = ?")
                    .param(code(1).texte())
                    .update();
            candidatures.noter(APPEL);
        });
        assertThat(one.lignes(APPEL)).hasSize(2);
        assertThat(other.lignes(APPEL)).hasSize(2);
    }

    private static Statut statut(IndexDeLAppel index, long number) {
        return index.lignes(APPEL).stream()
                .map(IndexDeLAppel.Ligne::dossier)
                .filter(dossier -> dossier.code().equals(code(number)))
                .findFirst()
                .orElseThrow()
                .statut();
    }

    private void decide(long number) {
        transaction.executeWithoutResult(_ -> {
            candidatures.noterSiDegelee(APPEL);
            var trace = new Trace(new Identifiant("maud.v"), AT);
            var vu = candidatures.dossier(code(number)).orElseThrow().vu();
            candidatures.decider(vu, new Statut.Recevable(AT, trace.par()), trace);
        });
    }

    private void receive(long from, long to) {
        var reception = new ReceptionDesEnveloppes(new OneCall(), candidatures, new Identites(here));
        transaction.executeWithoutResult(_ -> LongStream.rangeClosed(from, to)
                .forEach(number -> reception.recevoir(
                        Deliveries.of(number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, AT.plusSeconds(number)))));
    }

    private static ReceiptCode code(long number) {
        return Deliveries.of(number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, AT)
                .code();
    }

    private record OneCall() implements Appels {
        @Override
        public List<AppelSuivi> tous() {
            var appel = new Appel(
                    APPEL,
                    LocalDate.of(2027, 5, 5),
                    LocalDate.of(2027, 6, 6),
                    null,
                    LocalDate.of(2027, 6, 6),
                    LocalDate.of(2027, 6, 13),
                    "Mairie");
            return List.of(new AppelSuivi(appel, "Appel", Instant.EPOCH, new Identifiant("maud.v"), Optional.empty()));
        }

        @Override
        public Optional<AppelSuivi> trouver(AppelId id) {
            return tous().stream().filter(appel -> appel.id().equals(id)).findFirst();
        }
    }
}
