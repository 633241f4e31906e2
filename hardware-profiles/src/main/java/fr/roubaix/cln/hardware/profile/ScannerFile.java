package fr.roubaix.cln.hardware.profile;

import java.util.EnumSet;
import java.util.Locale;

import fr.roubaix.cln.hardware.profile.ScannerProfile.Mode;

/** A file of {@code scanners/}. */
final class ScannerFile {

    private ScannerFile() {}

    static ScannerProfile read(ProfileFile file) {
        var section = file.section();
        var modes = section.section("modes");
        var reads = section.section("reads");
        var offered = EnumSet.noneOf(Mode.class);
        for (var mode : Mode.values()) {
            if (modes.flag(mode.name().toLowerCase(Locale.ROOT))) {
                offered.add(mode);
            }
        }
        var scanner = new ScannerProfile(file.device(), section.text("name"), offered, reads.flag("qrCode"));
        modes.end();
        reads.end();
        section.end();
        if (offered.isEmpty()) {
            throw section.refusedAt("modes", "un lecteur donne ce qu’il lit : wedge ou serial doit être true.");
        }
        return scanner;
    }
}
