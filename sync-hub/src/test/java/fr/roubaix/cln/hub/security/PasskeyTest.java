package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.hub.HubScreens;

/** Passkeys, with a key of software in the place of a finger. */
class PasskeyTest extends HubScreens {

    private static final String MOT_DE_PASSE = "une phrase assez longue";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private CreationDeCompte creation;

    @Autowired
    private SecondFacteur secondFacteur;

    @Autowired
    private SecondsFacteurs seconds;

    @Autowired
    private ReinitialisationDuSecondFacteur reinitialisation;

    @Value("${cln.hub.adresse}")
    private String address;

    private final Identifiant maud = new Identifiant("maud.v");
    private byte[] secret = {};
    private Visitor visitor;
    private SoftwareKey key;

    @BeforeEach
    void somebodySignedIn() throws Exception {
        var demande =
                new CreationDeCompte.Demande("maud.v", "Maud", MOT_DE_PASSE, MOT_DE_PASSE, Set.of(Role.SECRETARIAT));
        as("ada", "ADMIN", () -> creation.creer(demande));
        secret = secondFacteur.proposer();
        seconds.inscrire(maud, secret, 0, clock.instant());
        visitor = newVisitor();
        visitor.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
        visitor.send("/connexion/code", "code", now());
        clock.advance(Duration.ofMinutes(1));
        key = new SoftwareKey("localhost", address);
    }

    @Test
    void a_key_added_after_proving_the_telephone_signs_in_alone() throws Exception {
        assertThat(add().getStatus()).isEqualTo(200);
        assertThat(visitor.open("/compte").getContentAsString()).contains("Mon appareil");
        var elsewhere = newVisitor();
        var answer = elsewhere.sendJson("/connexion/cle", key.sign(challenge(elsewhere), SoftwareKey.VERIFIED));
        assertThat(answer.getContentAsString()).isEqualTo("{\"suite\":\"/app/gestion\"}");
        assertThat(elsewhere.isIn()).isTrue();
    }

    @Test
    void a_session_alone_adds_no_key() throws Exception {
        assertThat(visitor.open("/compte/cle").getRedirectedUrl()).isEqualTo("/compte");
        assertThat(visitor.sendJson("/compte/cle/options", "").getStatus()).isEqualTo(403);
        visitor.send("/compte/cle/preuve", "code", "000000");
        assertThat(visitor.sendJson("/compte/cle/options", "").getStatus()).isEqualTo(403);
    }

    @Test
    void an_answer_serves_once() throws Exception {
        add();
        var elsewhere = newVisitor();
        String answer = key.sign(challenge(elsewhere), SoftwareKey.VERIFIED);
        assertThat(newVisitor().sendJson("/connexion/cle", answer).getStatus())
                .as("without a challenge")
                .isEqualTo(400);
        var other = newVisitor();
        challenge(other);
        assertThat(other.sendJson("/connexion/cle", answer).getStatus())
                .as("for another challenge")
                .isEqualTo(400);
        assertThat(elsewhere.sendJson("/connexion/cle", answer).getStatus()).isEqualTo(200);
        assertThat(other.isIn()).isFalse();
    }

    @Test
    void a_key_that_did_not_check_its_owner_is_refused() throws Exception {
        add();
        var thief = newVisitor();
        assertThat(thief.sendJson("/connexion/cle", key.sign(challenge(thief), SoftwareKey.PRESENT_ONLY))
                        .getStatus())
                .isEqualTo(400);
        assertThat(thief.isIn()).isFalse();
    }

    @Test
    void a_key_unknown_or_of_another_site_or_unreadable_is_refused() throws Exception {
        add();
        var stranger = newVisitor();
        var unknown = new SoftwareKey("localhost", address);
        assertThat(stranger.sendJson("/connexion/cle", unknown.sign(challenge(stranger), SoftwareKey.VERIFIED))
                        .getStatus())
                .isEqualTo(400);
        challenge(stranger);
        assertThat(stranger.sendJson("/connexion/cle", "{").getStatus()).isEqualTo(400);
        challenge(stranger);
        assertThat(stranger.sendJson("/connexion/cle", "{}").getStatus()).isEqualTo(400);
        key = new SoftwareKey("localhost", "https://mechant.exemple");
        clock.advance(Duration.ofMinutes(1));
        assertThat(add().getStatus()).as("of another site").isEqualTo(400);
    }

