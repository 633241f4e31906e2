package fr.roubaix.cln.hardware.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code capabilities.json} of the public escpos-printer-db: an object {@code profiles}, by model, of {@code name},
 * {@code vendor}, {@code notes}, {@code features}, {@code media} and {@code codePages}. Written by many hands: a width may be
 * {@code "Unknown"}, a table may be one that nobody implemented.
 *
 * @param printers what can be described, by the name of its model there
 * @param leftOut the other models, and why
 */
record Capabilities(List<Printer> printers, SortedMap<String, String> leftOut) {

    /** The public file holds a hundred kilobytes. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /**
     * A model of the list.
     *
     * @param codePages those that are known here, by number
     * @param notes what the list says about it, and what was left out of it
     */
    record Printer(
            String model,
            String name,
            Measure dpi,
            Measure roll,
            Measure pixels,
            Map<Integer, String> codePages,
            boolean raster,
            boolean fullCut,
            boolean partCut,
            List<String> notes) {}

    /** A number of the list; empty where it is unknown, or makes no sense. */
    record Measure(String text) {
        boolean known() {
            return !text.isEmpty();
        }
    }

    /** What became of a file. */
    sealed interface Reading {
        record Read(Capabilities capabilities) implements Reading {}

        /** Nothing of it can be used; a sentence for whoever chose it. */
        record Refused(String why) implements Reading {}
    }

    static Reading read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return new Reading.Refused("Le fichier « " + file + " » dépasse " + LARGEST / 1024 / 1024
                        + " Mo : ce n’est pas le capabilities.json d’escpos-printer-db.");
            }
            return read(JSON.readTree(Files.readAllBytes(file)), file);
        } catch (IOException e) {
            return new Reading.Refused("Le fichier « " + file + " » ne peut pas être lu.");
        } catch (JacksonException e) {
            var location = e.getLocation();
            return new Reading.Refused("Le fichier « " + file + " » n’est pas du JSON bien formé"
                    + (location == null ? "" : " (ligne " + Math.max(1, location.getLineNr()) + ")")
                    + ". Téléchargez-le de nouveau en entier.");
        }
    }

    private static Reading read(JsonNode root, Path file) {
        var profiles = root.path("profiles");
        if (!profiles.isObject() || profiles.isEmpty()) {
            return new Reading.Refused("Le fichier « " + file
                    + " » ne contient pas de « profiles ». Prenez dist/capabilities.json dans escpos-printer-db.");
        }
        var printers = new ArrayList<Printer>();
        var leftOut = new TreeMap<String, String>();
        profiles.properties().forEach(entry -> {
            switch (printer(entry.getKey(), entry.getValue())) {
                case Known(var printer) -> printers.add(printer);
                case Useless(var why) -> leftOut.put(entry.getKey(), why);
            }
        });
        return new Reading.Read(new Capabilities(List.copyOf(printers), leftOut));
    }

    private sealed interface Judged {}

    private record Known(Printer printer) implements Judged {}

    private record Useless(String why) implements Judged {}

    private static Judged printer(String model, JsonNode profile) {
        var features = profile.path("features");
        if (!profile.isObject() || !features.isObject()) {
            return new Useless("sa description n’a pas la forme attendue");
        }
        if (features.path("starCommands").asBoolean(false)) {
            return new Useless("elle parle le langage de Star, et non ESC/POS");
        }
        var notes = new ArrayList<String>();
        var pages = codePages(profile.path("codePages"), notes);
        if (pages.isEmpty()) {
            return new Useless("aucune de ses tables de caractères n’est connue ici");
        }
        var media = profile.path("media");
        var width = media.path("width");
        var pixels = measure(width.path("pixels"), 100, 2_000, true);
        if (!pixels.known()) {
            notes.add("La largeur en points n’est pas connue : complétez media.width.pixels avant de nommer"
                    + " cette imprimante.");
        }
        String name = (profile.path("vendor").asString("") + " "
                        + profile.path("name").asString(model))
                .strip();
        return new Known(new Printer(
                model,
                name,
                measure(media.path("dpi"), 100, 1_200, true),
                measure(width.path("mm"), 20, 250, false),
                pixels,
                pages,
                features.path("bitImageRaster").asBoolean(false),
                features.path("paperFullCut").asBoolean(false),
                features.path("paperPartCut").asBoolean(false),
                List.copyOf(notes)));
    }

    private static Map<Integer, String> codePages(JsonNode pages, List<String> notes) {
        var known = new LinkedHashMap<Integer, String>();
        var unknown = new ArrayList<String>();
        for (var page : pages.properties()) {
            String name = page.getValue().asString("");
            boolean numbered = page.getKey().matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(page.getKey()) <= 255;
            if (numbered && new CodePageName(name).charset().isPresent()) {
                known.put(Integer.valueOf(page.getKey()), name);
            } else {
                unknown.add(page.getKey() + " " + name);
            }
        }
        if (!unknown.isEmpty()) {
            notes.add("Tables de caractères laissées de côté : " + String.join(", ", unknown) + ".");
        }
        return known;
    }

    /** A number within reason, written as a number or as text; "Unknown" and all else is not known. */
    private static Measure measure(JsonNode value, int least, int most, boolean whole) {
        String text = value.isNumber() || value.isString() ? value.asString("").strip() : "";
        String form = whole ? "[0-9]{1,6}" : "[0-9]{1,6}(\\.[0-9]{1,3})?";
        if (!text.matches(form)) {
            return new Measure("");
        }
        double number = Double.parseDouble(text);
        return new Measure(number >= least && number <= most ? text : "");
    }
}
