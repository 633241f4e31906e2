package fr.roubaix.cln.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.register.Constat.Defaut;
import fr.roubaix.cln.testkit.time.HandClock;

/** What a register keeps on both databases: every act once, in its order, none without the act itself. */
@ParameterizedClass
@EnumSource(Databases.class)
class RegistreContractTest {

    private static final Auteur ADA = new Auteur("ada", List.of("DPO", "ADMIN"));
    private static final Inscription CLOS = Acte.APPEL_CLOS
            .sur("appel 2027")
            .motif("Fin de l’appel 🌻")
            .avec("b", "2")
            .avec("a", "1");

    @Parameter
    private Databases databases;

    private final HandClock clock = new HandClock(Instant.parse("2027-05-20T08:00:00.123Z"));
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private JdbcRegistre registre;
    private long avant;

    @BeforeEach
    void aRegisterThatNobodyCanEmpty() {
        jdbc = databases.without();
        transaction = new TransactionTemplate(new JdbcTransactionManager(databases.dataSource()));
        registre = new JdbcRegistre(jdbc, clock);
        avant = registre.tete().numero();
    }

    @Test
    void an_act_comes_back_whole_and_bound_to_the_one_before() {
        inscrire();
        inscrire();
        List<Ligne> lignes = JdbcRegistre.apres(jdbc, avant, 10);
        assertThat(lignes).extracting(Ligne::numero).containsExactly(avant + 1, avant + 2);
        Ligne derniere = lignes.getLast();
        assertThat(derniere.precedente()).isEqualTo(lignes.getFirst().empreinte());
        assertThat(derniere.empreinte())
                .isEqualTo(derniere.calculee())
                .isEqualTo(registre.tete().empreinte());
        assertThat(derniere)
                .returns(clock.instant(), Ligne::le)
                .returns("ada", Ligne::auteur)
                .returns("ADMIN,DPO", Ligne::roles)
                .returns("Appel clos", Ligne::titre)
                .returns("Fin de l’appel 🌻", Ligne::motif)
                .returns("a=1\nb=2", Ligne::details);
        assertThat(Lignes.verifier(jdbc)).isEqualTo(new Constat.Intacte(registre.tete()));
    }

    @Test
    void an_act_undone_leaves_neither_a_row_nor_a_gap() {
        transaction.executeWithoutResult(status -> {
            registre.inscrire(ADA, CLOS);
            status.setRollbackOnly();
        });
        assertThat(registre.tete().numero()).isEqualTo(avant);
        assertThat(inscrire()).isEqualTo(avant + 1);
        assertThat(Lignes.verifier(jdbc)).isInstanceOf(Constat.Intacte.class);
    }

    @Test
    void an_act_waits_for_the_one_that_writes_and_takes_the_number_it_leaves() throws Exception {
        var ecrit = new CountDownLatch(1);
        var autreDemande = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var premier = threads.submit(() -> transaction.execute(status -> {
                registre.inscrire(ADA, CLOS);
                ecrit.countDown();
                attendre(autreDemande);
                status.setRollbackOnly();
                return 0L;
            }));
            assertThat(ecrit.await(10, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() -> {
                autreDemande.countDown();
                return inscrire();
            });
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(avant + 1);
            premier.get(10, TimeUnit.SECONDS);
        }
        assertThat(Lignes.verifier(jdbc)).isInstanceOf(Constat.Intacte.class);
    }

    @Test
    void of_many_at_once_each_has_its_number_and_the_chain_holds() throws Exception {
        Callable<Long> acte = this::inscrire;
        try (var threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(Collections.nCopies(40, acte)).stream()
                            .map(fait -> fait.resultNow())
                            .sorted())
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(avant + 1, avant + 40)
                            .boxed()
                            .toList());
        }
        assertThat(Lignes.verifier(jdbc)).isInstanceOf(Constat.Intacte.class);
    }

    @Test
    void the_database_itself_refuses_to_change_or_remove_a_row() {
        inscrire();
        for (String sql : List.of(
                "UPDATE registre SET motif = 'autre' WHERE numero = " + (avant + 1),
                "DELETE FROM registre WHERE numero = " + (avant + 1))) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("ne fait que grandir");
        }
        if (databases == Databases.POSTGRES) {
            assertThatThrownBy(() -> jdbc.sql("TRUNCATE registre").update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(JdbcRegistre.apres(jdbc, avant, 10)).hasSize(1);
    }

    @Test
    void a_row_added_behind_the_program_is_found_where_it_is() {
        inscrire();
        long forgee = avant + 2;
        transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO registre SELECT numero + 1, le, auteur, roles, acte, objet, motif, details,"
                            + " empreinte, 'forgee' FROM registre WHERE numero = ?")
                    .param(avant + 1)
                    .update();
            assertThat(Lignes.verifier(jdbc)).isEqualTo(new Constat.Rompue(forgee, Defaut.EN_TROP));
            status.setRollbackOnly();
        });
    }

    private long inscrire() {
        Long numero = transaction.execute(_ -> registre.inscrire(ADA, CLOS));
        return numero == null ? -1 : numero;
    }

    private static void attendre(CountDownLatch evenement) {
        try {
            assertThat(evenement.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
