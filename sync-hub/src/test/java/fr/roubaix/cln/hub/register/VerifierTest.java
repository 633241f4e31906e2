package fr.roubaix.cln.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;

/** The command that an auditor gives, on both databases, and after the move from one to the other. */
class VerifierTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String head;

    @BeforeEach
    void threeActs() {
        try (Database database = Database.sqlite(folder.resolve("hub.db"))) {
            database.migrate("db/migration");
            var jdbc = JdbcClient.create(database.template());
            var registre = new JdbcRegistre(jdbc, Clock.systemUTC());
            for (int i = 1; i <= 3; i++) {
                var act = Acte.APPEL_CLOS.sur("appel " + i).motif("Été 🌻");
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
                        .executeWithoutResult(_ -> registre.inscrire(Auteur.systeme(), act));
            }
            head = registre.tete().empreinte();
        }
    }

    @Test
    void a_whole_register_says_its_head_and_a_tampered_one_the_first_wrong_row() {
        assertThat(verify()).isZero();
        assertThat(said(out)).contains("La chaîne est intacte : 3 lignes", "Ligne 3, empreinte " + head);
        try (Database database = Database.sqlite(folder.resolve("hub.db"))) {
            var jdbc = JdbcClient.create(database.template());
            jdbc.sql("DROP TRIGGER registre_jamais_retire").update();
            jdbc.sql("DELETE FROM registre WHERE numero = 2").update();
        }
        assertThat(verify()).isEqualTo(1);
        assertThat(said(err)).contains("REGISTRE ROMPU. La ligne 2 manque");
    }

    @Test
    void a_move_to_postgresql_keeps_every_hash_and_the_chain_goes_on_there() {
        String base = PostgresServer.newDatabase();
        var address = PostgresAddress.parse(base);
        Database.relocate(
                folder.resolve("hub.db"),
                address,
                "db/migration",
                Clock.systemUTC().instant(),
                _ -> {});
        assertThat(new Verifier(print(out), print(err)).run(List.of("--base", base), Map.of()))
                .as(said(err))
                .isZero();
        assertThat(said(out)).contains("Ligne 3, empreinte " + head);
        try (Database database = Database.postgres(address)) {
            var jdbc = JdbcClient.create(database.template());
            var registre = new JdbcRegistre(jdbc, Clock.systemUTC());
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
                    .executeWithoutResult(_ -> registre.inscrire(Auteur.systeme(), Acte.CLES_CHANGEES.sur("clés")));
            assertThat(Lignes.verifier(jdbc)).isEqualTo(new Constat.Intacte(registre.tete()));
            assertThat(registre.tete().numero()).isEqualTo(4);
        }
    }

    @Test
    void what_cannot_be_verified_is_not_called_broken() {
        assertThat(new Verifier(print(out), print(err)).run(List.of(), Map.of()))
                .isEqualTo(2);
        assertThat(new Verifier(print(out), print(err))
                        .run(List.of("--dossier", folder.resolve("rien").toString()), Map.of()))
                .isEqualTo(2);
        assertThat(said(err)).contains("n’existe pas");
    }

    private int verify() {
        return new Verifier(print(out), print(err)).run(List.of("--dossier", folder.toString()), Map.of());
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
