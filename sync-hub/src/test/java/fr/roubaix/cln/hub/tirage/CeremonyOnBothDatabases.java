package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
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
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.Scratch;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.testkit.time.HandClock;

/**
 * The whole application on each database, with a closed call and forty admissible applications: what tests of the ceremony share. One
 * application per database serves all of them, and ends with the run.
 */
@ParameterizedClass
@EnumSource(CeremonyOnBothDatabases.Base.class)
abstract class CeremonyOnBothDatabases {

    static final AppelId APPEL = new AppelId("2027");
    static final CeremonieId.Publique PUBLIC = new CeremonieId.Publique(APPEL);
    private static final Map<Base, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Base.class);
    private static final SecurityContextHolderStrategy STRATEGY = SecurityContextHolder.getContextHolderStrategy();

    enum Base {
        SQLITE,
        POSTGRES
    }

    @Parameter
    private Base base;

    ConfigurableApplicationContext hub;
    private SecurityContextHolderStrategy its;
    CeremonieId id = PUBLIC;

    @BeforeEach
    void a_closed_call_with_forty_admissible_applications() throws IOException {
        hub = RUNNING.containsKey(base) ? RUNNING.get(base) : start();
        its = hub.getBean(SecurityContextHolderStrategy.class);
        SecurityContextHolder.setContextHolderStrategy(its);
        clock().set(Faits.START);
        var jdbc = hub.getBean(JdbcClient.class);
        List.of(
                        "kiosk",
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

    final void upToThePeople() {
        both(hub.getBean(ArretDeLaListe.class).proposer(id));
        assertThat(act().choisir(id, pas(), Lecture.PRIORITE_ABSOLUE)).isEmpty();
        both(act().proposerLePlan(id, pas()));
        assertThat(act().inscrire(id, pas(), "Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true))
                .isEmpty();
        assertThat(act().inscrire(id, pas(), "M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true))
                .isEmpty();
    }

    final void upToTheSession(Optional<AnnonceDrand> drand) {
        upToTheSession(30, drand);
    }

    final void upToTheSession(int throwsAnnounced, Optional<AnnonceDrand> drand) {
        upToThePeople();
        both(act().proposerLOuverture(id, pas(), throwsAnnounced, drand));
    }

    final void dice(int many) {
        for (int i = 0; i < many; i++) {
            assertThat(act().lancer(id, pas(), Integer.toString(i % 10), thrower()))
                    .isEmpty();
        }
    }

    final void both(Optional<Refus> proposed) {
        assertThat(proposed).isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
    }

    final DeuxVoix.Issue confirm() {
        as("presidence", "PRESIDENCE");
        var waiting = voices().enAttente().getFirst();
        var issue = voices().confirmer(waiting.numero(), waiting.empreinte());
        as("claire.d", "TIRAGE");
        return issue;
    }

    final CeremonieId rehearse() {
        return switch (hub.getBean(Repetitions.class).ouvrir(APPEL)) {
            case Repetitions.Issue.Ouverte(var opened) -> opened;
            case Repetitions.Issue.Refusee(var refus) -> throw new AssertionError(refus);
        };
    }

    final Ceremonie act() {
        return hub.getBean(Ceremonie.class);
    }

    final DeuxVoix voices() {
        return hub.getBean(DeuxVoix.class);
    }

    final EtatDuTirage state() {
        return hub.getBean(Tirages.class).etat(id);
    }

    final ProjectionDuTirage.Vue room() {
        return hub.getBean(ProjectionDuTirage.class).vue(id);
    }

    final int pas() {
        return state().pas();
    }

    final int version() {
        return state().version();
    }

    final int thrower() {
        return state().cahier().presents().getFirst().numero();
    }

    final String digits() {
        return state().tirage().orElseThrow() instanceof Tirage.AvecDes des ? des.chiffres() : "";
    }

    final boolean frozen() {
        return hub.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM registre_de_l_appel WHERE gelee = 1")
                        .query(Long.class)
                        .single()
                > 0;
    }

    final long rows() {
        return hub.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM registre")
                .query(Long.class)
                .single();
    }

    final String lastAct() {
        return hub.getBean(JdbcClient.class)
                .sql("SELECT acte || ' ' || objet FROM registre ORDER BY numero DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    final void as(String name, String... roles) {
        var rights = AuthorityUtils.createAuthorityList(
                Arrays.stream(roles).map(role -> "ROLE_" + role).toArray(String[]::new));
        its.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, rights)));
    }

    final HandClock clock() {
        return hub.getBean(HandClock.class);
    }

    private ConfigurableApplicationContext start() throws IOException {
        var started = hubOn(base);
        RUNNING.put(base, started);
        return started;
    }

    /** The whole hub on a database of its own, at the instant a test says. */
    static ConfigurableApplicationContext hubOn(Base base) throws IOException {
        return new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> withTheClockOfTheTest(new GenericWebApplicationContext(new MockServletContext())))
                .properties("spring.main.lazy-initialization=true")
                .run(
                        "--cln.hub.dossier=" + Scratch.folder("hub"),
                        "--cln.base=" + (base == Base.POSTGRES ? PostgresServer.newDatabase() : ""),
                        "--cln.hub.travaux.periode=PT0S");
    }

    private static ConfigurableApplicationContext withTheClockOfTheTest(GenericWebApplicationContext context) {
        context.registerBean(
                "handClock",
                HandClock.class,
                () -> new HandClock(Faits.START),
                definition -> definition.setPrimary(true));
        return context;
    }
}
