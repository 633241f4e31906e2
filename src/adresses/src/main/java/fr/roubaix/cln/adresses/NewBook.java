package fr.roubaix.cln.adresses;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

import fr.roubaix.cln.adresses.BanLine.Address;
import fr.roubaix.cln.adresses.Import.Listed;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * A book being written beside the one in use, under a name that nobody reads. It takes the place of the other in one
 * movement, or leaves nothing but a file that the next import removes.
 */
final class NewBook implements AutoCloseable {

    /** A city has fewer; a kiosk has to hold them in memory. */
    private static final int MOST_ADDRESSES = 200_000;

    private static final int FIRST_SHOWN = 20;

    private final Path target;
    private final Path partial;
    private final Connection connection;
    private final PreparedStatement address;
    private final Map<String, Integer> streets = new HashMap<>();
    private final SectorMap sectors;
    private final List<String> outside = new ArrayList<>();
    private int outsideTotal;
    private int addresses;
    private int duplicates;

    NewBook(Path target, Map<Secteur, Geometry> outlines) throws IOException, SQLException {
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".partiel");
        Files.deleteIfExists(partial);
        this.connection = BookFile.create(partial);
        this.address = connection.prepareStatement("""
                INSERT INTO adresse (voie, numero, rep, code_postal, lon, lat, secteur) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""");
        this.sectors = new SectorMap(outlines);
        write(outlines);
    }

    private void write(Map<Secteur, Geometry> outlines) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO secteur (nom, contour) VALUES (?, ?)")) {
            for (var outline : outlines.entrySet()) {
                statement.setString(1, outline.getKey().name());
                statement.setBytes(2, new WKBWriter().write(outline.getValue()));
                statement.executeUpdate();
            }
        }
    }

    void write(String nature, Provenance source) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO provenance (nature, fichier, empreinte, octets, importe_le, lus, retenus)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setString(1, nature);
            statement.setString(2, source.file());
            statement.setString(3, source.sha256());
            statement.setLong(4, source.bytes());
            statement.setLong(5, source.at().toEpochMilli());
            statement.setLong(6, source.read());
            statement.setLong(7, source.kept());
            statement.executeUpdate();
        }
    }

    void writeTown(String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO commune (nom) VALUES (?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    void write(Address given) throws SQLException, Refusal {
        int street = street(given.street());
        if (given.number().isEmpty()) {
            return;
        }
        var number = given.number().get();
        var secteur = sectors.at(given.lon(), given.lat());
        address.setInt(1, street);
        address.setInt(2, number.number());
        address.setString(3, number.suffix());
        address.setString(4, given.code());
        address.setDouble(5, given.lon());
        address.setDouble(6, given.lat());
        address.setString(7, secteur.map(Secteur::name).orElse(null));
        if (address.executeUpdate() == 0) {
            duplicates++;
            return;
        }
        if (secteur.isEmpty() && !sectors.isEmpty()) {
            outsideTotal++;
            if (outside.size() < FIRST_SHOWN) {
                outside.add(number.label() + " " + StreetNames.inALine(given.street()) + " ("
                        + Place.told(given.lon(), given.lat()) + ")");
            }
        }
        if (++addresses > MOST_ADDRESSES) {
            throw new Refusal("Le fichier donne plus de " + MOST_ADDRESSES
                    + " adresses à Roubaix : ce n’est pas un fichier de la Base Adresse Nationale.");
        }
    }

    private int street(String name) throws SQLException {
        var known = streets.get(name);
        if (known != null) {
            return known;
        }
        int id = streets.size() + 1;
        try (var statement = connection.prepareStatement("INSERT INTO voie (id, nom) VALUES (?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, name);
            statement.executeUpdate();
        }
        streets.put(name, id);
        return id;
    }

    int streets() {
        return streets.size();
    }

    int addresses() {
        return addresses;
    }

    int duplicates() {
        return duplicates;
    }

    boolean sectorsKnown() {
        return !sectors.isEmpty();
    }

    Listed outside() {
        return new Listed(outside, outsideTotal);
    }

    /** Puts the new book in the place of the old one, once it is on the disk. */
    void takePlace() throws IOException, SQLException {
        connection.commit();
        connection.close();
        try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this file system cannot replace a file in one movement", e);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        if (!connection.isClosed()) {
            connection.close();
        }
        Files.deleteIfExists(partial);
    }
}
