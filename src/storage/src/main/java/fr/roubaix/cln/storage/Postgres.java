package fr.roubaix.cln.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Opens PostgreSQL, and refuses a server that could not keep what it acknowledges. */
final class Postgres {

    /** Older servers no longer receive corrections, and nothing here is tested on them. */
    private static final int OLDEST = 14;

    private static final int CONNECTIONS = 10;

    private static final int FEW_CONNECTIONS = 4;

    /** A server that acknowledges before writing would lose what a kiosk was told is kept. */
    private static final String COMMIT_IS_DURABLE =
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

    private Postgres() {}

    /** @throws DatabaseRefusedException the server does not answer, refuses, or cannot be relied on */
    static Database open(PostgresAddress address) {
        examine(address);
        return open(address.jdbcUrl(), address.user(), address.password());
    }

    /** @throws DatabaseRefusedException as {@link #open(PostgresAddress)} */
    static Database openSchema(PostgresAddress address, String schema) {
        if (!schema.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a name of ours: " + schema);
        }
        examine(address);
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            // Two instances that start together both find it missing: one makes it, the other waits for this lock.
            statement.execute("SELECT pg_advisory_lock(hashtext('cln'), hashtext('" + schema + "'))");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        } catch (SQLException e) {
            throw new DatabaseRefusedException(sentence(address, Objects.requireNonNullElse(e.getSQLState(), "")), e);
        }
        String url = address.jdbcUrl();
        return open(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                address.user(),
                address.password(),
                FEW_CONNECTIONS);
    }

    /** Without asking the server whether it is durable: for one that is thrown away. */
    static Database open(String url, String user, String password) {
        return open(url, user, password, CONNECTIONS);
    }

    private static Database open(String url, String user, String password, int connections) {
        var pool = new HikariDataSource(config(url, user, password, connections));
        var translator = new SQLStateSQLExceptionTranslator();
        var template = new JdbcTemplate(pool);
        template.setExceptionTranslator(translator);
        return new Database(
                Dialect.POSTGRESQL,
                pool,
                new DriverManagerDataSource(url, user, password),
                new Snapshot.OfPostgres(pool),
                template,
                translator,
                pool);
    }

    private static HikariConfig config(String url, String user, String password, int connections) {
        var config = new HikariConfig();
        config.setPoolName("postgresql");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setConnectionInitSql(COMMIT_IS_DURABLE);
        config.addDataSourceProperty("ApplicationName", "cln");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private static void examine(PostgresAddress address) {
        try (Connection connection =
                DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            verify(connection, address);
        } catch (SQLException e) {
            throw new DatabaseRefusedException(sentence(address, Objects.requireNonNullElse(e.getSQLState(), "")), e);
        }
    }

    private static void verify(Connection connection, PostgresAddress address) throws SQLException {
        refuseOldVersion(Integer.parseInt(setting(connection, "server_version_num")) / 10_000, address);
        expect(
                connection,
                address,
                "server_encoding",
                "UTF8",
                "Créez la base en UTF-8 (createdb -E UTF8 -T template0)");
        for (String durable : new String[] {"fsync", "full_page_writes"}) {
            expect(connection, address, durable, "on", "Remettez « " + durable + " = on » dans postgresql.conf");
        }
        expect(connection, address, "transaction_read_only", "off", "Indiquez le serveur principal, pas une réplique");
        if (!"t".equals(value(connection, "SELECT has_schema_privilege(current_schema(), 'CREATE')"))) {
            throw new DatabaseRefusedException(
                    "L’utilisateur « " + address.user() + " » n’a pas le droit de créer des tables"
                            + " dans la base « " + address.database()
                            + " ». Rendez-le propriétaire de cette base (ALTER DATABASE "
                            + address.database() + " OWNER TO " + address.user() + "), puis relancez.");
        }
    }

    static void refuseOldVersion(int major, PostgresAddress address) {
        if (major < OLDEST) {
            throw new DatabaseRefusedException("Le serveur PostgreSQL " + address.server() + " est en version " + major
                    + ", trop ancienne. Installez PostgreSQL " + OLDEST + " ou plus récent.");
        }
    }

    private static void expect(
            Connection connection, PostgresAddress address, String setting, String expected, String remedy)
            throws SQLException {
        String found = setting(connection, setting);
        if (!expected.equals(found)) {
            throw new DatabaseRefusedException("La base " + address + " n’est pas sûre : " + setting + " vaut « "
                    + found + " » au lieu de « " + expected + " ». " + remedy + ", puis relancez.");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return value(connection, "SHOW " + name);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
        }
    }

    /** By the code of the error: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static String sentence(PostgresAddress address, String state) {
        return switch (state) {
            // 08004: the server wants a password and none was given.
            case "28P01", "28000", "08004" ->
                "Le serveur PostgreSQL " + address.server() + " refuse l’utilisateur « " + address.user()
                        + " ». Vérifiez le nom et le mot de passe donnés dans CLN_BASE ou --base, et pg_hba.conf.";
            case "3D000" ->
                "La base « " + address.database() + " » n’existe pas sur le serveur PostgreSQL " + address.server()
                        + ". Créez-la (createdb -O " + address.user() + " -E UTF8 " + address.database()
                        + "), ou corrigez son nom.";
            case "42501" ->
                "L’utilisateur « " + address.user() + " » n’a pas le droit d’ouvrir la base « " + address.database()
                        + " ». Rendez-le propriétaire de cette base.";
            case "53300", "57P03" ->
                "Le serveur PostgreSQL " + address.server()
                        + " démarre ou n’a plus de connexion libre. Attendez un instant, puis relancez.";
            default ->
                "Le serveur PostgreSQL " + address.server()
                        + " ne répond pas. Vérifiez qu’il est démarré, son adresse, et que le réseau laisse passer.";
        };
    }
}
