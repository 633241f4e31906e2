package fr.roubaix.cln.hardware.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Turns the public list of printers into files of a folder of profiles. All or nothing: every file is prepared, and the folder
 * tried as it will be, before the first one changes.
 *
 * @param folder holds {@code printers/}, or will
 * @param replace also what somebody changed by hand
 */
record PrinterImport(Path folder, boolean replace) {

    /** What became of an import. */
    sealed interface Outcome {

        /**
         * The files are there.
         *
         * @param withoutWidth those that no site can name before somebody completes them
         * @param kept left as somebody changed them
         * @param leftOut models that cannot be described, and why
         */
        record Done(
                List<String> written, List<String> withoutWidth, List<String> kept, SortedMap<String, String> leftOut)
                implements Outcome {}

        /** Nothing changed; a sentence that says what to do. */
        record Refused(String why) implements Outcome {}
    }

    Outcome from(Path capabilities) {
        return switch (Capabilities.read(capabilities)) {
            case Capabilities.Reading.Refused(var why) -> new Outcome.Refused(why);
            case Capabilities.Reading.Read(var read) -> {
                try {
                    yield write(read);
                } catch (ProfileRefusedException e) {
                    yield new Outcome.Refused("Le dossier « " + folder + " » est refusé. " + e.getMessage());
                } catch (IOException e) {
                    yield new Outcome.Refused("Le dossier « " + folder
                            + " » ne peut pas être écrit. Vérifiez vos droits et la place qui reste.");
                }
            }
        };
    }

    private Outcome write(Capabilities capabilities) throws IOException {
        var shipped = ProfileFile.shipped();
        var tried = ProfileFile.shipped();
        if (Files.exists(folder)) {
            tried.putAll(ProfileFile.in(folder));
        }
        var leftOut = capabilities.leftOut();
        var kept = new ArrayList<String>();
        var withoutWidth = new ArrayList<String>();
        var toWrite = new LinkedHashMap<String, String>();
        for (var printer : capabilities.printers()) {
            var yaml = PrinterYaml.of(printer);
            String path = ProfileFile.PRINTERS + "/" + yaml.fileName();
            var there = tried.get(path);
            if (PrinterYaml.name(printer.model()).isEmpty() || shipped.containsKey(path) || toWrite.containsKey(path)) {
                leftOut.put(printer.model(), "un autre appareil porte déjà ce nom");
            } else if (there != null && !replace && !PrinterYaml.untouched(there.yaml())) {
                kept.add(path);
            } else {
                toWrite.put(path, yaml.text());
                if (!printer.pixels().known()) {
                    withoutWidth.add(path);
                }
            }
        }
        toWrite.forEach((path, yaml) -> tried.put(path, new ProfileFile(path, true, yaml)));
        Profiles.of(tried);
        put(toWrite);
        return new Outcome.Done(List.copyOf(toWrite.keySet()), withoutWidth, kept, leftOut);
    }

    /** Every file beside its place first: what fails on the way leaves no file half written, and no new one. */
    private void put(Map<String, String> files) throws IOException {
        Files.createDirectories(folder.resolve(ProfileFile.PRINTERS));
        var prepared = new LinkedHashMap<Path, Path>();
        try {
            for (var file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Path beside = target.resolveSibling("." + target.getFileName() + ".tmp");
                prepared.put(beside, target);
                Files.writeString(beside, file.getValue());
            }
            for (var each : prepared.entrySet()) {
                Files.move(
                        each.getKey(),
                        each.getValue(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path beside : prepared.keySet()) {
                Files.deleteIfExists(beside);
            }
        }
        ProfileFile.publishSchemas(folder);
    }
}
