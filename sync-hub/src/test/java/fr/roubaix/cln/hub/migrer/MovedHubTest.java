package fr.roubaix.cln.hub.migrer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.register.Constat;
import fr.roubaix.cln.hub.register.EtatsDuRegistre;
import fr.roubaix.cln.hub.security.Staff;

/** A hub with people, an erasure, staff and a register moves to PostgreSQL, and its people find everything there. */
class MovedHubTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");

    @TempDir
    private Path folder;

    private final String base = PostgresServer.newDatabase();
    private final Staff maud = new Staff("maud.v");
    private GenericWebApplicationContext hub;

    /** Each application brings its own; the one that other tests share must find its own again. */
    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @Test
    void names_erasures_second_factors_passkeys_and_the_register_are_what_they_were() throws Exception {
        start("");
        openCall();
        receive(1, "Benali");
        receive(2, "Lefebvre");
        maud.joins(hub);
        byte[] erased = sealed(1);
        assertThat(as(
                        "DPO",
                        () -> hub.getBean(EffacementDUnePersonne.class)
                                        .effacer(new ReceiptCode(7919), MotifDEffacement.DEMANDE)
                                instanceof EffacementDUnePersonne.Issue.Effacee))
                .isTrue();
        var before = as("DPO", () -> hub.getBean(EtatsDuRegistre.class).maintenant());
        assertThat(before.tete().numero()).isPositive();
        var passkeys = maud.passkeys(hub);
        hub.close();

        migrate();

        start(base);
        assertThat(as("SECRETARIAT", () -> ReadNames.of(hub, "2027"))).containsExactly("(effacée)", "Camille Lefebvre");
        var after = as("DPO", () -> hub.getBean(EtatsDuRegistre.class).maintenant());
        assertThat(after.constat()).isInstanceOf(Constat.Intacte.class);
        assertThat(after.tete()).isEqualTo(before.tete());
        assertThat(maud.passkeys(hub)).isEqualTo(passkeys).hasSize(1);
        assertThat(maud.signsIn(hub, Instant.now(Clock.systemUTC()))).isTrue();
        // What an old copy of the records still holds of the erased person opens no more than before.
        jdbc().sql("UPDATE candidature SET identite = ?, effacee_le = NULL WHERE code = ?")
                .params(erased, new ReceiptCode(7919).texte())
                .update();
        hub.close();
        start(base);
        assertThat(as("SECRETARIAT", () -> ReadNames.of(hub, "2027"))).containsExactly("(effacée)", "Camille Lefebvre");
        receive(3, "Martin");
        assertThat(as("SECRETARIAT", () -> ReadNames.of(hub, "2027"))).contains("Camille Martin");
        assertThat(folder.resolve("cles.db")).doesNotExist();
    }

    private byte[] sealed(long number) {
        return jdbc().sql("SELECT identite FROM candidature WHERE code = ?")
                .param(new ReceiptCode(number * 7919).texte())
                .query(byte[].class)
                .single();
    }

    private void migrate() {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int ended = new Migrer(Clock.systemUTC(), out, out)
                .run(List.of("--dossier", folder.toString()), Map.of("CLN_BASE", base));
        String words = said.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(words).isZero();
        assertThat(words).contains("Clés des personnes : 1 copiées et relues");
    }

    private void start(String address) {
        hub = (GenericWebApplicationContext) new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run("--cln.hub.dossier=" + folder, "--cln.base=" + address, "--cln.hub.travaux.periode=PT0S");
    }

    private void openCall() {
        jdbc().sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
    }

    private void receive(long number, String name) {
        new TransactionTemplate(hub.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> hub.getBean(ReceptionDeCandidature.class)
                        .recevoir(Deliveries.of(
                                number, name, 1980, Secteur.NORD, Parite.HOMMES, AT.plusSeconds(number))));
    }

    private static <T> T as(String role, Supplier<T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "quelqu.un", "", AuthorityUtils.createAuthorityList("ROLE_" + role)));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private JdbcClient jdbc() {
        return hub.getBean(JdbcClient.class);
    }
}
