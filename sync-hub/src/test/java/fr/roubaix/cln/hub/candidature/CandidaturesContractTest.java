package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Bytes;
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
    }

    @Test
    void what_was_added_comes_back_whole() {
        var dossier = dossier(1, Optional.of(ClasseAge.DE_16_A_25), false);
        assertThat(candidatures.ajouter(dossier, envelope(1), new byte[] {1, 2, 3}))
                .isTrue();
        assertThat(candidatures.dossier(dossier.code()).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("changement")
                .isEqualTo(dossier);
        assertThat(candidatures.dossiers(APPEL)).hasSize(1);
        assertThat(candidatures.identite(dossier.code())).contains(new byte[] {1, 2, 3});
        assertThat(candidatures.envelope(dossier.code())).contains(envelope(1));
    }

    @Test
    void what_is_corrected_takes_the_place_of_what_was_shown_once() {
        var dossier = dossier(1, Optional.of(ClasseAge.DE_16_A_25), false);
        candidatures.ajouter(dossier, envelope(1), new byte[] {1, 2, 3});
        candidatures.ajouter(dossier(2, Optional.empty(), false), envelope(2), new byte[] {4});
        var shown = candidatures.dossier(dossier.code()).orElseThrow();
        candidatures.noter(APPEL);
        var other = shown.rectifie(Secteur.EST, Parite.SANS_PREFERENCE, Optional.empty(), true);
        assertThat(candidatures.rectifier(shown.vu(), other, new byte[] {9})).isTrue();
        assertThat(candidatures.rectifier(shown.vu(), shown, new byte[] {8}))
                .as("shown before")
                .isFalse();
        var now = candidatures.dossier(dossier.code()).orElseThrow();
        assertThat(now).usingRecursiveComparison().ignoringFields("changement").isEqualTo(other);
        assertThat(now.changement()).isGreaterThan(shown.changement());
        assertThat(candidatures.identite(dossier.code())).contains(new byte[] {9});
        assertThat(candidatures.identite(new ReceiptCode(2))).contains(new byte[] {4});
        candidatures.effacer(dossier.code(), RECUE);
        assertThat(candidatures.rectifier(
                        candidatures.dossier(dossier.code()).orElseThrow().vu(), shown, new byte[] {7}))
                .as("erased")
                .isFalse();
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
        var vu = candidatures.dossier(dossier.code()).orElseThrow().vu();
        var refus = new Statut.Irrecevable(
                MotifDIrrecevabilite.DOUBLON,
                sealed(1),
                TRACE.le(),
                TRACE.par(),
                Optional.of(new Identifiant("claire.d")));
        candidatures.numeroter();
        assertThat(candidatures.decider(vu, refus, TRACE)).isTrue();
        assertThat(candidatures.decider(vu, refus, TRACE))
                .as("it changed since it was shown")
                .isFalse();
        var ensuite = candidatures.dossier(dossier.code()).orElseThrow();
        assertThat(ensuite.statut()).isEqualTo(refus);
        assertThat(candidatures.decider(ensuite.vu(), new Statut.AExaminer(), OptionalLong.of(0), TRACE))
                .isTrue();
        assertThat(jdbc.sql("SELECT etat FROM decision ORDER BY numero")
                        .query(String.class)
                        .list())
                .containsExactly("IRRECEVABLE", "DEPOSEE");
    }

    private static Precisions sealed(int number) {
        return new Precisions.Scellees(Bytes.of(new byte[] {0, (byte) 0xff, (byte) number}));
    }

    @Test
    void words_about_a_person_are_never_stored_in_clear() {
        var dossier = dossier(1, Optional.of(ClasseAge.A_PARTIR_DE_65), false);
        candidatures.ajouter(dossier, envelope(1), new byte[] {1});
        var vu = candidatures.dossier(dossier.code()).orElseThrow().vu();
        var refus = new Statut.Irrecevable(
                MotifDIrrecevabilite.RESIDENCE, new Precisions.Claires("Lille"), TRACE.le(), TRACE.par());
        assertThatThrownBy(() -> candidatures.decider(vu, refus, TRACE)).isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM decision").query(Long.class).single())
                .isZero();
    }

    @Test
    void words_kept_in_clear_by_an_earlier_version_are_sealed_once_and_dropped_for_whoever_was_erased() {
        candidatures.ajouter(dossier(1, Optional.empty(), false), envelope(1), new byte[] {1});
        candidatures.ajouter(dossier(2, Optional.empty(), false), envelope(2), new byte[] {2});
        jdbc.sql("UPDATE candidature SET etat = 'IRRECEVABLE', motif = 'RESIDENCE', precisions = 'vit à Lille',"
                        + " decidee_le = 1, decidee_par = 'maud.v'")
                .update();
        for (int number = 1; number <= 250; number++) {
            jdbc.sql(
                            "INSERT INTO decision (code, numero, etat, motif, precisions, le, par) SELECT code, ?, 'IRRECEVABLE',"
                                    + " 'RESIDENCE', 'vit à Lille', 1, 'maud.v' FROM candidature")
                    .param(number)
                    .update();
        }
        var coffre = new OpenCoffre();
        var mots = new MotsDesAgents(coffre);
        coffre.effacer(Identites.personne(new ReceiptCode(2)), RECUE);
        var scellement = new ScellementDesPrecisions(jdbc, databases.database(), mots, databases.transactions());
        assertThat(scellement.reprendre()).as("nothing is noted").isZero();
        jdbc.sql("INSERT INTO reprise_a_faire (nom) VALUES ('SCELLER_LES_PRECISIONS')")
                .update();
        assertThat(scellement.reprendre()).isEqualTo(502);
        assertThat(scellement.reprendre()).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM reprise_a_faire")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(candidatures
                        .dossier(new ReceiptCode(1))
                        .orElseThrow()
                        .statut()
                        .precisions())
                .satisfies(words -> assertThat(
                                mots.ouvrir(new ReceiptCode(1), words).texte())
                        .isEqualTo("vit à Lille"));
        assertThat(candidatures.decisions(new ReceiptCode(1)))
                .hasSize(250)
                .allMatch(decision -> decision.statut().precisions() instanceof Precisions.Scellees);
        assertThat(candidatures.decisions(new ReceiptCode(2)))
                .allMatch(decision -> decision.statut().precisions().equals(Precisions.aucunes()));
    }

    static List<Statut> every_status() {
        var demande = new DemandeDeComplement(
                EnumSet.of(DemandeDeComplement.Manque.SIGNATURE, DemandeDeComplement.Manque.ADRESSE),
                sealed(2),
                LocalDate.of(2027, 6, 4),
                DemandeDeComplement.Moyen.TELEPHONE);
        return List.of(
                new Statut.ACompleter(demande, Optional.empty(), TRACE.le(), TRACE.par()),
                new Statut.ACompleter(
                        demande,
                        Optional.of(new Statut.Faite(LocalDate.of(2027, 5, 21), new Identifiant("lina.d"))),
                        TRACE.le(),
                        TRACE.par()),
                new Statut.Completee(TRACE.le(), TRACE.par()),
                new Statut.IrrecevabiliteProposee(MotifDIrrecevabilite.RESIDENCE, sealed(3), TRACE.le(), TRACE.par()),
                new Statut.Irrecevable(MotifDIrrecevabilite.INCOMPLETE, sealed(4), TRACE.le(), TRACE.par()),
                new Statut.Recevable(TRACE.le(), TRACE.par()),
                new Statut.Retiree(Statut.VoieDeRetrait.COURRIER, TRACE.le(), TRACE.par()));
    }

    @Test
    void every_status_and_its_history_come_back_whole_and_an_author_keeps_what_he_decided() {
        var dossier = dossier(1, Optional.of(ClasseAge.A_PARTIR_DE_65), false);
        candidatures.ajouter(dossier, envelope(1), new byte[] {1});
        for (Statut statut : every_status()) {
            candidatures.numeroter();
            var vu = candidatures.dossier(dossier.code()).orElseThrow().vu();
            assertThat(candidatures.decider(vu, statut, TRACE)).isTrue();
            assertThat(candidatures.dossier(dossier.code()).orElseThrow().statut())
                    .isEqualTo(statut);
        }
        assertThat(candidatures.decisions(dossier.code()))
                .extracting(Decision::statut)
                .isEqualTo(every_status());
        // Taken back by somebody else: the author of what holds again stays the same.
        candidatures.numeroter();
        var autre = new Trace(new Identifiant("claire.d"), RECUE.plusSeconds(600));
        var histoire = candidatures.decisions(dossier.code());
        assertThat(Decision.avant(histoire)).hasValue(6);
        assertThat(candidatures.decider(
                        candidatures.dossier(dossier.code()).orElseThrow().vu(),
                        histoire.get(5).statut(),
                        OptionalLong.of(6),
                        autre))
                .isTrue();
        assertThat(candidatures.dossier(dossier.code()).orElseThrow().statut())
                .isEqualTo(new Statut.Recevable(TRACE.le(), TRACE.par()));
        assertThat(candidatures.decisions(dossier.code()).getLast().par()).isEqualTo(autre.par());
        assertThat(Decision.avant(candidatures.decisions(dossier.code()))).hasValue(5);
    }

    @Test
    void what_the_database_counts_is_what_one_would_count_by_reading_every_application() {
        var random = new java.util.Random(48);
        var statuts = List.of(
                new Statut.AExaminer(),
                new Statut.Recevable(TRACE.le(), TRACE.par()),
                new Statut.Completee(TRACE.le(), TRACE.par()),
                new Statut.Retiree(Statut.VoieDeRetrait.COURRIER, TRACE.le(), TRACE.par()),
                new Statut.Irrecevable(
                        MotifDIrrecevabilite.RESIDENCE, sealed(5), TRACE.le(), TRACE.par(), Optional.empty()),
                new Statut.IrrecevabiliteProposee(MotifDIrrecevabilite.RESIDENCE, sealed(5), TRACE.le(), TRACE.par()));
        var classes = List.of(
                Optional.<ClasseAge>empty(), Optional.of(ClasseAge.DE_16_A_25), Optional.of(ClasseAge.DE_26_A_64));
        for (int i = 1; i <= 60; i++) {
            var dossier = dossier(i, classes.get(random.nextInt(classes.size())), false);
            candidatures.ajouter(dossier, envelope(i), new byte[] {1});
            var vu = candidatures.dossier(dossier.code()).orElseThrow().vu();
            candidatures.numeroter();
            assertThat(candidatures.decider(vu, statuts.get(random.nextInt(statuts.size())), TRACE))
                    .isTrue();
            if (random.nextInt(5) == 0) {
                candidatures.effacer(dossier.code(), RECUE);
            }
        }
        var tous = candidatures.dossiers(APPEL);
        assertThat(candidatures.aExaminer(APPEL))
                .isEqualTo(tous.stream()
                        .filter(d -> d.statut().attend() && !d.effacee())
                        .count())
                .isBetween(1L, 59L);
        assertThat(candidatures.aSuivre(APPEL))
                .isNotEmpty()
                .isEqualTo(tous.stream()
                        .filter(d -> d.attendUnSecondRegard()
                                || d.secteurAVerifier()
                                || (d.statut() instanceof Statut.ACompleter && !d.effacee()))
                        .toList());
        var attendus = tous.stream()
                .filter(d -> d.statut().enJeu())
                .collect(java.util.stream.Collectors.groupingBy(
                        Dossier::classe, java.util.stream.Collectors.counting()));
        var comptes = candidatures.effectifs(APPEL);
        assertThat(comptes).hasSameSizeAs(attendus.keySet()).allSatisfy(compte -> {
            assertThat(compte.secteur()).isEqualTo(Secteur.NORD);
            assertThat(compte.parite()).isEqualTo(Parite.FEMMES);
            assertThat((long) compte.nombre()).isEqualTo(attendus.get(compte.classe()));
        });
    }

    @Test
    void how_an_application_came_in_is_kept_and_an_original_is_entered_once() {
        var papier = new Circonstances(
                Origine.PAPIER, Optional.of(new NumeroDOriginal("EST-0007")), Optional.of("lina.d"), true, true, false);
        var dossier = dossier(1, Optional.empty(), false, papier);
        assertThat(candidatures.ajouter(dossier, envelope(1), new byte[] {1})).isTrue();
        assertThat(candidatures.dossier(dossier.code()).orElseThrow().circonstances())
                .isEqualTo(papier);
        assertThat(candidatures.ajouter(dossier(2, Optional.empty(), false, papier), envelope(2), new byte[] {1}))
                .isFalse();
        assertThat(candidatures.parOriginal(APPEL, new NumeroDOriginal("EST-0007")))
                .contains(dossier.code());
        assertThat(candidatures.fichesPapier(APPEL)).containsExactly(java.util.Map.entry(Secteur.EST, 1));
    }

    @Test
    void an_answer_on_two_people_is_given_once_until_it_is_lifted() {
        var paires = new JdbcPairesDeDoublon(jdbc);
        for (long code : new long[] {1, 2, 3}) {
            candidatures.ajouter(dossier(code, Optional.empty(), false), envelope(code), new byte[] {1});
        }
        var a = new ReceiptCode(1);
        var b = new ReceiptCode(2);
        assertThat(paires.decider(b, a, Optional.empty(), TRACE)).isTrue();
        assertThat(paires.decider(a, b, Optional.of(a), TRACE)).isFalse();
        assertThat(paires.decidees(APPEL))
                .singleElement()
                .matches(paire -> paire.gardee().isEmpty());
        assertThat(paires.lever(a, b, TRACE)).isTrue();
        assertThat(paires.lever(a, b, TRACE)).isFalse();
        assertThat(paires.decider(a, b, Optional.of(b), TRACE)).isTrue();
        assertThat(paires.decidees(a))
                .singleElement()
                .matches(paire -> paire.autre(a).equals(b));
        assertThat(paires.decidees(new ReceiptCode(3))).isEmpty();
        paires.lever(b, TRACE);
        assertThat(paires.decidees(APPEL))
                .as("the one that was kept lifts nothing")
                .hasSize(1);
        paires.lever(a, TRACE);
        assertThat(paires.decidees(APPEL)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM paire_de_doublon")
                        .query(Long.class)
                        .single())
                .as("nothing is removed")
                .isEqualTo(2);
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
        return dossier(code, classe, horsDelai, Circonstances.BORNE);
    }

    private static Dossier dossier(
            long code, Optional<ClasseAge> classe, boolean horsDelai, Circonstances circonstances) {
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
                new Statut.AExaminer(),
                circonstances,
                0,
                Optional.empty());
    }

    private static EnvelopeId envelope(long number) {
        return new EnvelopeId(new UUID(0, number));
    }
}
