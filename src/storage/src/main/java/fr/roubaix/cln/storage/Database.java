package fr.roubaix.cln.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** A database opened and verified. Closing it releases every connection. */
public final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final DataSource dataSource;
    private final DataSource forMigrations;
    private final Snapshot snapshot;
    private final JdbcTemplate template;
    private final SQLExceptionTranslator translator;
    private final AutoCloseable resources;
    /** What made the schema; empty until then. */
    private volatile String migrations = "";

    Database(
            Dialect dialect,
            DataSource dataSource,
            DataSource forMigrations,
            Snapshot snapshot,
            JdbcTemplate template,
            SQLExceptionTranslator translator,
            AutoCloseable resources) {
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.forMigrations = forMigrations;
        this.snapshot = snapshot;
        this.template = template;
        this.translator = translator;
        this.resources = resources;
    }

    /**
     * Opens a SQLite file, creating it and its folder if needed, for the user of the program alone: WAL, {@code synchronous=FULL}, one writer with IMMEDIATE
     * transactions, four readers. Only one process may hold it.
     *
     * @throws DatabaseRefusedException folder not writable, file damaged or held by another process, or a setting that
     *     did not take
     */
    public static Database sqlite(Path file) {
        return Sqlite.open(file);
    }

    /**
     * Opens a PostgreSQL database, after asking its server whether it keeps what it acknowledges.
     *
     * @throws DatabaseRefusedException the server does not answer, refuses the user, has no such database, is too old, or
     *     runs with settings that lose data in a power cut
     */
    public static Database postgres(PostgresAddress address) {
        return Postgres.open(address);
    }

    /**
     * Opens one schema of a PostgreSQL database, making it if needed: a small store beside the tables of {@link
     * #postgres(PostgresAddress)}, which no backup of those tables holds.
     *
     * @param schema lower-case letters and underscores
     * @throws DatabaseRefusedException as for the whole database
     */
    public static Database postgres(PostgresAddress address, String schema) {
        return Postgres.openSchema(address, schema);
    }

    /** Opens a PostgreSQL database of a server that is thrown away, whatever its settings. */
    public static Database postgres(String url, String user, String password) {
        return Postgres.open(url, user, password);
    }

    /** Which database this is. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Connections for the application. On SQLite, read-only transactions get a reader, everything else the one writer: a
     * transaction that opens another one inside itself would wait for itself.
     */
    public DataSource dataSource() {
        return dataSource;
    }

    /** What runs the application's statements. On SQLite, a query outside any transaction gets a reader too. */
    public JdbcTemplate template() {
        return template;
    }

    /** Turns driver errors into Spring's, so that a duplicate key is a {@code DuplicateKeyException} on both databases. */
    public SQLExceptionTranslator exceptionTranslator() {
        return translator;
    }

    /**
     * Brings the schema up to date from a folder of the class path, for example {@code db/migration}. Instances that start
     * together wait for one another.
     *
     * @throws DatabaseRefusedException a later version of the program changed the schema already, or the content is not
     *     whole
     */
    public void migrate(String location) {
        if (dialect == Dialect.POSTGRESQL && Relocation.unfinished(this)) {
            throw new DatabaseRefusedException("La copie vers cette base PostgreSQL n’a pas été menée à son terme."
                    + " Relancez « ./cln migrer ».");
        }
        var flyway = flyway(forMigrations, dialect, location);
        flyway.migrate();
        for (var known : flyway.info().all()) {
            if (known.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new DatabaseRefusedException("Une version plus récente du programme a déjà modifié cette base."
                        + " Installez cette version, ou restaurez une sauvegarde d’avant la mise à jour.");
            }
        }
        migrations = location;
    }

    static Flyway flyway(DataSource source, Dialect dialect, String location) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + location)
                .placeholders(dialect.placeholders())
                .load();
    }

    /**
     * Copies the database as it is at one instant, without keeping writers waiting, and verifies the copy: the target bears
     * its name only once the copy is complete on the disk, readable, whole, and read by the caller. An older backup of the
     * same name is replaced. The backup of a PostgreSQL database is a SQLite file too, which {@link #relocate} puts back.
     *
     * @param at the instant that the backup bears
     * @param reading queries on the verified copy itself, for example how far it covers what was delivered; its result is
     *     in the {@link Backup}. What it throws is thrown, and no backup is kept
     * @throws BackupRefusedException disk full, folder not writable, copy not whole, or server gone; nothing is left behind
     */
    public <T extends @Nullable Object> Backup<T> backup(Path target, Instant at, Function<JdbcClient, T> reading) {
        return VerifiedBackup.make(snapshot, migrations, target, at, reading);
    }

    /**
     * Puts a verified copy in the place of a SQLite database that nobody uses. The database that stood there is moved aside
     * with its journals, never deleted. A restoration cut short, by a power cut for example, keeps the database from being
     * opened until it is done again.
     *
     * @param file the database to be replaced; it need not exist
     * @param at names the database that is moved aside
     * @param mark statements run in one transaction on the restored database before it takes its place, for example to give
     *     it a new epoch
     * @throws BackupRefusedException database in use, copy damaged or of another program, disk full or not writable:
     *     nothing was replaced
     */
    public static <T extends @Nullable Object> Restored<T> restore(
            Path copy, Path file, Instant at, Function<JdbcClient, T> mark) {
        return new Restoration(copy, file).run(at, mark);
    }

    /**
     * Copies everything that a SQLite database holds into an empty PostgreSQL database, in one transaction, reads it back
     * and compares. The SQLite file is only read; a note beside it keeps it from being opened by mistake afterwards.
     *
     * @param file a database that nobody uses
     * @param migrations the folder of the class path that makes the schema
     * @param progress hears French sentences as the work goes on
     * @throws DatabaseRefusedException database in use, damaged or of another version, target not empty or refused, copy
     *     not the same: nothing was kept
     */
    public static Relocated relocate(
            Path file, PostgresAddress address, String migrations, Instant at, Consumer<String> progress) {
        return new Relocation(file, address, migrations, progress).run(at);
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (SQLException e) {
            throw new DatabaseRefusedException("La base de données n’a pas pu être fermée.", e);
        } catch (Exception e) {
            throw new IllegalStateException("could not release the database", e);
        }
    }
}
