package fr.roubaix.cln.adresses;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Reads a file of addresses whole. */
final class BookReader {

    private BookReader() {}

    /** @param streets in the order of their names */
    record Content(
            Optional<Provenance> addresses,
            Optional<Provenance> sectors,
            Map<String, Houses> streets,
            List<String> communes,
            Set<String> codes) {}

    static Content read(Path file) {
        return with(file, connection -> {
            Set<String> codes = new HashSet<>();
            var streets = streets(connection, codes);
            return new Content(
                    provenance(connection, BookFile.ADDRESSES),
                    provenance(connection, BookFile.SECTORS),
                    streets,
                    communes(connection),
                    codes);
        });
    }

    /** A question to a file that was found to be one of ours, of this version and undamaged. */
    static <T> T with(Path file, Question<T> question) {
        if (!Files.isRegularFile(file)) {
            throw new BookRefusedException("Il n’y a pas de base d’adresses « " + file + " ».");
        }
        try (var connection = BookFile.read(file)) {
            check(file, connection);
            return question.ask(connection);
        } catch (SQLException | IllegalArgumentException e) {
            throw new BookRefusedException(
                    "La base d’adresses « " + file + " » est abîmée. Importez de nouveau le fichier d’adresses.", e);
        }
    }

    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private static void check(Path file, Connection connection) throws SQLException {
        if (number(connection, "PRAGMA application_id") != BookFile.APPLICATION_ID) {
            throw new BookRefusedException("Le fichier « " + file + " » n’est pas une base d’adresses.");
        }
        if (number(connection, "PRAGMA user_version") != BookFile.VERSION) {
            throw new BookRefusedException("La base d’adresses « " + file
                    + " » est d’une autre version de ce logiciel. Importez de nouveau les fichiers.");
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!rows.next() || !"ok".equals(rows.getString(1))) {
                throw new SQLException("quick_check");
            }
        }
    }

    private static int number(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static Optional<Provenance> provenance(Connection connection, String nature) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT fichier, empreinte, octets, importe_le, lus, retenus FROM provenance WHERE nature = ?")) {
            statement.setString(1, nature);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Provenance(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getLong(3),
                                Instant.ofEpochMilli(rows.getLong(4)),
                                rows.getLong(5),
                                rows.getLong(6)))
                        : Optional.empty();
            }
        }
    }

    private static Map<String, Houses> streets(Connection connection, Set<String> codes) throws SQLException {
        Map<String, List<Houses.House>> streets = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT voie.nom, adresse.numero, adresse.rep, adresse.secteur, adresse.code_postal FROM voie
                        LEFT JOIN adresse ON adresse.voie = voie.id ORDER BY voie.nom, adresse.numero, adresse.rep""")) {
            while (rows.next()) {
                var houses = streets.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>());
                String suffix = rows.getString(3);
                if (suffix != null) {
                    houses.add(new Houses.House(
                            new HouseNumber(rows.getInt(2), suffix.intern()), secteur(rows.getString(4))));
                    codes.add(rows.getString(5));
                }
            }
        }
        Map<String, Houses> read = new LinkedHashMap<>();
        streets.forEach((name, houses) -> read.put(name, new Houses(houses)));
        return read;
    }

    private static Optional<Secteur> secteur(@org.jspecify.annotations.Nullable String name) {
        return Optional.ofNullable(name).map(Secteur::valueOf);
    }

    private static List<String> communes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT nom FROM commune ORDER BY nom")) {
            List<String> communes = new ArrayList<>();
            while (rows.next()) {
                communes.add(rows.getString(1));
            }
            return communes;
        }
    }

    /** The outlines of the sectors, in degrees; empty when none were imported. */
    static Map<Secteur, Geometry> outlines(Connection connection) throws SQLException {
        Map<Secteur, Geometry> outlines = new EnumMap<>(Secteur.class);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT nom, contour FROM secteur")) {
            while (rows.next()) {
                outlines.put(Secteur.valueOf(rows.getString(1)), new WKBReader().read(rows.getBytes(2)));
            }
            return outlines;
        } catch (ParseException e) {
            throw new SQLException("an outline is damaged", e);
        }
    }
}
