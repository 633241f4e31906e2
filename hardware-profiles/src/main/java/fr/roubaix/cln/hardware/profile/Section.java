package fr.roubaix.cln.hardware.profile;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import fr.roubaix.cln.hardware.profile.YamlNode.Entry;
import fr.roubaix.cln.hardware.profile.YamlNode.Mapping;
import fr.roubaix.cln.hardware.profile.YamlNode.Scalar;

/** A mapping being read: every key is asked for by name and kind, and {@link #end} refuses what nobody asked for. */
final class Section {

    private final String file;
    private final Mapping mapping;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();

    Section(String file, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    String text(String key) {
        var scalar = scalar(key);
        if (scalar.text().isBlank()) {
            throw refused(scalar.line(), "« " + key + " » est vide.");
        }
        return scalar.text().strip();
    }

    int integer(String key, int least, int most) {
        var scalar = scalar(key);
        if (scalar.text().matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(scalar.text());
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw refused(
                scalar.line(),
                "« " + key + ": " + scalar.text() + " » : un nombre entier de " + least + " à " + most
                        + " est attendu.");
    }

    /** Whether a key that may be left out is there, well written or nearly: reading it then says what is wrong. */
    boolean has(String key) {
        possible.add(key);
        return mapping.entries().keySet().stream().anyMatch(there -> there.equals(key) || misspells(there, key));
    }

    /** A number with at most three decimals, after a full stop as YAML writes it. */
    double decimal(String key, double least, double most) {
        var scalar = scalar(key);
        if (scalar.text().matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            double value = Double.parseDouble(scalar.text());
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw refused(
                scalar.line(),
                String.format(
                        Locale.ROOT,
                        "« %s: %s » : un nombre de %.1f à %.1f est attendu, avec un point.",
                        key,
                        scalar.text(),
                        least,
                        most));
    }

    boolean flag(String key) {
        var scalar = scalar(key);
        return switch (scalar.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(scalar.line(), "« " + key + ": " + scalar.text() + " » : écrivez true ou false.");
        };
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        var scalar = scalar(key);
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(scalar.text()))
                .findFirst()
                .orElseThrow(() -> refused(
                        scalar.line(),
                        "« " + key + ": " + scalar.text() + " » n’est pas connu. Possible : "
                                + Arrays.stream(constants)
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The device that a key names. */
    <D> D device(String key, Map<DeviceName, D> known) {
        var scalar = scalar(key);
        var device = DeviceName.isOne(scalar.text()) ? known.get(new DeviceName(scalar.text())) : null;
        if (device == null) {
            var names = known.keySet().stream().map(DeviceName::text).toList();
            var nearest = NearestNames.of(scalar.text(), names);
            throw refused(
                    scalar.line(),
                    "aucun appareil « " + scalar.text() + " »."
                            + (nearest.any() ? nearest.sentence() : " Il y a : " + String.join(", ", names) + "."));
        }
        return device;
    }

    Section section(String key) {
        var value = entry(key).value();
        return switch (value) {
            case Mapping inner -> new Section(file, inner);
            case Scalar scalar -> throw refused(scalar.line(), "« " + key + " » contient d’autres clés, en retrait.");
        };
    }

    /** Every entry of a mapping whose keys are free, such as numbers. */
    <T> List<T> each(BiFunction<String, Section, T> read) {
        asked.addAll(mapping.entries().keySet());
        return mapping.entries().keySet().stream()
                .map(key -> read.apply(key, this))
                .toList();
    }

    /** Nothing is left that nobody asked for. */
    void end() {
        mapping.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                throw refused(entry.line(), "la clé « " + key + " » n’est pas connue." + possible(key));
            }
        });
    }

    /** The nearest keys, or else all of them. */
    private String possible(String key) {
        var nearest = NearestNames.of(key, possible);
        return nearest.any() ? nearest.sentence() : " Possible : " + String.join(", ", possible) + ".";
    }

    /** Of the mapping as a whole. */
    ProfileRefusedException refused(String reason) {
        return refused(mapping.line(), reason);
    }

    ProfileRefusedException refusedAt(String key, String reason) {
        return refused(entry(key).line(), reason);
    }

    private Scalar scalar(String key) {
        var value = entry(key).value();
        return switch (value) {
            case Scalar scalar -> scalar;
            case Mapping inner -> throw refused(inner.line(), "« " + key + " » attend une valeur simple.");
        };
    }

    private Entry entry(String key) {
        asked.add(key);
        possible.add(key);
        var entry = mapping.entries().get(key);
        if (entry == null) {
            // A misspelt key is reported as such, which helps more than the absence of the right one.
            mapping.entries().forEach((there, misspelt) -> {
                if (misspells(there, key)) {
                    throw refused(
                            misspelt.line(),
                            "la clé « " + there + " » n’est pas connue. Vouliez-vous dire « " + key + " » ?");
                }
            });
            throw refused(mapping.line(), "il manque la clé « " + key + " ».");
        }
        return entry;
    }

    /** Whether a key that nobody asked for yet is nearly this one. */
    private boolean misspells(String there, String key) {
        return !asked.contains(there) && NearestNames.of(there, Set.of(key)).any();
    }

    private ProfileRefusedException refused(int line, String reason) {
        return new ProfileRefusedException(file, line, reason);
    }
}
