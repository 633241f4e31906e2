package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.verifier.Verdict;
import fr.roubaix.cln.verifier.Verification;

/** The application is stopped and started again on the same folder between any two stages of a draw. */
class DrawAcrossRestartsTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId ID = new CeremonieId.Publique(APPEL);
    private static final String DES = "407291380556213799028815504417";

    @TempDir
    private Path folder;

    private byte[] liste = {};

    /** Each application brings its own; the one that other tests share must find its own again. */
    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    @AfterEach
    void nobodyStaysSignedIn() {
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @Test
    void each_stage_is_found_again_and_the_files_verify_at_the_end() {
        running(hub -> {
            receive(hub);
            assertThat(hub.getBean(ArretDeLaListe.class).proposer(ID)).isEmpty();
        });
        running(hub -> {
            second(hub);
            liste = tirage(hub).arret().liste().octets();
        });
        running(hub -> {
            assertThat(tirage(hub)).isInstanceOf(Tirage.ListeArretee.class);
            assertThat(act(hub).proposerLePlan(ID, seen(hub))).contains(Refus.LECTURE_MANQUANTE);
            assertThat(act(hub).choisir(ID, seen(hub), Lecture.SIEGE_RESERVE)).isEmpty();
            assertThat(act(hub).proposerLePlan(ID, seen(hub))).isEmpty();
        });
        running(DrawAcrossRestartsTest::second);
        running(hub -> {
            assertThat(tirage(hub)).isInstanceOf(Tirage.PlanConfirme.class);
            assertThat(act(hub).choisir(ID, seen(hub), Lecture.PRIORITE_ABSOLUE))
                    .contains(Refus.PLAN_DEJA_CONFIRME);
            assertThat(act(hub).inscrire(ID, seen(hub), "Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true))
                    .isEmpty();
            assertThat(act(hub).proposerLOuverture(ID, seen(hub), 30, Optional.empty()))
                    .contains(Refus.OPPOSITION_MANQUANTE);
            assertThat(act(hub).inscrire(ID, seen(hub), "M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true))
                    .isEmpty();
            assertThat(act(hub).proposerLOuverture(ID, seen(hub), 30, Optional.empty()))
                    .isEmpty();
            second(hub);
        });
        for (String digits : List.of(DES.substring(0, 11), DES.substring(11, 22), DES.substring(22))) {
            running(hub -> digits.chars()
                    .forEach(
                            digit -> assertThat(act(hub).lancer(ID, seen(hub), Character.toString(digit), thrower(hub)))
                                    .isEmpty()));
        }
        running(hub -> {
            assertThat(tirage(hub)).isInstanceOf(Tirage.DesEnCours.class);
            assertThat(hub.getBean(ArretDeLaListe.class).proposerLAnnulation(ID, seen(hub), "Trop tard"))
                    .contains(Refus.DES_ENTRES);
            assertThat(act(hub).tirer(ID, seen(hub))).contains(Refus.GRAINE_NON_CONFIRMEE);
            assertThat(act(hub).proposerLaGraine(ID, seen(hub))).isEmpty();
            second(hub);
        });
        running(hub -> {
            assertThat(act(hub).lancer(ID, seen(hub), "1", thrower(hub))).contains(Refus.GRAINE_DEJA_CONFIRMEE);
            assertThat(act(hub).tirer(ID, seen(hub))).isEmpty();
        });
        running(hub -> {
            assertThat(tirage(hub)).isInstanceOf(Tirage.Tire.class);
            assertThat(tirage(hub).arret().liste().octets()).isEqualTo(liste);
            assertThat(act(hub).tirer(ID, seen(hub))).contains(Refus.DEJA_TIRE);
            verify(hub.getBean(Tirages.class).procesVerbal(APPEL).orElseThrow());
            assertThat(act(hub).proposerLaProclamation(ID, seen(hub))).isEmpty();
            second(hub);
        });
        running(hub -> {
            assertThat(tirage(hub)).isInstanceOf(Tirage.Proclame.class);
            assertThat(act(hub).proposerLaCloture(ID, seen(hub))).isEmpty();
            second(hub);
            assertThat(act(hub).porter(ID, Cahier.Mention.Genre.REMARQUE, "Trop tard"))
                    .contains(Refus.PROCES_VERBAL_CLOS);
        });
    }

    private void verify(byte[] pv) {
        assertThat(Verification.verifier(pv, liste)).isInstanceOf(Verdict.Conforme.class);
        for (int at = 0; at < pv.length; at += 97) {
            byte[] altered = pv.clone();
            altered[at] ^= 1;
            assertThat(Verification.verifier(altered, liste))
                    .as("one bit changed at byte %d", at)
                    .isNotInstanceOf(Verdict.Conforme.class);
        }
    }

    /** Forty applications of a closed call, all admissible. */
    private static void receive(ConfigurableApplicationContext hub) {
        var jdbc = hub.getBean(JdbcClient.class);
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le,
                                   ouvert_par, clos_le, clos_par, clos_motif)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v',
                        1812326400000, 'maud.v', '')
                """).update();
        var at = Instant.parse("2027-05-20T08:00:00Z");
        for (int i = 1; i <= 40; i++) {
            var secteur = Secteur.parNumero(i % 5 + 1).orElseThrow();
            var parite = i % 3 == 0 ? Parite.FEMMES : Parite.HOMMES;
            assertThat(hub.getBean(ReceptionDeCandidature.class)
                            .recevoir(Deliveries.of(i, "Nom", 1950 + i, secteur, parite, at)))
                    .isEqualTo(ReceptionDeCandidature.Issue.RECUE);
        }
        jdbc.sql("UPDATE candidature SET etat = 'RECEVABLE', decidee_le = 1812326400000, decidee_par = 'maud.v'")
                .update();
    }

    /** The presidency says yes to what the draw proposes. */
    private static void second(ConfigurableApplicationContext hub) {
        signIn("presidence", "PRESIDENCE");
        var voices = hub.getBean(DeuxVoix.class);
        var waiting = voices.enAttente().getFirst();
        assertThat(voices.confirmer(waiting.numero(), waiting.empreinte()))
                .isEqualTo(new DeuxVoix.Issue.Faite(waiting.numero()));
        signIn("claire.d", "TIRAGE");
    }

    private static Ceremonie act(ConfigurableApplicationContext hub) {
        return hub.getBean(Ceremonie.class);
    }

    private static int seen(ConfigurableApplicationContext hub) {
        return hub.getBean(Tirages.class).etat(ID).pas();
    }

    private static int thrower(ConfigurableApplicationContext hub) {
        return hub.getBean(Tirages.class)
                .etat(ID)
                .cahier()
                .presents()
                .getFirst()
                .numero();
    }

    private static void signIn(String name, String role) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_" + role))));
    }

    private static Tirage tirage(ConfigurableApplicationContext hub) {
        return hub.getBean(Tirages.class).tirage(APPEL).orElseThrow();
    }

    /** The whole application, without a port, from start to stop. */
    private void running(Consumer<ConfigurableApplicationContext> stage) {
        try (var hub = new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run("--cln.hub.dossier=" + folder)) {
            signIn("claire.d", "TIRAGE");
            stage.accept(hub);
        }
    }
}
