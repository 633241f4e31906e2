package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.roubaix.cln.adresses.Import.Done;
import fr.roubaix.cln.adresses.Import.Refused;
import fr.roubaix.cln.demo.AdressesFictives;

/** Files to import, and imports of them, in one folder. */
final class Town {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);
    static final String TITLES = "numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat";

    final Path folder;
    final Path book;

    Town(Path folder) {
        this.folder = folder;
        this.book = folder.resolve("adresses.db");
    }

    AddressImport importer() {
        return new AddressImport(book, NOON, (_, _, _) -> {});
    }

    /** The lines under {@link #TITLES}. */
    Path csv(String... lines) throws IOException {
        var all = new ArrayList<>(List.of(TITLES));
        all.addAll(List.of(lines));
        return Files.write(folder.resolve("ban.csv"), all);
    }

    /** An address in the middle of the sector Centre of the made-up town. */
    static String line(String number, String suffix, String street) {
        return line(number, suffix, street, "3.1750", "50.6900");
    }

    static String line(String number, String suffix, String street, String lon, String lat) {
        return String.join(";", number, suffix, street, "59100", "59512", "Roubaix", lon, lat);
    }

    Path sectors() throws IOException {
        return sectors(AdressesFictives.secteurs());
    }

    Path sectors(String json) throws IOException {
        return Files.writeString(folder.resolve("secteurs.geojson"), json);
    }

    Path csv(Stream<String> lines) throws IOException {
        return Files.write(folder.resolve("ban.csv"), lines.toList(), StandardCharsets.UTF_8);
    }

    /** The made-up town with its sectors, ready to be searched. */
    static AddressBook fictitious(Path folder, long seed, int streets, int addresses) throws IOException {
        var town = new Town(folder);
        town.done(town.importer().sectors(town.sectors()));
        town.done(town.importer().addresses(town.csv(AdressesFictives.ville(seed, streets, addresses)), false));
        return AddressBook.open(town.book);
    }

    Import.Report done(Import result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done) result).report();
    }

    Refused refused(Import result) {
        assertThat(result).isInstanceOf(Refused.class);
        return (Refused) result;
    }
}
