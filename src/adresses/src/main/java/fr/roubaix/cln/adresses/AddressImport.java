package fr.roubaix.cln.adresses;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

import org.locationtech.jts.geom.Geometry;

import fr.roubaix.cln.adresses.Import.BadLine;
import fr.roubaix.cln.adresses.Import.BadLines;
import fr.roubaix.cln.adresses.Import.Progress;
import fr.roubaix.cln.adresses.Import.Report;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Imports addresses or sectors into the file of an address book, and keeps the other half of what it held. All or
 * nothing: whatever happens, killed or refused, the file before stays as it was. Programs that read it may go on meanwhile.
 */
public final class AddressImport {

    private static final int FIRST_SHOWN = 20;
    private static final long LINES_BETWEEN_NEWS = 50_000;

    private final Path target;
    private final Clock clock;
    private final Progress progress;

    /** @param target the file that programs read; its folder exists */
    public AddressImport(Path target, Clock clock, Progress progress) {
        this.target = target;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Imports the addresses of Roubaix from a CSV file of the Base Adresse Nationale, of the city, the département or the
     * country, compressed with gzip or not.
     *
     * @param leaveOutBadLines whether lines that are no address are left out; otherwise one is enough to refuse the file
     */
    public Import addresses(Path csv, boolean leaveOutBadLines) {
        return alone(() -> readAddresses(csv, leaveOutBadLines));
    }

    /** Imports the outlines of the five sectors from a GeoJSON file, and tells each address its sector. */
    public Import sectors(Path geoJson) {
        return alone(() -> readSectors(geoJson));
    }

    private interface Work {
        Report done() throws IOException, SQLException, Refusal;
    }

    private Import alone(Work work) {
        Path lock = target.resolveSibling(target.getFileName() + ".verrou");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held == null) {
                throw new OverlappingFileLockException();
            }
            return new Import.Done(work.done());
        } catch (Refusal refusal) {
            return refusal.refused();
        } catch (OverlappingFileLockException _) {
            return new Refusal("Un autre import est en cours dans ce dossier. Attendez qu’il soit fini.").refused();
        } catch (ZipException | EOFException _) {
            return new Refusal("Le fichier compressé est abîmé. Téléchargez-le de nouveau.").refused();
        } catch (IOException | SQLException e) {
            return new Refusal("L’import n’a pas pu écrire dans « " + target.getParent() + " » : " + e.getMessage()
                            + ". Vérifiez la place sur le disque et les droits, puis recommencez.")
                    .refused();
        }
    }

    private Report readAddresses(Path csv, boolean leaveOutBadLines) throws IOException, SQLException, Refusal {
        var before = before();
        try (var source = new Source(csv);
                var book = new NewBook(target, before.outlines())) {
            var lines = new CsvLines(source.content());
            var titles = lines.next();
            if (titles.isEmpty()) {
                throw new Refusal("Le fichier « " + csv + " » est vide. Téléchargez-le de nouveau.");
            }
            var bad = read(lines, BanLine.Columns.of(titles.get()), book, source);
            if (bad.total() > 0 && !leaveOutBadLines) {
                throw new Refusal(
                        "Ces lignes du fichier ne sont pas des adresses. Corrigez-les et recommencez, ou"
                                + " recommencez avec --sans-les-mauvaises pour importer le reste.",
                        bad);
            }
            if (book.addresses() == 0) {
                throw new Refusal("Aucune adresse de Roubaix (code INSEE " + BanLine.ROUBAIX + ") parmi les "
                        + (lines.number() - 1) + " lignes du fichier. Prenez le fichier du département du Nord (59).");
            }
            var provenance = source.provenance(clock.instant(), lines.number() - 1, book.addresses());
            book.write(BookFile.ADDRESSES, provenance);
            if (before.sectors().isPresent()) {
                book.write(BookFile.SECTORS, before.sectors().get());
            }
            return place(book, provenance, List.of(), bad);
        }
    }

    private BadLines read(CsvLines lines, BanLine.Columns columns, NewBook book, Source source)
            throws IOException, SQLException, Refusal {
        List<BadLine> first = new ArrayList<>();
        long total = 0;
        for (var fields = lines.next(); fields.isPresent(); fields = lines.next()) {
            boolean blank = fields.get().size() == 1 && fields.get().getFirst().isBlank();
            switch (blank ? new BanLine.Elsewhere("", false) : columns.read(fields.get())) {
                case BanLine.Address address -> book.write(address);
                case BanLine.Elsewhere(var town, var near) -> {
                    if (near && !town.isEmpty()) {
                        book.writeTown(town);
                    }
                }
                case BanLine.Bad(var why) -> {
                    total++;
                    if (first.size() < FIRST_SHOWN) {
                        first.add(new BadLine(lines.number(), why));
                    }
                }
            }
            if (lines.number() % LINES_BETWEEN_NEWS == 0) {
                progress.told(lines.number(), source.position(), source.size());
            }
        }
        progress.told(lines.number(), source.size(), source.size());
        return new BadLines(first, total);
    }

    private Report readSectors(Path geoJson) throws IOException, SQLException, Refusal {
        var shapes = SectorShapes.read(geoJson);
        var holes = shapes.check();
        var before = before();
        try (var source = new Source(geoJson);
                var book = new NewBook(target, shapes.outlines())) {
            var provenance = source.provenance(clock.instant(), shapes.features(), Secteur.values().length);
            book.write(BookFile.SECTORS, provenance);
            if (before.addresses().isPresent()) {
                book.write(BookFile.ADDRESSES, before.addresses().get());
                copyAddresses(book);
            }
            return place(book, provenance, holes, BadLines.NONE);
        }
    }

    private void copyAddresses(NewBook book) throws SQLException, Refusal {
        try (var old = BookFile.read(target);
                var statement = old.createStatement()) {
            try (var rows = statement.executeQuery("SELECT nom FROM commune")) {
                while (rows.next()) {
                    book.writeTown(Objects.requireNonNull(rows.getString(1)));
                }
            }
            try (var rows = statement.executeQuery("""
                    SELECT nom, numero, rep, code_postal, lon, lat FROM voie LEFT JOIN adresse ON voie = id
                    ORDER BY id, numero, rep""")) {
                while (rows.next()) {
                    String suffix = rows.getString(3);
                    Optional<HouseNumber> number =
                            suffix == null ? Optional.empty() : Optional.of(new HouseNumber(rows.getInt(2), suffix));
                    book.write(new BanLine.Address(
                            Objects.requireNonNull(rows.getString(1)),
                            number,
                            Objects.requireNonNullElse(rows.getString(4), ""),
                            rows.getDouble(5),
                            rows.getDouble(6)));
                }
            }
        }
    }

    private static Report place(NewBook book, Provenance source, List<String> holes, BadLines bad)
            throws IOException, SQLException {
        var report = new Report(
                source,
                book.streets(),
                book.addresses(),
                book.duplicates(),
                book.sectorsKnown(),
                book.outside(),
                holes,
                bad);
        book.takePlace();
        return report;
    }

    /** What the book in place holds and this import does not replace. */
    private record Before(
            Map<Secteur, Geometry> outlines, Optional<Provenance> sectors, Optional<Provenance> addresses) {}

    private Before before() throws Refusal {
        if (!Files.exists(target)) {
            return new Before(new EnumMap<>(Secteur.class), Optional.empty(), Optional.empty());
        }
        try {
            return BookReader.with(
                    target,
                    connection -> new Before(
                            BookReader.outlines(connection),
                            BookReader.provenance(connection, BookFile.SECTORS),
                            BookReader.provenance(connection, BookFile.ADDRESSES)));
        } catch (BookRefusedException e) {
            throw new Refusal(e.getMessage() + " Pour repartir de zéro, écartez ce fichier, puis importez les adresses"
                    + " et les secteurs.");
        }
    }
}
