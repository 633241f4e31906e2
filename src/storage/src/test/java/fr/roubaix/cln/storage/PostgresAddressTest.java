package fr.roubaix.cln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

    @Test
    void every_part_is_read_and_decoded() {
        var address = PostgresAddress.parse(
                "postgresql://cln%40ville:p%40ss%3A+%2F@[2001:db8::1]:5433/cln%20hub?sslmode=verify-full");
        assertThat(address)
                .isEqualTo(new PostgresAddress(
                        "[2001:db8::1]", 5433, "cln hub", "cln@ville", "p@ss:+/", "sslmode=verify-full"));
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://[2001:db8::1]:5433/cln%20hub?sslmode=verify-full");
    }

    @Test
    void port_and_password_may_be_left_out() {
        assertThat(PostgresAddress.parse("postgres://cln@base_1.local/cln"))
                .isEqualTo(new PostgresAddress("base_1.local", 5432, "cln", "cln", "", ""));
    }

    @Test
    void its_text_holds_no_password() {
        assertThat(PostgresAddress.parse("postgresql://cln:secret@localhost/cln"))
                .hasToString("postgresql://cln@localhost:5432/cln");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:postgresql://localhost/cln",
                "mysql://cln:secret@localhost/cln",
                "postgresql://localhost/cln",
                "postgresql://cln:secret@localhost",
                "postgresql://cln:secret@localhost/",
                "postgresql://cln:secret@localhost:0/cln",
                "postgresql://cln:secret@localhost:65536/cln",
                "postgresql://cln:secret@localhost:cinq/cln",
                "postgresql://cln:secret%@localhost/cln",
                "postgresql://cln:sec@ret@localhost/cln",
                "postgresql://cln:secret@local host/cln"
            })
    void anything_else_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> PostgresAddress.parse(text))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("postgresql://utilisateur:mot-de-passe@serveur:5432/base")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_server_too_old_is_told_with_what_to_install() {
        var address = PostgresAddress.parse("postgresql://cln@localhost/cln");
        assertThatThrownBy(() -> Postgres.refuseOldVersion(13, address)).hasMessageContaining("PostgreSQL 14");
        Postgres.refuseOldVersion(14, address);
    }
}
