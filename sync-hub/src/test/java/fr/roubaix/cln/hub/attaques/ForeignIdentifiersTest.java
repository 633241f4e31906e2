package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.hub.security.Role;

/** What a name or a number in an address or a form opens to whom it does not belong to. */
class ForeignIdentifiersTest extends AttackedHub {

    /** Foreign to everybody: unknown, malformed, dangerous, endless. */
    private static final List<String> STRANGE = List.of(
            UUID.nameUUIDFromBytes(new byte[] {1}).toString(),
            "0",
            "-1",
            "99999",
            "99999999999999999999",
            "1 OR 1=1",
            "' OR '1'='1",
            "'; DROP TABLE compte; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\u0000",
            "é".repeat(40),
            "9".repeat(50_000));

    private static final Pattern DOWNLOAD = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\]+");

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        var victim = staff(Role.DPO);
        String session = jdbc.sql("SELECT id FROM session_ouverte WHERE identifiant = 'agent.dpo'")
                .query(String.class)
                .single();
        var attacker = staff(Role.SECRETARIAT);
        attacker.submit("/compte", "/compte/sessions/fermer", "id", session);
        assertThat(victim.get("/compte").status()).isEqualTo(200);
        for (String id : STRANGE) {
            assertThat(attacker.submit("/compte", "/compte/sessions/fermer", "id", id)
                            .location())
                    .isEqualTo("/compte");
        }
        assertThat(victim.get("/compte").status()).isEqualTo(200);
        assertThat(attacker.get("/compte").status()).isEqualTo(200);
    }

    @Test
    void nobody_takes_away_the_passkey_of_somebody_else() {
        staff(Role.DPO);
        jdbc.sql("INSERT INTO titulaire_de_cles (identifiant, poignee) VALUES ('agent.dpo', 'UE9J')")
                .update();
        jdbc.sql("""
                INSERT INTO cle_d_acces VALUES ('Q0xF', 'UE9J', 'Clé', ?, ?, ?, 0, 1, '', 0, 0, 1, 1)""").params(new byte[1], new byte[1], new byte[1]).update();
        var attacker = staff(Role.ADMIN);
        attacker.submit("/compte", "/compte/cle/retirer", "id", "Q0xF");
        for (String id : STRANGE) {
            assertThat(attacker.submit("/compte", "/compte/cle/retirer", "id", id)
                            .location())
                    .isEqualTo("/compte");
        }
        assertThat(count("cle_d_acces")).isEqualTo(1);
        jdbc.sql("DELETE FROM titulaire_de_cles").update();
    }

    @Test
    void a_number_of_kiosk_or_a_filter_that_is_none_shows_the_screen_without_it() {
        for (String id : STRANGE.stream().filter(id -> !id.equals("\u0000")).toList()) {
            String safe = id.length() > 200 ? id.substring(0, 200) : id;
            String query = "borne=" + java.net.URLEncoder.encode(safe, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(staff(Role.ADMIN).screen("gestion/bornes", query))
                    .contains("page")
                    .doesNotContain("ncident");
            String filter = query.replace("borne=", "auteur=") + "&" + query.replace("borne=", "acte=") + "&"
                    + query.replace("borne=", "mots=") + "&" + query.replace("borne=", "du=");
            assertThat(staff(Role.DPO).screen("gestion/registre", filter))
                    .contains("page")
                    .doesNotContain("ncident");
        }
        assertThat(count("compte")).isPositive();
    }

    @Test
    void an_address_made_up_under_a_screen_is_a_screen_that_does_not_exist() {
        for (String made :
                List.of("gestion/bornes/1", "gestion/candidatures/AAAA-AAAA", "gestion/tirage/2027", "gestion/.")) {
            assertThat(staff(Role.MEMBRE).screen(made, ""))
                    .doesNotContain("ncident")
                    .contains("introuvable");
        }
    }

    @Test
    void a_download_belongs_to_the_session_that_was_offered_it() {
        var admin = staff(Role.ADMIN);
        var found = DOWNLOAD.matcher(admin.screen("gestion/trousseau", ""));
        assertThat(found.find()).isTrue();
        String file = "/app/" + found.group();
        for (Browser other : List.of(stranger(), staff(Role.SECRETARIAT), staff(Role.MEMBRE))) {
            var reply = other.get(file);
            assertThat(reply.status()).as(reply.toString()).isIn(302, 403, 404);
            assertThat(reply.body()).doesNotContain("argon2");
        }
        for (String id :
                List.of("0", "x", UUID.nameUUIDFromBytes(new byte[] {2}).toString(), "..%2f..", "a".repeat(5_000))) {
            var reply = admin.get("/app/VAADIN/dynamic/resource/0/" + id + "/trousseau-support-1");
            assertThat(reply.status()).as(id).isIn(400, 403, 404);
        }
        assertThat(admin.get(file).status()).isEqualTo(200);
    }
}
