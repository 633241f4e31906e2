package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a person types, made of strings that nothing else contains, and the search for them in bytes: as UTF-8 (Latin-1
 * is the same for them), as UTF-16 in either order, in capitals, and in base64.
 */
final class Canary {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int CHUNK = 1 << 20;

    private final Map<String, String> typed;
    private final Map<String, List<byte[]>> patterns = new LinkedHashMap<>();

    /** @param typed what each field received, by the name of the field */
    Canary(Map<String, String> typed) {
        this.typed = new LinkedHashMap<>(typed);
        this.typed.forEach((field, text) -> {
            var forms = new ArrayList<byte[]>();
            for (String form :
                    new LinkedHashSet<>(List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)))) {
                ENCODINGS.forEach(encoding -> forms.add(form.getBytes(encoding)));
                forms.addAll(inBase64(form.getBytes(StandardCharsets.UTF_8)));
            }
            patterns.put(field, forms);
        });
    }

    /** The part of a text that base64 writes the same whatever stands around it, for the three places it may begin at. */
    private static List<byte[]> inBase64(byte[] text) {
        var forms = new ArrayList<byte[]>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + text.length];
            System.arraycopy(text, 0, shifted, before, text.length);
            String whole = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length % 3 == 0 ? whole.length() : whole.length() - 1;
            forms.add(whole.substring(from, to).getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    Set<String> fields() {
        return patterns.keySet();
    }

    /** The fields that can be read in these bytes. */
    Set<String> readableIn(byte[] bytes) {
        var found = new LinkedHashSet<String>();
        patterns.forEach((field, forms) -> {
            if (forms.stream().anyMatch(form -> contains(bytes, bytes.length, form))) {
                found.add(field);
            }
        });
        return found;
    }

    /** The fields that can be read in a file, however large. */
    Set<String> readableIn(Path file) throws IOException {
        var found = new LinkedHashSet<String>();
        int overlap = patterns.values().stream()
                .flatMap(List::stream)
                .mapToInt(form -> form.length)
                .max()
                .orElse(1);
        byte[] window = new byte[CHUNK + overlap];
        int kept = 0;
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.readNBytes(window, kept, CHUNK);
                    read > 0;
                    read = bytes.readNBytes(window, kept, CHUNK)) {
                int length = kept + read;
                search(window, length, found);
                kept = Math.min(overlap, length);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
        }
        return found;
    }

    private void search(byte[] window, int length, Set<String> found) {
        patterns.forEach((field, forms) -> {
            if (!found.contains(field) && forms.stream().anyMatch(form -> contains(window, length, form))) {
                found.add(field);
            }
        });
    }

    private static boolean contains(byte[] bytes, int length, byte[] pattern) {
        int last = length - pattern.length;
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == pattern[0] && matches(bytes, i, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] pattern) {
        for (int i = 1; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
