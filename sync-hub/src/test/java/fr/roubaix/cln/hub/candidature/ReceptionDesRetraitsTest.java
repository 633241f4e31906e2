package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature.Recue;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Recu;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Scelle;
import fr.roubaix.cln.hub.candidature.Retrait.Etat;
import fr.roubaix.cln.hub.candidature.Retrait.Raison;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.KeyId;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.Preuve;

/** Withdrawals that mairies send, and the applications they are about, in whatever order the network brings them. */
@ParameterizedClass
@EnumSource(Databases.class)
class ReceptionDesRetraitsTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final Instant LE = Instant.parse("2027-05-20T08:00:00Z");
    private static final AgentId MARIAM = new AgentId("m.diallo");
    private static final Preuve RECU = new Preuve.RecuScanne();
    private static final long SEED = 20_271_122L;

    private final Map<EnvelopeId, Preuve> sealed = new HashMap<>();
    private final List<Inscription> register = new ArrayList<>();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private JdbcCandidatures candidatures;
    private JdbcRetraits retraits;
    private ReceptionDesEnveloppes applications;
    private ReceptionDesRetraits withdrawals;

    @Parameter
    private Databases databases;

    @BeforeEach
    void aCall() {
        empty();
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        transaction = new TransactionTemplate(databases.transactions());
        candidatures = new JdbcCandidatures(jdbc);
        retraits = new JdbcRetraits(jdbc);
        var identites = new Identites(new OpenCoffre());
        applications = new ReceptionDesEnveloppes(new OneCall(), candidatures, identites);
        withdrawals = new ReceptionDesRetraits(
                retraits,
                candidatures,
                new LimitationDesDossiers(jdbc, candidatures),
                identites,
                scelle -> Optional.ofNullable(sealed.get(scelle.envelope())),
                new Notes());
    }

    @AfterEach
    void empty() {
        jdbc = databases.without(
                "retrait",
                "fiche_de_mairie",
                "limitation",
                "tirage",
                "repetition",
                "paire_de_doublon",
                "decision",
                "candidature",
                "registre_de_l_appel",
                "prolongation",
                "appel");
    }

    @Test
    void whatever_the_order_of_arrival_and_however_often_all_ends_the_same() {
        var random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            empty();
            aCall();
            register.clear();
            var deliveries = new ArrayList<Runnable>(List.of(
                    () -> apply(1),
                    () -> apply(2),
                    () -> apply(3),
                    () -> withdraw(11, 1, RECU),
                    () -> withdraw(12, 1, RECU),
                    () -> withdraw(13, 2, seen("BENALI", 1980)),
                    () -> withdraw(14, 9, RECU)));
            deliveries.addAll(List.copyOf(deliveries));
            Collections.shuffle(deliveries, random);
            deliveries.forEach(Runnable::run);
            String where = "seed " + SEED + ", round " + round;
            assertThat(status(1)).as(where).isInstanceOf(Statut.Retiree.class);
            assertThat(status(2)).as(where).isInstanceOf(Statut.Retiree.class);
            assertThat(status(3)).as(where).isInstanceOf(Statut.AExaminer.class);
            assertThat(candidatures.decisions(code(1))).as(where).hasSize(1);
            assertThat(candidatures.decisions(code(2))).as(where).hasSize(1);
            assertThat(Set.of(state(11), state(12))).as(where).isEqualTo(Set.of(Etat.APPLIQUE, Etat.SANS_EFFET));
            assertThat(state(13)).as(where).isEqualTo(Etat.APPLIQUE);
            assertThat(state(14)).as(where).isEqualTo(Etat.ATTEND);
            assertThat(register.stream().map(Inscription::acte))
                    .as(where)
                    .containsExactly(Acte.CANDIDATURE_RETIREE, Acte.CANDIDATURE_RETIREE);
            assertThat(retraits.ouverts()).as(where).hasSize(1);
        }
    }

    @Test
    void a_withdrawal_says_by_whom_and_reaches_the_kiosks_as_a_change_of_status() {
        apply(1);
        long before = candidatures.dossier(code(1)).orElseThrow().changement();
        withdraw(11, 1, RECU);
        var dossier = candidatures.dossier(code(1)).orElseThrow();
        assertThat(dossier.statut())
                .isEqualTo(new Statut.Retiree(
                        Statut.VoieDeRetrait.GUICHET, LE.plusSeconds(30), new Identifiant("m.diallo")));
        assertThat(dossier.changement()).isGreaterThan(before);
        assertThat(new JdbcChangementsDeStatut(jdbc).entre(before, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(change -> assertThat(change.statut()).isEqualTo(fr.roubaix.cln.sync.Statut.RETIREE));
        assertThat(register.getFirst().details())
                .containsEntry("agent", "m.diallo")
                .containsEntry("mairie", "NORD")
                .containsEntry("preuve", "reçu scanné");
    }

    @Test
    void who_shows_another_identity_withdraws_nothing_and_the_secretariat_decides() {
        apply(1);
        for (Preuve other : List.of(seen("Benhali", 1980), seen("Benali", 1981))) {
            withdraw(other.hashCode(), 1, other);
            assertThat(status(1)).isInstanceOf(Statut.AExaminer.class);
            assertThat(raison(other.hashCode())).contains(Raison.AUTRE_IDENTITE);
            assertThat(retraits.scelle(envelope(other.hashCode())))
                    .as("what was sealed stays for the secretariat to compare")
                    .isPresent();
        }
        assertThat(register).isEmpty();
    }

    @Test
    void a_name_is_the_same_however_it_is_written() {
        apply(1);
        withdraw(11, 1, seen("BÉN-ALI", 1980));
        assertThat(status(1)).isInstanceOf(Statut.Retiree.class);
        assertThat(retraits.scelle(envelope(11)))
                .as("nobody has to read it any more")
                .isEmpty();
    }

    @Test
    void once_the_list_is_frozen_nothing_is_withdrawn_by_itself_whichever_comes_first() {
        apply(1);
        withdraw(12, 2, RECU);
        transaction.executeWithoutResult(_ -> candidatures.geler(APPEL, true));
        withdraw(11, 1, RECU);
        apply(2);
        for (int number : List.of(11, 12)) {
            assertThat(state(number)).isEqualTo(Etat.A_DECIDER);
            assertThat(raison(number)).contains(Raison.LISTE_ARRETEE);
        }
        assertThat(status(1)).isInstanceOf(Statut.AExaminer.class);
        assertThat(status(2)).isInstanceOf(Statut.AExaminer.class);
        assertThat(retraits.aDecider()).isEqualTo(2);
        assertThat(register).isEmpty();
    }

    @Test
    void a_restricted_file_or_one_found_inadmissible_is_for_staff() {
        apply(1);
        apply(2);
        transaction.executeWithoutResult(
                _ -> new LimitationDesDossiers(jdbc, candidatures).limiter(code(1), new Identifiant("dpo"), LE));
        decide(
                2,
                new Statut.Irrecevable(
                        MotifDIrrecevabilite.RESIDENCE, Precisions.aucunes(), LE, new Identifiant("maud.v")));
        withdraw(11, 1, RECU);
        withdraw(12, 2, RECU);
        assertThat(raison(11)).contains(Raison.LIMITEE);
        assertThat(raison(12)).contains(Raison.NON_RECEVABLE);
    }

    @Test
    void an_admissible_application_is_withdrawn_like_any_other_and_an_erased_one_has_nothing_to_withdraw() {
        apply(1);
        apply(2);
        decide(1, new Statut.Recevable(LE, new Identifiant("maud.v")));
        transaction.executeWithoutResult(_ -> {
            candidatures.noter(APPEL);
            candidatures.effacer(code(2), LE);
        });
        withdraw(11, 1, RECU);
        withdraw(12, 2, RECU);
        assertThat(status(1)).isInstanceOf(Statut.Retiree.class);
        assertThat(state(12)).isEqualTo(Etat.SANS_EFFET);
        assertThat(raison(12)).contains(Raison.EFFACEE);
    }

    @Test
    void erasing_a_person_empties_what_was_sealed_of_their_withdrawal() {
        apply(1);
        withdraw(11, 1, seen("Autre", 1980));
        assertThat(retraits.scelle(envelope(11))).isPresent();
        transaction.executeWithoutResult(_ -> {
            candidatures.noter(APPEL);
            candidatures.effacer(code(1), LE);
        });
        assertThat(retraits.scelle(envelope(11))).isEmpty();
    }

    @Test
    void a_withdrawal_whose_seal_nobody_opens_any_more_is_for_staff() {
        withdraw(11, 1, RECU);
        sealed.clear();
        apply(1);
        assertThat(raison(11)).contains(Raison.IDENTITE_ILLISIBLE);
        assertThat(status(1)).isInstanceOf(Statut.AExaminer.class);
    }

    @Test
    void a_form_copied_in_a_mairie_keeps_its_dates_and_counts_there_even_when_it_came_by_post() {
        var first = onPaper(1, "NORD0001", Optional.empty());
        var posted = onPaper(2, "NORD0002", Optional.of(LocalDate.of(2027, 5, 18)));
        var again = onPaper(3, "NORD0001", Optional.empty());
        var issues = transaction.execute(_ ->
                List.of(applications.recevoir(first), applications.recevoir(posted), applications.recevoir(again)));
        assertThat(issues)
                .containsExactly(
                        ReceptionDeCandidature.Issue.RECUE,
                        ReceptionDeCandidature.Issue.RECUE,
                        ReceptionDeCandidature.Issue.ORIGINAL_DEJA_SAISI);
        assertThat(candidatures.fichesPapier(APPEL)).isEqualTo(Map.of(Secteur.NORD, 2));
        assertThat(candidatures.papier(code(2))).isEqualTo(posted.papier());
        assertThat(candidatures.dossier(code(2)).orElseThrow().alertes())
                .as("the same second look as a form that the secretariat enters")
                .containsExactlyInAnyOrder(Dossier.Alerte.SECTEUR_A_VERIFIER, Dossier.Alerte.FICHE_A_VERIFIER);
    }

    private static Recue onPaper(long number, String original, Optional<LocalDate> posted) {
        var plain = delivery(number);
        return new Recue(
                plain.envelope(),
                plain.code(),
                plain.fiche(),
                plain.mairie(),
                plain.deposeeLe(),
                plain.recueLe(),
                new Circonstances(
                        posted.isPresent() ? Origine.COURRIER : Origine.PAPIER,
                        Optional.of(new NumeroDOriginal(original)),
                        Optional.of("m.diallo"),
                        false,
                        true,
                        false),
                Optional.of(new ReceptionDeCandidature.Papier(LocalDate.of(2027, 5, 20), posted)));
    }

    private void apply(long number) {
        transaction.executeWithoutResult(_ -> {
            var delivery = delivery(number);
            applications.recevoir(delivery);
            withdrawals.arrivee(delivery.code(), LE.plusSeconds(30));
        });
    }

    private void withdraw(long envelope, long number, Preuve proof) {
        sealed.put(envelope(envelope), proof);
        var scelle = new Scelle(
                envelope(envelope), new KioskId(3), new KeyId("0123456789abcdef"), Bytes.of(new byte[] {1, 2}));
        transaction.executeWithoutResult(_ -> withdrawals.recevoir(
                new Recu(scelle, code(number), MARIAM, Secteur.NORD, LE, LE.plusSeconds(30)), proof));
    }

    private void decide(long number, Statut status) {
        transaction.executeWithoutResult(_ -> {
            candidatures.noter(APPEL);
            candidatures.decider(
                    candidatures.dossier(code(number)).orElseThrow().vu(),
                    status,
                    new Trace(new Identifiant("maud.v"), LE));
        });
    }

    private Statut status(long number) {
        return candidatures.dossier(code(number)).orElseThrow().statut();
    }

    private Etat state(long envelope) {
        return retraits.retrait(envelope(envelope)).orElseThrow().etat();
    }

    private Optional<Raison> raison(long envelope) {
        return retraits.retrait(envelope(envelope)).orElseThrow().raison();
    }

    private static Recue delivery(long number) {
        return Deliveries.of(number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, LE);
    }

    private static ReceiptCode code(long number) {
        return delivery(number).code();
    }

    private static EnvelopeId envelope(long number) {
        return new EnvelopeId(new UUID(9, number));
    }

    private static Preuve seen(String name, int birthYear) {
        return new Preuve.IdentiteVue(new Nom(name), new DateDeNaissance(LocalDate.of(birthYear, 3, 14)));
    }

    private static final class OneCall implements Appels {
        @Override
        public List<AppelSuivi> tous() {
            return List.of(new AppelSuivi(
                    new Appel(
                            APPEL,
                            LocalDate.of(2027, 5, 5),
                            LocalDate.of(2027, 6, 6),
                            null,
                            LocalDate.of(2027, 6, 6),
                            LocalDate.of(2027, 6, 13),
                            "Mairie"),
                    "Appel",
                    Instant.EPOCH,
                    new Identifiant("maud.v"),
                    Optional.empty()));
        }

        @Override
        public Optional<AppelSuivi> trouver(AppelId id) {
            return tous().stream().filter(appel -> appel.id().equals(id)).findFirst();
        }
    }

    /** A register in memory. */
    private final class Notes implements Registre {
        @Override
        public long inscrire(Inscription acte) {
            throw new IllegalStateException("nobody is signed in");
        }

        @Override
        public long inscrire(Auteur auteur, Inscription acte) {
            assertThat(auteur).isEqualTo(Auteur.systeme());
            register.add(acte);
            return register.size();
        }

        @Override
        public Tete tete() {
            return new Tete(0, "");
        }

        @Override
        public Optional<Tete> derniere(Acte acte, String objet) {
            return Optional.empty();
        }

        @Override
        public List<Fait> derniers(String objet, Set<Acte> actes, int combien) {
            return List.of();
        }
    }
}
