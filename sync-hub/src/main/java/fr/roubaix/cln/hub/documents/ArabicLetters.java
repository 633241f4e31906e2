package fr.roubaix.cln.hub.documents;

import java.io.ByteArrayOutputStream;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.openhtmltopdf.bidi.BidiReorderer;

/**
 * Arabic as it is written: each letter in the form that joins its neighbours, lam and alef as one sign, a run laid from right
 * to left. Joining is that of the Unicode Standard, chapter 9.2; the forms are its presentation forms (U+FB50 to U+FEFC),
 * which stand in its charts in one order for every letter: isolated, final, initial, medial, or the first two alone for a
 * letter that does not join the one after it.
 */
final class ArabicLetters implements BidiReorderer {

    private static final int LAM = 0x0644;
    private static final int TATWEEL = 0x0640;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final String OPENING = "([{<«‹";
    private static final String CLOSING = ")]}>»›";

    private static final Map<String, List<Integer>> FORMS = forms();

    @Override
    public String shapeText(String text) {
        int[] letters = text.codePoints().toArray();
        var shaped = new StringBuilder(text.length());
        boolean reached = false;
        for (int i = 0; i < letters.length; i++) {
            int letter = letters[i];
            if (isMark(letter)) {
                shaped.appendCodePoint(letter);
                continue;
            }
            if (letter == LAM && i + 1 < letters.length) {
                var together = formsOf(letter, letters[i + 1]);
                if (!together.isEmpty()) {
                    shaped.appendCodePoint(together.get(reached ? FINAL : 0));
                    reached = false;
                    i++;
                    continue;
                }
            }
            var forms = formsOf(letter);
            boolean before = reached && joinsBefore(letter);
            boolean after = joinsAfter(letter) && joinsBefore(next(letters, i));
            shaped.appendCodePoint(forms.isEmpty() ? letter : forms.get((after ? INITIAL : 0) + (before ? FINAL : 0)));
            reached = joinsAfter(letter);
        }
        return shaped.toString();
    }

    /** The letter after this one, marks left out; 0 when there is none. */
    private static int next(int[] letters, int i) {
        return IntStream.range(i + 1, letters.length)
                .map(n -> letters[n])
                .filter(letter -> !isMark(letter))
                .findFirst()
                .orElse(0);
    }

    private static boolean joinsBefore(int letter) {
        return joins(letter) || formsOf(letter).size() > FINAL;
    }

    private static boolean joinsAfter(int letter) {
        return joins(letter) || formsOf(letter).size() > INITIAL;
    }

    private static boolean joins(int letter) {
        return letter == TATWEEL || letter == ZERO_WIDTH_JOINER;
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** The letters of a run in the order in which they are laid, from the left; its numbers keep theirs (UAX #9, L2). */
    @Override
    public String reorderRTLTextToLTR(String text) {
        var bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        var laid = new ArrayList<String>();
        var levels = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); ) {
            int end = at + Character.charCount(text.codePointAt(at));
            while (end < text.length() && isMark(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            int level = bidi.getLevelAt(at);
            String letter = text.substring(at, end);
            laid.add(level % 2 == 0 ? letter : mirrored(letter));
            levels.write(level);
            at = end;
        }
        Object[] inOrder = laid.toArray();
        if (inOrder.length > 0) {
            Bidi.reorderVisually(levels.toByteArray(), 0, inOrder, 0, inOrder.length);
        }
        return Stream.of(inOrder).map(Object::toString).collect(Collectors.joining());
    }

    private static String mirrored(String letter) {
        int opening = OPENING.indexOf(letter);
        int closing = CLOSING.indexOf(letter);
        return opening >= 0
                ? CLOSING.substring(opening, opening + 1)
                : closing >= 0 ? OPENING.substring(closing, closing + 1) : letter;
    }

    /** The letters themselves, whatever their form. */
    @Override
    public String deshapeText(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(letter -> plain.append(
                        isForm(letter)
                                ? Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                                : Character.toString(letter)));
        return plain.toString();
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Whether a letter is written in one of its forms. */
    static boolean isForm(int letter) {
        return (letter >= 0xFB50 && letter <= 0xFDFF) || (letter >= 0xFE70 && letter <= 0xFEFC);
    }

    private static List<Integer> formsOf(int... letters) {
        return FORMS.getOrDefault(new String(letters, 0, letters.length), List.of());
    }

    private static Map<String, List<Integer>> forms() {
        var forms = new HashMap<String, List<Integer>>();
        // U+FBE8 and U+FBE9 are two forms alone, of a letter that has others in Arabic itself.
        IntStream.of(ranges(0xFB50, 0xFBB1, 0xFBD3, 0xFBE7, 0xFBFC, 0xFBFF, 0xFE80, 0xFEFC))
                .forEach(form -> forms.computeIfAbsent(
                                Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC),
                                _ -> new ArrayList<>())
                        .add(form));
        return forms;
    }

    private static int[] ranges(int... ends) {
        return IntStream.iterate(0, i -> i < ends.length, i -> i + 2)
                .flatMap(i -> IntStream.rangeClosed(ends[i], ends[i + 1]))
                .toArray();
    }
}
