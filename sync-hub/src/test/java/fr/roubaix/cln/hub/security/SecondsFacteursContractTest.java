package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.Databases;

/** What the store of second proofs keeps, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class SecondsFacteursContractTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00.123Z");
    private static final Identifiant ADA = new Identifiant("ada");
    private static final Identifiant MAUD = new Identifiant("maud.v");
    private static final byte[] SECRET = {0, 1, 2, (byte) 0x80, (byte) 0xff};

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private final Numbered sealer = new Numbered();
    private SecondsFacteurs seconds;

    @BeforeEach
    void two_accounts() {
        jdbc = databases.without("code_de_secours", "second_facteur", "compte_role", "compte");
        var comptes = new JdbcComptes(jdbc);
        for (var who : List.of(ADA, MAUD)) {
            comptes.ajouter(new Compte(who, who.valeur(), "$argon2id$…", Set.of(Role.ADMIN), AT, ADA));
        }
        seconds = new SecondsFacteurs(jdbc, sealer);
    }

    @Test
    void a_secret_is_kept_sealed_for_its_account_and_replaced_by_the_next_one() {
        assertThat(seconds.existe(ADA)).isFalse();
        assertThat(seconds.secret(ADA)).isEmpty();
        seconds.inscrire(ADA, SECRET, 7, AT);
        assertThat(seconds.existe(ADA)).isTrue();
        assertThat(seconds.inscritLe(ADA)).contains(AT);
        assertThat(seconds.secret(ADA).orElseThrow()).isEqualTo(SECRET);
        assertThat(seconds.secret(MAUD)).isEmpty();
        assertThat(jdbc.sql("SELECT secret FROM second_facteur")
                        .query(byte[].class)
                        .single())
                .isNotEqualTo(SECRET);
        seconds.inscrire(ADA, new byte[] {9}, 8, AT.plusSeconds(60));
        assertThat(seconds.secret(ADA).orElseThrow()).isEqualTo(new byte[] {9});
        assertThat(seconds.inscritLe(ADA)).contains(AT.plusSeconds(60));
    }

    @Test
    void a_step_serves_once_and_none_before_it_serves_after() {
        seconds.inscrire(ADA, SECRET, 7, AT);
        assertThat(seconds.utiliser(ADA, 7)).isFalse();
        assertThat(seconds.utiliser(ADA, 9)).isTrue();
        assertThat(seconds.utiliser(ADA, 9)).isFalse();
        assertThat(seconds.utiliser(ADA, 8)).isFalse();
        assertThat(seconds.utiliser(MAUD, 9)).isFalse();
    }

    @Test
    void a_code_on_paper_serves_once_for_its_account_alone() {
        var codes = List.of(CodeDeSecours.nouveau(), CodeDeSecours.nouveau());
        seconds.ajouterCodes(ADA, codes);
        assertThat(seconds.codesRestants(ADA)).isEqualTo(2);
        assertThat(seconds.utiliser(MAUD, codes.getFirst())).isFalse();
        assertThat(seconds.utiliser(ADA, codes.getFirst())).isTrue();
        assertThat(seconds.utiliser(ADA, codes.getFirst())).isFalse();
        assertThat(seconds.codesRestants(ADA)).isEqualTo(1);
        seconds.supprimer(ADA);
        assertThat(seconds.codesRestants(ADA)).isZero();
    }

    @Test
    void an_account_that_goes_takes_its_proofs_along() {
        seconds.inscrire(ADA, SECRET, 7, AT);
        seconds.ajouterCodes(ADA, List.of(CodeDeSecours.nouveau()));
        jdbc.sql("DELETE FROM compte_role").update();
        jdbc.sql("DELETE FROM compte WHERE identifiant = 'ada'").update();
        assertThat(seconds.existe(ADA)).isFalse();
        assertThat(seconds.codesRestants(ADA)).isZero();
    }

    @Test
    void every_secret_goes_under_the_key_in_force_once() {
        seconds.inscrire(ADA, SECRET, 7, AT);
        sealer.key = 2;
        seconds.inscrire(MAUD, new byte[] {9}, 7, AT);
        assertThat(seconds.renouveler()).isEqualTo(1);
        assertThat(seconds.renouveler()).isZero();
        assertThat(jdbc.sql("SELECT secret FROM second_facteur")
                        .query(byte[].class)
                        .list())
                .allMatch(bytes -> bytes[0] == 2);
        assertThat(seconds.secret(ADA).orElseThrow()).isEqualTo(SECRET);
        assertThat(seconds.inscritLe(ADA)).contains(AT);
        assertThat(seconds.utiliser(ADA, 7)).as("what has served stays so").isFalse();
    }

    /** Writes the number of a key and the context before what it seals. */
    private static final class Numbered implements ScelleurDeSecrets {
        private byte key = 1;

        @Override
        public byte[] sceller(byte[] clair, String contexte) {
            byte[] context = contexte.getBytes(StandardCharsets.UTF_8);
            byte[] bytes = new byte[1 + context.length + clair.length];
            bytes[0] = key;
            System.arraycopy(context, 0, bytes, 1, context.length);
            System.arraycopy(clair, 0, bytes, 1 + context.length, clair.length);
            return bytes;
        }

        @Override
        public byte[] ouvrir(byte[] scelle, String contexte) {
            byte[] context = contexte.getBytes(StandardCharsets.UTF_8);
            assertThat(Arrays.copyOfRange(scelle, 1, 1 + context.length)).isEqualTo(context);
            return Arrays.copyOfRange(scelle, 1 + context.length, scelle.length);
        }

        @Override
        public Optional<byte[]> renouveler(byte[] scelle, String contexte) {
            return scelle[0] == key ? Optional.empty() : Optional.of(sceller(ouvrir(scelle, contexte), contexte));
        }
    }
}