    @Test
    void a_key_is_taken_away_by_its_owner_alone_or_with_the_second_factor() throws Exception {
        add();
        String id = jdbc.sql("SELECT id FROM cle_d_acces").query(String.class).single();
        as(
                "ada",
                "ADMIN",
                () -> creation.creer(new CreationDeCompte.Demande(
                        "autre", "Autre", MOT_DE_PASSE, MOT_DE_PASSE, Set.of(Role.SECRETARIAT))));
        assertThat(context.getBean(ClesDAcces.class).retirer(new Identifiant("autre"), id))
                .isFalse();
        visitor.send("/compte/cle/retirer", "id", id);
        assertThat(count("cle_d_acces")).isZero();
        clock.advance(Duration.ofMinutes(1));
        key = new SoftwareKey("localhost", address);
        add();
        as("ada", "ADMIN", () -> {
            reinitialisation.reinitialiser(maud);
            return true;
        });
        assertThat(count("cle_d_acces")).isZero();
    }

    @Test
    void a_key_of_an_account_that_was_ended_opens_nothing() throws Exception {
        add();
        end();
        var elsewhere = newVisitor();
        assertThat(elsewhere
                        .sendJson("/connexion/cle", key.sign(challenge(elsewhere), SoftwareKey.VERIFIED))
                        .getStatus())
                .isEqualTo(400);
        assertThat(elsewhere.isIn()).isFalse();
    }

    private void end() {
        as("ada", "ADMIN", () -> {
            creation.creer(new CreationDeCompte.Demande(
                    "autre.admin", "Autre", MOT_DE_PASSE, MOT_DE_PASSE, Set.of(Role.ADMIN)));
            return context.getBean(ChangementDeCompte.class)
                    .desactiver(
                            maud, new DroitsDeCompte("Maud", Set.of(Role.SECRETARIAT), true), "Elle nous a quittés.");
        });
    }

    @Test
    void a_key_added_and_taken_away_stands_in_the_register_and_its_owner_is_told() throws Exception {
        assertThat(add().getContentAsString()).isEqualTo("{\"suite\":\"/compte?cle\"}");
        assertThat(visitor.open("/compte?cle").getContentAsString())
                .contains("La clé d’accès est ajoutée", "Clé d’accès ajoutée");
        String id = jdbc.sql("SELECT id FROM cle_d_acces").query(String.class).single();
        visitor.send("/compte/cle/retirer", "id", id);
        visitor.send("/compte/cle/retirer", "id", id);
        assertThat(visitor.open("/compte").getContentAsString()).contains("Clé d’accès retirée");
        String cle = "cle=" + id.substring(0, 12);
        assertThat(jdbc.sql("SELECT acte || ' ' || auteur || ' ' || details FROM registre WHERE details = ?"
                                + " ORDER BY numero")
                        .param(cle)
                        .query(String.class)
                        .list())
                .containsExactly("CLE_D_ACCES_AJOUTEE maud.v " + cle, "CLE_D_ACCES_RETIREE maud.v " + cle);
    }

    @Test
    void the_pages_that_offer_a_key_run_the_script_of_the_hub_and_no_other() throws Exception {
        assertThat(newVisitor().open("/connexion").getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(visitor.open("/compte").getHeader("Content-Security-Policy")).doesNotContain("script-src");
    }

    private org.springframework.mock.web.MockHttpServletResponse add() throws Exception {
        visitor.send("/compte/cle/preuve", "code", now());
        JsonNode options = read(visitor.sendJson("/compte/cle/options", "").getContentAsString());
        return visitor.sendJson(
                "/compte/cle?nom=Mon appareil",
                key.create(
                        options.get("challenge").asString(),
                        options.get("user").get("id").asString()));
    }

    private static String challenge(Visitor visitor) throws Exception {
        return read(visitor.sendJson("/connexion/cle/options", "").getContentAsString())
                .get("challenge")
                .asString();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private String now() {
        return Totp.code(secret, Totp.pas(clock.instant()));
    }

    private Visitor newVisitor() {
        return new Visitor(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
    }
}
