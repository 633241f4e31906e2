package fr.roubaix.cln.testkit.translation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of some files beside the keys that sources name. A key is named whole, or by a beginning that ends with a full
 * stop and is completed at run time, or by a stem to which {@code .something} is added.
 */
public final class TranslationKeys {

    /** A literal that looks like a key or the beginning of one. */
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+\\.?|[a-z][a-z0-9-]*\\.?)\"");

    private static final Pattern SUFFIX = Pattern.compile("\"(\\.[a-z][A-Za-z0-9.-]*)\"");

    private final Properties texts = new Properties();
    private final Set<String> literals = new TreeSet<>();
    private final Set<String> suffixes = new TreeSet<>();

    private TranslationKeys() {}

    /** Reads files of texts and every Java source below some folders. */
    public static TranslationKeys of(List<Path> files, List<Path> sources) {
        try {
            return read(files, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TranslationKeys read(List<Path> files, List<Path> sources) throws IOException {
        var keys = new TranslationKeys();
        for (Path file : files) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                keys.texts.load(reader);
            }
        }
        for (Path folder : sources) {
            try (var walked = Files.walk(folder)) {
                for (Path source :
                        walked.filter(f -> f.toString().endsWith(".java")).toList()) {
                    keys.read(Files.readString(source));
                }
            }
        }
        return keys;
    }

    private void read(String source) {
        LITERAL.matcher(source).results().forEach(m -> literals.add(m.group(1)));
        SUFFIX.matcher(source).results().forEach(m -> suffixes.add(m.group(1)));
    }

    /** Every text, by its key. */
    public Map<String, String> texts() {
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
    }

    /** Texts that no source names. */
    public Set<String> unused() {
        return texts.stringPropertyNames().stream()
                .filter(key -> !named(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean named(String key) {
        return literals.contains(key)
                || literals.stream().anyMatch(l -> l.endsWith(".") && key.startsWith(l))
                || suffixes.stream()
                        .anyMatch(s -> key.endsWith(s) && named(key.substring(0, key.length() - s.length())));
    }

    /** Keys that a source names whole, in a family that the file has, without a text. */
    public Set<String> missing() {
        Set<String> known = texts.stringPropertyNames();
        Set<String> families = known.stream().map(TranslationKeys::family).collect(Collectors.toSet());
        return literals.stream()
                .filter(literal ->
                        literal.contains(".") && !literal.endsWith(".") && families.contains(family(literal)))
                .filter(literal -> known.stream().noneMatch(k -> k.equals(literal) || k.startsWith(literal + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Texts that are no pattern, or that keep a brace when they are filled. */
    public Set<String> unfillable() {
        return texts.stringPropertyNames().stream()
                .filter(key -> !fillable(texts.getProperty(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean fillable(String text) {
        try {
            String filled = new MessageFormat(text, Locale.FRANCE).format(new Object[] {2, 3, 4, 5, 6});
            return !filled.contains("{");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String family(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
