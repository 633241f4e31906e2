package fr.roubaix.cln.kiosk.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import com.sun.management.HotSpotDiagnosticMXBean;

/** Looks for words that begin like no other in everything that this process still holds on to. */
final class HeapSearch {

    private static final int LETTERS = 4;

    private HeapSearch() {}

    /** The words of the living heap that begin with a prefix and go on with four capital letters. */
    static Set<String> wordsBeginningWith(String prefix, Path folder) {
        Path dump = folder.resolve("memoire.hprof");
        try {
            var diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            diagnostics.dumpHeap(dump.toString(), true);
            byte[] heap = Files.readAllBytes(dump);
            var found = words(heap, prefix.getBytes(StandardCharsets.ISO_8859_1), 1);
            found.addAll(words(heap, prefix.getBytes(StandardCharsets.UTF_16LE), 2));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(dump);
        }
    }

    private static void delete(Path dump) {
        try {
            Files.deleteIfExists(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(byte[] heap, byte[] prefix, int width) {
        var found = new TreeSet<String>();
        int last = heap.length - prefix.length - LETTERS * width;
        for (int i = 0; i <= last; i++) {
            if (heap[i] == prefix[0] && matches(heap, i, prefix)) {
                word(heap, i + prefix.length, width, found);
            }
        }
        return found;
    }

    private static boolean matches(byte[] heap, int at, byte[] prefix) {
        for (int i = 1; i < prefix.length; i++) {
            if (heap[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static void word(byte[] heap, int at, int width, Set<String> found) {
        var letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            byte letter = heap[at + i * width];
            if (letter < 'A' || letter > 'Z') {
                return;
            }
            letters.append((char) letter);
        }
        found.add(letters.toString());
    }
}
