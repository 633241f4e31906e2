package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.EnvelopeId;

/** What the store of applications keeps, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class CandidaturesContractTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final Instant RECUE = Instant.parse("2027-05-20T08:00:00Z");
    private static final Trace TRACE = new Trace(new Identifiant("maud.v"), RECUE.plusSeconds(60));

    private CandidaturesModifiables candidatures;
    private JdbcClient jdbc;

    @Parameter
    private Databases databases;

    @BeforeEach
    void anEmptyStoreWithOneCall() {
        jdbc = databases.without(
                "arret_annule", "tirage", "decision", "candidature", "registre_de_l_appel", "prolongation", "appel");
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        candidatures = new JdbcCandidatures(jdbc);
    }

    @Test
    void what_was_added_comes_back_whole() {
        var dossier = dossier(1, Optional.of(ClasseAge.DE_16_A_25), false);
        assertThat(candidatures.ajouter(dossier, envelope(1), new byte[] {1, 2, 3}))
                .isTrue();
        assertThat(candidatures.dossier(dossier.code())).contains(dossier);
        assertThat(candidatures.dossiers(APPEL)).containsExactly(dossier);
        assertThat(candidatures.identite(dossier.code())).contains(new byte[] {1, 2, 3});
        assertThat(candidatures.envelope(dossier.code())).contains(envelope(1));
    }

    @Test
    void an_erased_record_is_emptied_once_keeps_its_place_and_says_when() {
        var dossier = dossier(1, Optional.of(ClasseAge.DE_16_A_25), false);
        candidatures.ajouter(dossier, envelope(1), new byte[] {1, 2, 3});
        candidatures.ajouter(dossier(2, Optional.empty(), false), envelope(2), new byte[] {4});
        assertThat(candidatures.effacer(dossier.code(), RECUE)).isTrue();
        assertThat(candidatures.effacer(dossier.code(), RECUE.plusSeconds(60))).isFalse();
        assertThat(candidatures.identite(dossier.code()).orElse(new byte[0])).isEmpty();
        assertThat(candidatures.identite(new ReceiptCode(2))).contains(new byte[] {4});
        assertThat(candidatures.dossiers(APPEL)).hasSize(2);
        assertThat(jdbc.sql("SELECT scellement || ' ' || effacee_le || ' ' || length(identite) FROM candidature"
                                + " WHERE effacee_le IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("1 " + RECUE.toEpochMilli() + " 0");
    }

    @Test
    void the_same_envelope_or_the_same_code_is_added_once() {
        candidatures.ajouter(dossier(1, Optional.empty(), true), envelope(1), new byte[] {1});
        assertThat(candidatures.ajouter(dossier(2, Optional.empty(), true), envelope(1), new byte[] {2}))
                .isFalse();
        assertThat(candidatures.ajouter(dossier(1, Optional.empty(), true), envelope(2), new byte[] {2}))
                .isFalse();
        assertThat(candidatures.dossiers(APPEL)).hasSize(1);
        assertThat(candidatures.identite(new ReceiptCode(1))).contains(new byte[] {1});
    }

    @Test
    void a_decision_is_taken_once_and_every_decision_stays_written() {
        var dossier = dossier(1, Optional.of(ClasseAge.A_PARTIR_DE_65), false);
        candidatures.ajouter(dossier, envelope(1), new byte[] {1});
        var refus = new Statut.Irrecevable(MotifDIrrecevabilite.DOUBLON, "vu deux fois", TRACE.le(), TRACE.par());
        assertThat(candidatures.decider(dossier.code(), new Statut.AExaminer(), refus, TRACE))
                .isTrue();
        assertThat(candidatures.decider(dossier.code(), new Statut.AExaminer(), refus, TRACE))
                .isFalse();
        assertThat(candidatures.dossier(dossier.code()).orElseThrow().statut()).isEqualTo(refus);
        assertThat(candidatures.decider(dossier.code(), refus, new Statut.AExaminer(), TRACE))
                .isTrue();
        assertThat(jdbc.sql("SELECT etat FROM decision ORDER BY numero")
                        .query(String.class)
                        .list())
                .containsExactly("IRRECEVABLE", "DEPOSEE");
    }

    @Test
    void nothing_is_noted_as_a_decision_once_frozen_but_receptions_still_are() {
        candidatures.noter(APPEL);
        assertThat(candidatures.noterSiDegelee(APPEL)).isTrue();
        assertThat(candidatures.geler(APPEL, true)).isTrue();
        assertThat(candidatures.geler(APPEL, true)).isFalse();
        long changement = candidatures.changement(APPEL);
        assertThat(candidatures.noterSiDegelee(APPEL)).isFalse();
        assertThat(candidatures.changement(APPEL)).isEqualTo(changement);
        candidatures.noter(APPEL);
        assertThat(candidatures.changement(APPEL)).isGreaterThan(changement);
        assertThat(candidatures.gelee(APPEL)).isTrue();
        assertThat(candidatures.geler(APPEL, false)).isTrue();
        assertThat(candidatures.noterSiDegelee(APPEL)).isTrue();
    }

    private static Dossier dossier(long code, Optional<ClasseAge> classe, boolean horsDelai) {
        return new Dossier(
                new ReceiptCode(code),
                APPEL,
                Secteur.NORD,
                Parite.FEMMES,
                classe,
                Secteur.EST,
                LocalDate.of(2027, 5, 19).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                RECUE,
                horsDelai,
                new Statut.AExaminer());
    }

    private static EnvelopeId envelope(long number) {
        return new EnvelopeId(new UUID(0, number));
    }
}
