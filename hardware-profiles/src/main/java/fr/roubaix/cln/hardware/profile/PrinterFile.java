package fr.roubaix.cln.hardware.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import fr.roubaix.cln.hardware.printer.CodePage;
import fr.roubaix.cln.hardware.printer.EscPos.Cut;
import fr.roubaix.cln.hardware.profile.PrinterProfile.Interface;
import fr.roubaix.cln.hardware.profile.PrinterProfile.Status;

/** A file of {@code printers/}, read: a printer whose width is known, or one that nobody can use yet. */
sealed interface PrinterFile {

    /** Everything that printing needs is known. */
    record Complete(PrinterProfile profile) implements PrinterFile {}

    /** The data sheet, or the public list, does not say how many dots a line holds: it cannot be guessed. */
    record WithoutWidth(DeviceName id) implements PrinterFile {}

    static PrinterFile read(ProfileFile file) {
        var section = file.section();
        var media = section.section("media");
        var width = media.section("width");
        var features = section.section("features");
        String name = section.text("name");
        OptionalInt dpi = media.has("dpi") ? OptionalInt.of(media.integer("dpi", 100, 1_200)) : OptionalInt.empty();
        OptionalDouble roll =
                width.has("mm") ? OptionalDouble.of(width.decimal("mm", 20, 250)) : OptionalDouble.empty();
        OptionalInt pixels =
                width.has("pixels") ? OptionalInt.of(width.integer("pixels", 100, 2_000)) : OptionalInt.empty();
        List<CodePage> pages = section.section("codePages").each(PrinterFile::codePage);
        boolean raster = known(features, "bitImageRaster");
        var cut = cut(known(features, "paperFullCut"), known(features, "paperPartCut"));
        var status = section.has("status") ? section.choice("status", Status.class) : Status.UNKNOWN;
        Set<Interface> interfaces =
                section.has("interfaces") ? interfaces(section.section("interfaces")) : EnumSet.noneOf(Interface.class);
        width.end();
        media.end();
        features.end();
        section.end();
        if (pages.isEmpty()) {
            throw section.refusedAt("codePages", "il faut au moins une table de caractères.");
        }
        var id = file.device();
        return pixels.isEmpty()
                ? new WithoutWidth(id)
                : new Complete(new PrinterProfile(
                        id, name, dpi, roll, pixels.getAsInt(), pages, raster, cut, status, interfaces));
    }

    /** What nobody says that a printer can do is not asked of it. */
    private static boolean known(Section features, String key) {
        return features.has(key) && features.flag(key);
    }

    private static Cut cut(boolean full, boolean partial) {
        // Where both are possible the receipt should hang on, not fall on the floor.
        return partial ? Cut.PARTIAL : full ? Cut.FULL : Cut.NONE;
    }

    private static Set<Interface> interfaces(Section section) {
        var offered = EnumSet.noneOf(Interface.class);
        for (var each : Interface.values()) {
            String key = each.name().toLowerCase(Locale.ROOT);
            if (section.has(key) && section.flag(key)) {
                offered.add(each);
            }
        }
        section.end();
        if (offered.isEmpty()) {
            throw section.refused(
                    "il faut au moins une façon de la brancher ; si aucune n’est connue, ôtez « interfaces ».");
        }
        return offered;
    }

    private static CodePage codePage(String number, Section pages) {
        if (!number.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(number) > 255) {
            throw pages.refusedAt(number, "« " + number + " » : un numéro de table de 0 à 255 est attendu.");
        }
        String name = pages.text(number);
        return new CodePage(
                Integer.parseInt(number),
                new CodePageName(name)
                        .charset()
                        .orElseThrow(() ->
                                pages.refusedAt(number, "« " + name + " » n’est pas une table de caractères connue.")));
    }
}
