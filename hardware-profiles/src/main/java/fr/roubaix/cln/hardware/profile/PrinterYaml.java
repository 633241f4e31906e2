package fr.roubaix.cln.hardware.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;

import fr.roubaix.cln.hardware.profile.Capabilities.Printer;

/** A printer of the public list, written as one of our files. Its second line tells whether somebody changed it since. */
record PrinterYaml(String fileName, String text) {

    private static final String SCHEMA = "# yaml-language-server: $schema=../schema/printer.schema.json\n";
    private static final String FINGERPRINT = "# Empreinte de ce qui suit : ";
    private static final int WIDTH = 110;

    static PrinterYaml of(Printer printer) {
        String body = body(printer);
        return new PrinterYaml(name(printer.model()) + ".yaml", SCHEMA + FINGERPRINT + fingerprint(body) + "\n" + body);
    }

    /** The name of a profile for a model: its own, without the maker's, which our files begin with. */
    static String name(String model) {
        return model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Whether a file is as it was written here: nobody's work is lost when it is written again. */
    static boolean untouched(String text) {
        String start = SCHEMA + FINGERPRINT;
        int end = text.indexOf('\n', start.length());
        return text.startsWith(start)
                && end > 0
                && text.substring(start.length(), end).equals(fingerprint(text.substring(end + 1)));
    }

    private static String body(Printer printer) {
        var yaml = new StringBuilder();
        comment(yaml, "Modèle « " + printer.model() + " » de la liste publique escpos-printer-db (capabilities.json).");
        comment(yaml, "Si vous changez ce fichier, une nouvelle importation le garde tel quel.");
        printer.notes().forEach(note -> comment(yaml, note));
        yaml.append("name: ").append(quoted(printer.name())).append('\n');
        yaml.append("media:\n");
        if (printer.dpi().known()) {
            yaml.append("  dpi: ").append(printer.dpi().text()).append('\n');
        }
        if (printer.roll().known() || printer.pixels().known()) {
            yaml.append("  width:\n");
            if (printer.roll().known()) {
                yaml.append("    mm: ").append(printer.roll().text()).append('\n');
            }
            if (printer.pixels().known()) {
                yaml.append("    pixels: ").append(printer.pixels().text()).append('\n');
            }
        } else {
            yaml.append("  width: {}\n");
        }
        yaml.append("codePages:\n");
        new TreeMap<>(printer.codePages())
                .forEach((number, page) -> yaml.append("  ")
                        .append(number)
                        .append(": ")
                        .append(page)
                        .append('\n'));
        yaml.append("features:\n");
        yaml.append("  bitImageRaster: ").append(printer.raster()).append('\n');
        yaml.append("  paperFullCut: ").append(printer.fullCut()).append('\n');
        yaml.append("  paperPartCut: ").append(printer.partCut()).append('\n');
        return yaml.toString();
    }

    private static void comment(StringBuilder yaml, String text) {
        var line = new StringBuilder();
        for (String word : plain(text).strip().split(" +", -1)) {
            if (!line.isEmpty() && line.length() + word.length() > WIDTH) {
                yaml.append("# ").append(line).append('\n');
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        yaml.append("# ").append(line).append('\n');
    }

    private static String quoted(String text) {
        return '"' + plain(text).strip().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** One line, without what a YAML file may not hold: the list is written by many hands. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || isPunctuation(c) ? c : ' ')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL -> true;
            default -> false;
        };
    }

    private static String fingerprint(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
