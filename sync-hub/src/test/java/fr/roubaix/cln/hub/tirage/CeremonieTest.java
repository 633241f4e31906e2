package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.Scratch;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.security.ActesConfirmes;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.tirage.Cahier.Desistement.Cause;
import fr.roubaix.cln.hub.tirage.Cahier.Mention.Genre;
import fr.roubaix.cln.testkit.time.HandClock;

/** The ceremony as people do it, in the whole application and on each database: two voices, races, refusals, rehearsals. */
@ParameterizedClass
@EnumSource(CeremonieTest.Base.class)
class CeremonieTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId.Publique PUBLIC = new CeremonieId.Publique(APPEL);
    private static final Map<Base, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Base.class);
    private static final SecurityContextHolderStrategy STRATEGY = SecurityContextHolder.getContextHolderStrategy();

    enum Base {
        SQLITE,
        POSTGRES
    }

    @Parameter
    private Base base;

    private ConfigurableApplicationContext hub;
    private SecurityContextHolderStrategy its;
    private CeremonieId id = PUBLIC;

    @BeforeEach
    void a_closed_call_with_forty_admissible_applications() throws IOException {
        hub = RUNNING.containsKey(base) ? RUNNING.get(base) : start();
        its = hub.getBean(SecurityContextHolderStrategy.class);
        SecurityContextHolder.setContextHolderStrategy(its);
        clock().set(Faits.START);
        var jdbc = hub.getBean(JdbcClient.class);
        List.of(
                        "acte_a_deux_voix",
                        "tirage",
                        "repetition",
                        "reconduit",
                        "paire_de_doublon",
                        "decision",
                        "candidature",
                        "registre_de_l_appel",
                        "appel")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le,
                                   ouvert_par, clos_le, clos_par, clos_motif)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v',
                        1812326400000, 'maud.v', '')
                """).update();
        as("claire.d", "TIRAGE");
        for (int i = 1; i <= 40; i++) {
            assertThat(hub.getBean(ReceptionDeCandidature.class)
                            .recevoir(Deliveries.of(
                                    i,
                                    "Nom",
                                    1950 + i,
                                    Secteur.parNumero(i % 5 + 1).orElseThrow(),
                                    i % 3 == 0 ? Parite.FEMMES : Parite.HOMMES,
                                    Faits.START.minus(Duration.ofDays(20)))))
                    .isEqualTo(ReceptionDeCandidature.Issue.RECUE);
        }
        jdbc.sql("UPDATE candidature SET etat = 'RECEVABLE', decidee_le = 1812326400000, decidee_par = 'maud.v'")
                .update();
    }

    @AfterEach
    void nobodyStaysSignedIn() {
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(STRATEGY);
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(ConfigurableApplicationContext::close);
        RUNNING.clear();
        SecurityContextHolder.setContextHolderStrategy(STRATEGY);
    }

    @Test
    void of_two_operators_on_the_same_throw_one_wins_and_the_other_is_told() throws Exception {
        upToTheSession(Optional.empty());
        int seen = pas();
        int thrower = thrower();
        Callable<Optional<Refus>> throwing = () -> {
            as("claire.d", "TIRAGE");
            return act().lancer(id, seen, "7", thrower);
        };
        try (var people = Executors.newFixedThreadPool(2)) {
            var issues = people.invokeAll(List.of(throwing, throwing)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(issues).containsExactlyInAnyOrder(Optional.empty(), Optional.of(Refus.L_ECRAN_A_CHANGE));
        }
        assertThat(digits()).isEqualTo("7");
    }

    @Test
    void a_throw_that_is_no_digit_writes_nothing() {
        upToTheSession(Optional.empty());
        int version = version();
        for (String typed : List.of("", "x", "12", "\uFF17", "\u0667", "7 ", "-1", "¹")) {
            assertThat(act().lancer(id, pas(), typed, thrower()))
                    .as("« " + typed + " »")
                    .contains(Refus.CHIFFRE_MAL_FORME);
        }
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void a_confirmation_falls_when_a_digit_moves_and_holds_when_somebody_remarks() {
        upToTheSession(Optional.empty());
        dice(30);
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        as("opposition", "OBSERVATEUR");
        assertThat(act().porter(id, Genre.REMARQUE, "On n’entend pas au fond.")).isEmpty();
        as("claire.d", "TIRAGE");
        assertThat(act().corriger(id, pas(), 3, "9")).isEmpty();
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        takeBack();
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        as("opposition", "OBSERVATEUR");
        assertThat(act().porter(id, Genre.REMARQUE, "On entend mieux.")).isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(act().corriger(id, pas(), 3, "1")).contains(Refus.GRAINE_DEJA_CONFIRMEE);
        assertThat(act().lancer(id, pas(), "1", thrower())).contains(Refus.GRAINE_DEJA_CONFIRMEE);
        assertThat(state().cahier().corrections()).singleElement().satisfies(c -> {
            assertThat(c.position()).isEqualTo(3);
            assertThat(c.apres()).contains(9);
            assertThat(c.acte().par().valeur()).isEqualTo("claire.d");
        });
    }

    @Test
    void a_round_of_drand_is_checked_before_it_enters_the_seed() {
        upToTheSession(Optional.of(Faits.ROUND));
        dice(29);
        String round = Long.toString(Faits.ROUND.tour());
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea(), Faits.SIGNATURE))
                .contains(Refus.DES_MANQUANTS);
        dice(1);
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea(), Faits.SIGNATURE))
                .contains(Refus.DRAND_PAS_ENCORE_PUBLIE);
        clock().set(Faits.ROUND.publieLe());
        assertThat(act().saisirDrand(id, pas(), "1", Faits.PROOF.alea(), Faits.SIGNATURE))
                .contains(Refus.DRAND_AUTRE_TOUR);
        assertThat(act().saisirDrand(id, pas(), round, "f".repeat(64), Faits.SIGNATURE))
                .contains(Refus.DRAND_ALEA_AUTRE_QUE_SIGNATURE);
        assertThat(act().saisirDrand(id, pas(), round, "f".repeat(63), Faits.SIGNATURE))
                .contains(Refus.DRAND_ALEA_MAL_FORME);
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea(), "ab".repeat(48)))
                .contains(Refus.DRAND_SIGNATURE_MAL_FORMEE);
        assertThat(act().proposerLaGraine(id, pas())).contains(Refus.DRAND_MANQUANT);
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea().toUpperCase(Locale.ROOT), Faits.SIGNATURE))
                .isEmpty();
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(state().tirage().orElseThrow())
                .isInstanceOfSatisfying(
                        Tirage.GraineConfirmee.class,
                        graine -> assertThat(graine.graine().texte())
                                .endsWith("|drand=" + round + ":" + Faits.PROOF.alea()));
    }

    @Test
    void a_round_that_is_published_already_cannot_be_announced_not_even_between_the_two_voices() {
        upToThePeople();
        assertThat(act().proposerLOuverture(id, pas(), Optional.of(Faits.ROUND)))
                .isEmpty();
        clock().set(Faits.ROUND.publieLe());
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        takeBack();
        assertThat(act().proposerLOuverture(id, pas(), Optional.of(Faits.ROUND)))
                .contains(Refus.DRAND_DEJA_PUBLIE);
    }

    @Test
    void a_withdrawal_annuls_the_freeze_before_the_first_die_and_is_a_refusal_after() {
        upToTheSession(Optional.empty());
        IdDeListe somebody = state().tirage()
                .orElseThrow()
                .arret()
                .liste()
                .lignes()
                .getFirst()
                .id();
        assertThat(act().noterLeDesistement(id, somebody, Cause.RETRAIT_DE_LA_PERSONNE))
                .contains(Refus.ANNULER_PLUTOT);
        var list = hub.getBean(ArretDeLaListe.class);
        assertThat(list.proposerLAnnulation(id, pas(), " ")).contains(Refus.MOTIF_MANQUANT);
        assertThat(list.proposerLAnnulation(id, pas(), "Une personne se retire"))
                .isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(frozen()).isFalse();
        assertThat(state().tirage()).isEmpty();
        upToTheSession(Optional.empty());
        assertThat(state().cahier().annules()).singleElement().satisfies(annule -> {
            assertThat(annule.motif()).isEqualTo("Une personne se retire");
            assertThat(annule.annulation().confirmePar()).isPresent();
        });
        dice(1);
        assertThat(list.proposerLAnnulation(id, pas(), "Une autre se retire")).contains(Refus.DES_ENTRES);
        var before = state().tirage().orElseThrow().arret();
        assertThat(act().noterLeDesistement(id, somebody, Cause.RETRAIT_DE_LA_PERSONNE))
                .isEmpty();
        assertThat(state().tirage().orElseThrow().arret()).isEqualTo(before);
        assertThat(lastAct()).startsWith("DESISTEMENT_NOTE appel 2027");
    }

    @Test
    void a_rehearsal_goes_to_its_end_and_touches_nothing_that_counts() {
        id = rehearse();
        upToTheSession(Optional.empty());
        assertThat(frozen()).isFalse();
        assertThat(state().tirage().orElseThrow().arret().liste().lignes())
                .hasSize(40)
                .allSatisfy(ligne -> assertThat(ligne.id().valeur()).startsWith("REPETITION-"));
        dice(30);
        both(act().proposerLaGraine(id, pas()));
        assertThat(act().tirer(id, pas())).isEmpty();
        assertThat(lastAct()).startsWith("TIRAGE_EFFECTUE répétition 1 de l’appel 2027");
        assertThat(act().reveler(id, pas(), 2)).isEmpty();
        assertThat(room().montres()).hasSize(2);
        both(act().proposerLaProclamation(id, pas()));
        both(act().proposerLaCloture(id, pas()));
        var published = hub.getBean(ProjectionDuTirage.class);
        assertThat(published.procesVerbal(APPEL)).isEmpty();
        assertThat(published.liste(APPEL)).isEmpty();
        assertThat(hub.getBean(Tirages.class).tirage(APPEL)).isEmpty();
        var thrown = (CeremonieId.Repetition) id;
        assertThat(hub.getBean(Repetitions.class).jeter(thrown)).isEmpty();
        assertThat(hub.getBean(Repetitions.class).jeter(thrown)).contains(Refus.REPETITION_INCONNUE);
        assertThat(act().choisir(thrown, 0, Lecture.SIEGE_RESERVE)).contains(Refus.REPETITION_INCONNUE);
        assertThat(rehearse()).isEqualTo(new CeremonieId.Repetition(APPEL, 2));
    }

    @Test
    void renewed_members_hold_their_seats_and_a_fifth_in_a_sector_is_refused_with_its_line() {
        var members = hub.getBean(InscriptionDesReconduits.class);
        assertThat(members.inscrire(
                        APPEL,
                        "secteur;sexe;classe\nNord;F;26-64\nNord;F;65+\nNORD;H;16-25\nnord;h;26-64\n\nNord;F;26-64"))
                .isEqualTo(
                        new InscriptionDesReconduits.Issue.LigneRefusee(7, LignesDeReconduits.Defaut.PLUS_DE_QUATRE));
        assertThat(members.inscrire(APPEL, "Nord;F;26-64\nLille;F;65+"))
                .isEqualTo(new InscriptionDesReconduits.Issue.LigneRefusee(2, LignesDeReconduits.Defaut.SECTEUR));
        assertThat(members.inscrire(APPEL, "Nord;F;26-64\nSud;H;65+"))
                .isEqualTo(new InscriptionDesReconduits.Issue.Inscrits(2));
        assertThat(hub.getBean(Reconduits.class).de(APPEL)).hasSize(2);
        both(hub.getBean(ArretDeLaListe.class).proposer(id));
        assertThat(state().tirage().orElseThrow().arret().liste().reconduits()).isEqualTo(2);
        assertThat(members.inscrire(APPEL, ""))
                .isEqualTo(new InscriptionDesReconduits.Issue.Refusee(Refus.DEJA_ARRETEE));
    }

    @Test
    void the_room_sees_digits_at_once_and_seats_at_the_pace_of_the_operator() {
        upToTheSession(Optional.empty());
        dice(30);
        assertThat(room().chiffres())
                .hasSize(30)
                .allSatisfy(c -> assertThat(c.lanceur().nom()).isEqualTo("Mme Delcourt"));
        both(act().proposerLaGraine(id, pas()));
        assertThat(act().tirer(id, pas())).isEmpty();
        assertThat(room().montres()).isEmpty();
        assertThat(hub.getBean(ProjectionDuTirage.class).procesVerbal(APPEL)).isEmpty();
        assertThat(act().reveler(id, pas(), 21)).contains(Refus.DEJA_REVELE);
        assertThat(act().reveler(id, pas(), 3)).isEmpty();
        assertThat(act().reveler(id, pas(), 3)).contains(Refus.DEJA_REVELE);
        assertThat(room().montres()).hasSize(3);
        both(act().proposerLaProclamation(id, pas()));
        assertThat(room().montres()).hasSize(room().sieges());
        assertThat(hub.getBean(ProjectionDuTirage.class).procesVerbal(APPEL)).isPresent();
    }

    @Test
    void the_papers_of_a_ceremony_hold_every_act_its_proofs_and_the_head_of_the_register() {
        upToTheSession(Optional.empty());
        dice(2);
        var papers = hub.getBean(PiecesDeLaCeremonie.class).de(id).orElseThrow();
        assertThat(papers.chronologie())
                .extracting(Tirages.Datee::genre)
                .containsExactly(
                        "LISTE_ARRETEE",
                        "LECTURE_CHOISIE",
                        "PLAN_CONFIRME",
                        "PRESENCE_INSCRITE",
                        "PRESENCE_INSCRITE",
                        "SEANCE_OUVERTE",
                        "DE_LANCE",
                        "DE_LANCE");
        assertThat(papers.etat()).isEqualTo(state());
        assertThat(papers.aDeuxVoix()).hasSize(3).noneMatch(ActesConfirmes.Confirme::surUnCompte);
        assertThat(papers.comptesChanges()).isEmpty();
        assertThat(papers.registre().numero()).isPositive();
        var counted = state().tirage().orElseThrow().arret().comptes();
        assertThat(counted).isEqualTo(new Comptes(40, 40, Map.of(), 0));
        assertThat(papers.sortNecessaire()).isTrue();
    }

    @Test
    void whoever_watches_may_remark_and_nothing_else_and_nobody_confirms_their_own_step() {
        upToThePeople();
        assertThat(act().proposerLOuverture(id, pas(), Optional.empty())).isEmpty();
        as("claire.d", "TIRAGE", "PRESIDENCE");
        var waiting = voices().enAttente().getFirst();
        assertThat(voices().confirmer(waiting.numero(), waiting.empreinte())).isEqualTo(DeuxVoix.Refus.MEME_PERSONNE);
        for (String role : List.of("OBSERVATEUR", "PRESIDENCE")) {
            as("autre", role);
            assertThatThrownBy(() -> act().lancer(id, pas(), "1", thrower())).isInstanceOf(AccessDeniedException.class);
            assertThat(act().porter(id, Genre.REMARQUE, "Vu.")).isEmpty();
        }
        as("maud.v", "SECRETARIAT");
        assertThatThrownBy(() -> act().porter(id, Genre.REMARQUE, "Vu.")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatever_is_tried_an_act_is_done_whole_with_its_row_in_the_register_or_not_at_all() {
        long seed = 6_2027;
        var random = new Random(seed);
        id = rehearse();
        upToThePeople();
        for (int i = 0; i < 150; i++) {
            int version = version();
            long rows = rows();
            boolean done = act(random).isEmpty();
            String where = "seed " + seed + ", act " + i;
            assertThat(version()).as(where).isBetween(version, version + 1);
            assertThat(rows() > rows).as(where).isEqualTo(done);
            assertThat(version() > version && !done).as(where).isFalse();
        }
        assertThat(version()).as("seed " + seed).isGreaterThan(40);
    }

    /** One act at random, on what the screen shows or on what it showed before. */
    private Optional<Refus> act(Random random) {
        int seen = random.nextInt(8) == 0 ? Math.max(0, pas() - 1) : pas();
        return switch (random.nextInt(14)) {
            case 0 -> answered(hub.getBean(ArretDeLaListe.class).proposer(id));
            case 1 -> act().choisir(id, seen, List.of(Lecture.values()).get(random.nextInt(2)));
            case 2 -> answered(act().proposerLePlan(id, seen));
            case 3 ->
                act().inscrire(
                                id,
                                seen,
                                "Témoin " + random.nextInt(9),
                                List.of(Qualite.values()).get(random.nextInt(6)),
                                true);
            case 4 -> answered(act().proposerLOuverture(id, seen, Optional.empty()));
            case 5, 6, 7, 8, 9 ->
                act().lancer(
                                id,
                                seen,
                                Integer.toString(random.nextInt(10)),
                                state().cahier().presents().isEmpty() ? 0 : thrower());
            case 10 -> act().corriger(id, seen, random.nextInt(12), Integer.toString(random.nextInt(10)));
            case 11 -> answered(act().proposerLaGraine(id, seen));
            case 12 -> act().tirer(id, seen);
            default -> act().porter(id, Genre.INCIDENT, "Bruit");
        };
    }

    private Optional<Refus> answered(Optional<Refus> proposed) {
        if (proposed.isEmpty()) {
            confirm();
        }
        return proposed;
    }

    private void upToThePeople() {
        both(hub.getBean(ArretDeLaListe.class).proposer(id));
        assertThat(act().choisir(id, pas(), Lecture.PRIORITE_ABSOLUE)).isEmpty();
        both(act().proposerLePlan(id, pas()));
        assertThat(act().inscrire(id, pas(), "Mme Delcourt", Qualite.CO_PRESIDENT, true))
                .isEmpty();
        assertThat(act().inscrire(id, pas(), "M. Amrani", Qualite.ELU_D_OPPOSITION, true))
                .isEmpty();
    }

    private void upToTheSession(Optional<AnnonceDrand> drand) {
        upToThePeople();
        both(act().proposerLOuverture(id, pas(), drand));
    }

    private void dice(int many) {
        for (int i = 0; i < many; i++) {
            assertThat(act().lancer(id, pas(), Integer.toString(i % 10), thrower()))
                    .isEmpty();
        }
    }

    private void both(Optional<Refus> proposed) {
        assertThat(proposed).isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
    }

    private DeuxVoix.Issue confirm() {
        as("presidence", "PRESIDENCE");
        var waiting = voices().enAttente().getFirst();
        var issue = voices().confirmer(waiting.numero(), waiting.empreinte());
        as("claire.d", "TIRAGE");
        return issue;
    }

    private void takeBack() {
        voices().retirer(voices().enAttente().getFirst().numero());
    }

    private CeremonieId rehearse() {
        return switch (hub.getBean(Repetitions.class).ouvrir(APPEL)) {
            case Repetitions.Issue.Ouverte(var opened) -> opened;
            case Repetitions.Issue.Refusee(var refus) -> throw new AssertionError(refus);
        };
    }

    private Ceremonie act() {
        return hub.getBean(Ceremonie.class);
    }

    private DeuxVoix voices() {
        return hub.getBean(DeuxVoix.class);
    }

    private EtatDuTirage state() {
        return hub.getBean(Tirages.class).etat(id);
    }

    private ProjectionDuTirage.Vue room() {
        return hub.getBean(ProjectionDuTirage.class).vue(id);
    }

    private int pas() {
        return state().pas();
    }

    private int version() {
        return state().version();
    }

    private int thrower() {
        return state().cahier().presents().getFirst().numero();
    }

    private String digits() {
        return state().tirage().orElseThrow() instanceof Tirage.AvecDes des ? des.chiffres() : "";
    }

    private boolean frozen() {
        return hub.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM registre_de_l_appel WHERE gelee = 1")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long rows() {
        return hub.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM registre")
                .query(Long.class)
                .single();
    }

    private String lastAct() {
        return hub.getBean(JdbcClient.class)
                .sql("SELECT acte || ' ' || objet FROM registre ORDER BY numero DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private void as(String name, String... roles) {
        var rights = AuthorityUtils.createAuthorityList(
                Arrays.stream(roles).map(role -> "ROLE_" + role).toArray(String[]::new));
        its.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, rights)));
    }

    private HandClock clock() {
        return hub.getBean(HandClock.class);
    }

    private ConfigurableApplicationContext start() throws IOException {
        var started = new SpringApplicationBuilder(HubApplication.class, Time.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run(
                        "--cln.hub.dossier=" + Scratch.folder("hub"),
                        "--cln.base=" + (base == Base.POSTGRES ? PostgresServer.newDatabase() : ""),
                        "--cln.hub.travaux.periode=PT0S");
        RUNNING.put(base, started);
        return started;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        HandClock handClock() {
            return new HandClock(Faits.START);
        }
    }
}
