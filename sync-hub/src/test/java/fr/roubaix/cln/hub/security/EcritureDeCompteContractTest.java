package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.RealRegister;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.testkit.time.HandClock;

/** What changes with the rights of an account, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class EcritureDeCompteContractTest {

    private static final Instant LE = Instant.parse("2027-05-20T08:00:00.123Z");
    private static final Identifiant ADA = new Identifiant("ada");
    private static final Identifiant BOB = new Identifiant("bob");

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private Comptes comptes;
    private SessionsOuvertes sessions;
    private Propositions propositions;
    private Registre registre;
    private EcritureDeCompte ecriture;
    private TransactionTemplate transaction;

    @BeforeEach
    void twoAdministrators() {
        jdbc = databases.without("acte_a_deux_voix", "session_ouverte", "compte_role", "compte");
        var clock = new HandClock(LE);
        comptes = new JdbcComptes(jdbc);
        sessions = new SessionsOuvertes(jdbc);
        propositions = new Propositions(jdbc);
        registre = RealRegister.of(jdbc, clock);
        ecriture = new EcritureDeCompte(comptes, sessions, propositions, registre, clock);
        transaction = new TransactionTemplate(new JdbcTransactionManager(databases.dataSource()));
        comptes.ajouter(new Compte(ADA, "Ada", "$argon2id$…", Set.of(Role.ADMIN), LE, ADA));
        comptes.ajouter(new Compte(BOB, "Bob", "$argon2id$…", Set.of(Role.ADMIN, Role.DPO), LE, ADA));
    }

    @Test
    void an_account_that_ends_keeps_its_name_and_roles_and_loses_its_sessions() {
        sessions.ajouter(new SessionOuverte("s1", BOB, "Firefox", LE, LE));
        sessions.ajouter(new SessionOuverte("s2", ADA, "Firefox", LE, LE));
        assertThat(end(BOB, ADA)).isTrue();
        assertThat(comptes.trouver(BOB).orElseThrow())
                .returns(Optional.of(Instant.ofEpochMilli(LE.toEpochMilli())), Compte::desactiveLe)
                .returns(Set.of(Role.ADMIN, Role.DPO), Compte::roles);
        assertThat(comptes.actif(BOB)).isEmpty();
        assertThat(comptes.administrateurs()).isEqualTo(1);
        assertThat(sessions.de(BOB)).isEmpty();
        assertThat(sessions.de(ADA)).hasSize(1);
        assertThat(registre.derniers("compte bob", Set.of(Acte.COMPTE_DESACTIVE, Acte.COMPTE_CHANGE), 1))
                .singleElement()
                .returns(Acte.COMPTE_DESACTIVE, Registre.Fait::acte)
                .returns("ada", Registre.Fait::auteur);
    }

    @Test
    void another_name_leaves_sessions_open_and_other_roles_do_not() {
        sessions.ajouter(new SessionOuverte("s1", BOB, "Firefox", LE, LE));
        assertThat(write(BOB, new DroitsDeCompte("Robert", Set.of(Role.ADMIN, Role.DPO), true), ADA))
                .isTrue();
        assertThat(sessions.de(BOB)).hasSize(1);
        assertThat(write(BOB, new DroitsDeCompte("Robert", Set.of(Role.DPO), true), ADA))
                .isTrue();
        assertThat(sessions.de(BOB)).isEmpty();
        assertThat(comptes.trouver(BOB).orElseThrow().droits())
                .isEqualTo(new DroitsDeCompte("Robert", Set.of(Role.DPO), true));
    }

    @Test
    void what_an_account_proposed_is_taken_back_with_the_role() {
        propose(1_000_001, BOB, Role.ADMIN);
        propose(1_000_002, ADA, Role.ADMIN);
        write(BOB, new DroitsDeCompte("Bob", Set.of(Role.ADMIN), true), ADA);
        assertThat(propositions.enAttente(LE)).as("the role is still there").hasSize(2);
        write(BOB, new DroitsDeCompte("Bob", Set.of(Role.DPO), true), ADA);
        assertThat(propositions.enAttente(LE)).extracting(Proposition::numero).containsExactly(1_000_002L);
        assertThat(propositions.trouver(1_000_001).orElseThrow().suite()).contains(Proposition.Suite.RETIRE);
    }

    @Test
    void confirmed_acts_of_a_period_come_back_with_both_voices() {
        propose(1_000_001, ADA, Role.ADMIN);
        propose(1_000_002, ADA, Role.ADMIN);
        var yes = new Voix(BOB, Role.OBSERVATEUR, Instant.ofEpochMilli(LE.toEpochMilli()));
        propositions.regler(1_000_001, Proposition.Suite.CONFIRME, yes, "");
        propositions.regler(1_000_002, Proposition.Suite.REFUSE, yes, "non");
        assertThat(propositions.confirmees(yes.le(), yes.le().plusMillis(1)))
                .singleElement()
                .returns(yes, Propositions.Confirmee::seconde)
                .returns(1_000_001L, c -> c.proposition().numero());
        assertThat(propositions.confirmees(yes.le().plusMillis(1), Instant.ofEpochMilli(Long.MAX_VALUE)))
                .isEmpty();
        assertThat(propositions.confirmees(Instant.EPOCH, yes.le())).isEmpty();
    }

    @Test
    void the_last_administrator_stays_even_when_two_end_each_other_at_once() throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> {
                together.await(10, TimeUnit.SECONDS);
                return end(BOB, ADA);
            });
            var other = threads.submit(() -> {
                together.await(10, TimeUnit.SECONDS);
                return end(ADA, BOB);
            });
            assertThat(List.of(one.get(20, TimeUnit.SECONDS), other.get(20, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(comptes.administrateurs()).isEqualTo(1);
    }

    private boolean end(Identifiant who, Identifiant by) {
        return write(who, comptes.trouver(who).orElseThrow().droits().actif(false), by);
    }

    private boolean write(Identifiant who, DroitsDeCompte droits, Identifiant by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Compte before = comptes.retenir(who).orElseThrow();
            boolean done =
                    ecriture.ecrire(before, droits, "Essai du jour", new Voix(by, Role.ADMIN, LE), Optional.empty());
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    private void propose(long numero, Identifiant by, Role role) {
        assertThat(propositions.ajouter(new Proposition(
                        numero,
                        "CREER_UN_COMPTE",
                        new Presentation("compte n" + numero, "Créer", "absent"),
                        "0".repeat(64),
                        Parametres.AUCUN,
                        "",
                        new Voix(by, role, LE),
                        LE.plus(Duration.ofDays(2)),
                        Optional.empty())))
                .isTrue();
    }
}
