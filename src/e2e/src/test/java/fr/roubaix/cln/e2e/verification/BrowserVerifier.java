package fr.roubaix.cln.e2e.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Chromium;

/** The JavaScript of the public page in a page of its own, opened from a file as somebody without network would. */
public final class BrowserVerifier implements AutoCloseable {

    private static final Path SCRIPTS = Path.of(System.getProperty("cln.racine", "."))
            .toAbsolutePath()
            .resolve("sync-hub/src/main/resources/META-INF/resources/site/verificateur");

    private static final String BYTES = "const octets = t => Uint8Array.from(atob(t), c => c.charCodeAt(0));";

    private static final String VERIFY = "async (lot) => {" + BYTES + """
              const reponses = [];
              for (const [pv, liste] of lot) {
                reponses.push((await CLN.comparaison.verifier(octets(pv), octets(liste))).phrase);
              }
              return reponses;
            }""";

    private static final String MUTATE = "async ([fichier, autre, masques, cestLaListe, publiee]) => {" + BYTES + """
              const bon = octets(fichier), fixe = octets(autre), vus = [];
              for (let i = 0; i < bon.length; i++) {
                for (const masque of masques) {
                  const faux = bon.slice();
                  faux[i] ^= masque;
                  const [pv, liste] = cestLaListe ? [fixe, faux] : [faux, fixe];
                  if ((await CLN.comparaison.verifier(pv, liste, publiee)).etat === 'CONFORME') vus.push(i);
                }
              }
              return vus;
            }""";

    private final Chromium chromium = new Chromium();
    private final Page page;

    /** @param folder where the page may be written */
    public BrowserVerifier(Path folder) {
        String html = List.of("empreinte", "liste", "plan", "tirage", "comparaison").stream()
                .map(name -> "<script src='" + SCRIPTS.resolve(name + ".js").toUri() + "'></script>")
                .collect(Collectors.joining("\n", "<!DOCTYPE html><meta charset='utf-8'>\n", "\n"));
        try {
            Path file = Files.writeString(folder.resolve("verificateur.html"), html);
            page = chromium.person(800, 600).newPage();
            page.navigate(file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two files to hold against each other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    public record Pair(byte[] pv, byte[] list) {}

    /** What it says of each pair, as the page shows it. */
    public List<String> verify(List<Pair> pairs) {
        return strings(page.evaluate(
                VERIFY,
                pairs.stream()
                        .map(pair -> List.of(base64(pair.pv()), base64(pair.list())))
                        .toList()));
    }

    /** Where a changed byte of the file goes unseen. */
    List<Integer> unseenInPv(Pair pair, int[] masks, String published) {
        return unseen(List.of(base64(pair.pv()), base64(pair.list()), list(masks), false, published));
    }

    List<Integer> unseenInList(Pair pair, int[] masks) {
        return unseen(List.of(base64(pair.list()), base64(pair.pv()), list(masks), true, ""));
    }

    private List<Integer> unseen(List<Object> arguments) {
        return ((List<?>) page.evaluate(MUTATE, arguments))
                .stream().map(n -> ((Number) n).intValue()).toList();
    }

    /** Whether the browser does the digests. */
    boolean hasWebCrypto() {
        return (Boolean) page.evaluate("() => CLN.empreinte.duNavigateur()");
    }

    /** As on a page that was not served over HTTPS. */
    void withoutWebCrypto() {
        page.evaluate("() => Object.defineProperty(crypto, 'subtle', {value: undefined})");
    }

    /** SHA-256 by the script alone, in hexadecimal. */
    String ownSha256(byte[] bytes) {
        return (String) page.evaluate(
                "t => CLN.empreinte.hex(CLN.empreinte.parNousMemes(Uint8Array.from(atob(t), c => c.charCodeAt(0))))",
                base64(bytes));
    }

    /** In milliseconds: the whole draw again, then the digests alone by the browser and by the script. */
    public Map<String, Double> times(Pair pair) {
        var times = (Map<?, ?>) page.evaluate(
                "async ([pv, liste]) => {" + BYTES + """
                  const chrono = async f => { const t = performance.now(); await f(); return performance.now() - t; };
                  const textes = Array.from({length: 5000}, (_, i) => 'x'.repeat(180) + i);
                  const [p, l] = [octets(pv), octets(liste)];
                  return {
                    tirage: await chrono(() => CLN.comparaison.verifier(p, l)),
                    navigateur: await chrono(() => CLN.empreinte.deTextes(textes)),
                    script: await chrono(() => CLN.empreinte.deTextes(textes, true)),
                  };
                }""", List.of(base64(pair.pv()), base64(pair.list())));
        return times.entrySet().stream()
                .collect(Collectors.toMap(e -> (String) e.getKey(), e -> ((Number) e.getValue()).doubleValue()));
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<String> strings(Object answer) {
        return ((List<?>) answer).stream().map(String.class::cast).toList();
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
