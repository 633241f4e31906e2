package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.hub.Databases;

/** What the stores of accounts and of failed sign-ins keep, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class ComptesContractTest {

    private static final Instant LE = Instant.parse("2027-05-20T08:00:00.123Z");

    @Parameter
    private Databases databases;

    private Comptes comptes;
    private Verrous verrous;

    @BeforeEach
    void noAccount() {
        var jdbc = databases.without("compte_role", "compte", "connexion_echouee");
        comptes = new JdbcComptes(jdbc);
        verrous = new Verrous(jdbc);
    }

    @Test
    void accounts_come_back_whole_by_name_with_every_role() {
        var ada = compte("ada", "Ada L’Éclusière", EnumSet.allOf(Role.class));
        var maud = compte("maud.v", "Maud V.", Set.of(Role.SECRETARIAT));
        assertThat(comptes.aucun()).isTrue();
        assertThat(comptes.ajouter(maud)).isTrue();
        assertThat(comptes.ajouter(ada)).isTrue();
        assertThat(comptes.tous()).containsExactly(ada, maud);
        assertThat(comptes.trouver(maud.identifiant())).contains(maud);
        assertThat(comptes.trouver(new Identifiant("personne"))).isEmpty();
        assertThat(comptes.aucun()).isFalse();
    }

    @Test
    void a_name_serves_once_and_a_refused_account_brings_no_role() {
        var maud = compte("maud.v", "Maud V.", Set.of(Role.SECRETARIAT));
        comptes.ajouter(maud);
        assertThat(comptes.ajouter(compte("maud.v", "Une autre", Set.of(Role.ADMIN))))
                .isFalse();
        assertThat(comptes.tous()).containsExactly(maud);
    }

    @Test
    void a_name_locks_after_the_free_failures_and_a_success_forgets_them() {
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            assertThat(verrous.tenter("maud.v", LE)).isEmpty();
        }
        assertThat(verrous.tenter("maud.v", LE)).contains(LE.plus(Verrous.PREMIER_DELAI));
        assertThat(verrous.tenter("autre", LE)).isEmpty();
        verrous.oublier("maud.v");
        assertThat(verrous.tenter("maud.v", LE)).isEmpty();
    }

    private static Compte compte(String identifiant, String nom, Set<Role> roles) {
        return new Compte(new Identifiant(identifiant), nom, "$argon2id$…", roles, LE, new Identifiant("ada"));
    }
}
