package fr.roubaix.cln.storage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who opens it, as {@code postgresql://user:password@host:port/database}. In the name
 * and the password, a character that has a meaning in an address is written {@code %XX}. The text form leaves the password
 * out, so that it reaches no log.
 *
 * @param options what follows {@code ?}, handed to the driver as it is, for example {@code sslmode=verify-full}; empty
 *     without options
 */
public record PostgresAddress(String host, int port, String database, String user, String password, String options) {

    private static final int USUAL_PORT = 5432;

    private static final Pattern FORM = Pattern.compile(
            "postgres(?:ql)?://(?<user>[^:@/?#]+)(?::(?<password>[^@/?#]*))?@"
                    + "(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?/(?<database>[^/?#]+)(?:\\?(?<options>[^#]*))?");

    /**
     * Reads an address.
     *
     * @throws DatabaseRefusedException it is not one; the sentence does not repeat it, as it may hold a password
     */
    public static PostgresAddress parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw unreadable(null);
        }
        try {
            int port = parts.group("port") == null ? USUAL_PORT : Integer.parseInt(parts.group("port"));
            if (port < 1 || port > 65_535) {
                throw unreadable(null);
            }
            return new PostgresAddress(
                    parts.group("host"),
                    port,
                    decoded(parts.group("database")),
                    decoded(parts.group("user")),
                    parts.group("password") == null ? "" : decoded(parts.group("password")),
                    parts.group("options") == null ? "" : parts.group("options"));
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static DatabaseRefusedException unreadable(@Nullable Exception cause) {
        return new DatabaseRefusedException(
                "L’adresse donnée par --base ou CLN_BASE ne se lit pas. Écrivez"
                        + " postgresql://utilisateur:mot-de-passe@serveur:5432/base, les caractères @ : / ? # % du mot de"
                        + " passe remplacés par %40 %3A %2F %3F %23 %25.",
                cause);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For the driver; neither name nor password is in it. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20")
                + (options.isEmpty() ? "" : "?" + options);
    }

    /** The machine and its port, for a sentence. */
    String server() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + server() + "/" + database;
    }
}
