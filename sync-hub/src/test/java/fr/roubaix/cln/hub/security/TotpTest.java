package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the column of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_published_codes_come_out(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.pas(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void six_digits_are_the_end_of_the_same_number(long step, String code) {
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void a_secret_is_written_in_base_32(String text, String written) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Test
    void an_authenticator_reads_whose_code_it_is() {
        assertThat(Totp.adresse(SECRET, new Identifiant("maud.v"), "CLN Roubaix"))
                .isEqualTo("otpauth://totp/CLN%20Roubaix:maud.v?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=CLN%20Roubaix");
    }

    @ParameterizedTest
    @CsvSource({"abcd-efgh-jkmn-pqrs, ABCDEFGHJKMNPQRS", "O123 4567 89AB CDEI, 0123456789ABCDE1"})
    void a_code_on_paper_is_read_as_people_copy_it(String typed, String read) {
        assertThat(CodeDeSecours.lire(typed)).map(CodeDeSecours::valeur).contains(read);
    }

    @Test
    void a_code_on_paper_is_long_random_and_never_the_same_for_two_accounts() {
        var code = CodeDeSecours.nouveau();
        assertThat(CodeDeSecours.nouveau()).isNotEqualTo(code);
        assertThat(CodeDeSecours.lire(code.affiche())).contains(code);
        assertThat(code.empreinte(new Identifiant("ada"))).isNotEqualTo(code.empreinte(new Identifiant("maud.v")));
        assertThat(code.toString()).doesNotContain(code.valeur());
    }
}
