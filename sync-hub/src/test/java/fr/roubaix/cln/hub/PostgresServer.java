package fr.roubaix.cln.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.JdbcTemplate;

import fr.roubaix.cln.storage.PostgresAddress;

/** One PostgreSQL server per test run, with as many empty databases as tests ask for. */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Started {
        static final EmbeddedPostgres SERVER = start();
    }

    /** The address of a database that nobody else uses, in the form that {@code --base} takes. */
    public static String newDatabase() {
        String name = "essai" + DATABASES.incrementAndGet();
        new JdbcTemplate(Started.SERVER.getPostgresDatabase()).execute("CREATE DATABASE " + name);
        return address(name);
    }

    /** The address of a copy of a database that nobody uses now; earlier copies that nobody uses any more are dropped. */
    public static String copyOf(String model) {
        var server = new JdbcTemplate(Started.SERVER.getPostgresDatabase());
        server.queryForList("""
                        SELECT datname FROM pg_database d WHERE datname LIKE 'copie%'
                        AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)""", String.class)
                .forEach(unused -> server.execute("DROP DATABASE " + unused + " WITH (FORCE)"));
        String name = "copie" + DATABASES.incrementAndGet();
        server.execute("CREATE DATABASE " + name + " TEMPLATE " + model);
        return address(name);
    }

    /** The same, parsed. */
    public static PostgresAddress newAddress() {
        return PostgresAddress.parse(newDatabase());
    }

    private static String address(String database) {
        return "postgresql://postgres@localhost:" + Started.SERVER.getPort() + "/" + database;
    }

    private static EmbeddedPostgres start() {
        try {
            // As durable as the hub wants it: it refuses a server that is not.
            return Scratch.used(EmbeddedPostgres.builder()
                    .setDataDirectory(Scratch.folder("postgres"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
