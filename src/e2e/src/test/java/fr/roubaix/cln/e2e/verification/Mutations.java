package fr.roubaix.cln.e2e.verification;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.e2e.verification.BrowserVerifier.Pair;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.testkit.tirage.TirageAuHasard;

/** One byte of a small draw changed, at every place: whoever verifies it, jar or browser, must see it. */
public final class Mutations implements AutoCloseable {

    /** One bit, the case of a letter, the sign of a byte, all bits: five of the 255 ways to change a byte. */
    static final int[] SOME = {1, 2, 0x20, 0x80, 0xFF};

    private static final int WAYS = 255;

    private static final String LIST = """
            id;secteur;sexe;classe;qualite
            0000000000;NORD;F;16-25;CANDIDAT
            0000000011;NORD;H;26-64;CANDIDAT
            """;

    private static final String LABEL = "2025";

    private final BrowserVerifier browser;
    private final PackagedVerifier jar;
    private final Pair small;
    private final int label;

    /** @param folder where files may be written */
    public Mutations(Path folder) {
        browser = new BrowserVerifier(folder);
        jar = new PackagedVerifier(folder);
        var draw = new TirageAuHasard(LIST, "3".repeat(30), Optional.empty(), Lecture.PRIORITE_ABSOLUE, LABEL);
        small = new Pair(jar.draw(draw).pv(), draw.octets());
        label = new String(small.pv(), StandardCharsets.UTF_8).indexOf(LABEL);
    }

    /** Every way to change a byte. */
    public static int[] all() {
        var masks = new int[WAYS];
        for (int i = 0; i < WAYS; i++) {
            masks[i] = i + 1;
        }
        return masks;
    }

    /** How many bytes can be changed, in both files. */
    public int bytes() {
        return small.pv().length + small.list().length;
    }

    int bytesOfThePv() {
        return small.pv().length;
    }

    /**
     * What went unseen, in words. The browser is given the published fingerprint too, as the page is; the jar knows none,
     * so the label of the règlement, which is stated and not computed, is left out for it.
     */
    public List<String> unseen(int... masks) {
        var unseen = new ArrayList<String>();
        browser.unseenInPv(small, masks, Hash.of(small.pv()).hex())
                .forEach(place -> unseen.add("browser, pv.json, byte " + place));
        browser.unseenInList(small, masks).forEach(place -> unseen.add("browser, list, byte " + place));
        byJar("pv.json", small.pv(), masks, pv -> jar.verify(pv, small.list()), unseen);
        byJar("list", small.list(), masks, list -> jar.verify(small.pv(), list), unseen);
        return unseen;
    }

    private void byJar(String file, byte[] good, int[] masks, Function<byte[], String> verify, List<String> unseen) {
        for (int i = 0; i < good.length; i++) {
            if (good == small.pv() && i >= label && i < label + LABEL.length()) {
                continue;
            }
            for (int mask : masks) {
                byte[] altered = good.clone();
                altered[i] ^= (byte) mask;
                if (verify.apply(altered).equals("CONFORME")) {
                    unseen.add("jar, " + file + ", byte " + i + " with " + mask);
                }
            }
        }
    }

    /** Where the browser sees nothing when nobody gives it the published fingerprint: the label alone. */
    List<Integer> unseenWithoutFingerprint() {
        return browser.unseenInPv(small, new int[] {1}, "");
    }

    /** The places of the label of the règlement. */
    List<Integer> placesOfTheLabel() {
        return List.of(label, label + 1, label + 2, label + 3);
    }

    @Override
    public void close() {
        browser.close();
        jar.close();
    }
}
