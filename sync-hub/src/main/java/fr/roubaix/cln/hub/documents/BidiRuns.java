package fr.roubaix.cln.hub.documents;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Parts a paragraph into runs of one direction, as the Unicode algorithm says (UAX #9, by the JDK). What stands inside
 * right-to-left text, a number for instance, stays in its run: {@link ArabicLetters} lays the run as a whole.
 */
final class BidiRuns implements BidiSplitter {

    private List<BidiTextRun> runs = List.of();

    @Override
    public void setParagraph(String paragraph, byte direction) {
        var bidi = new Bidi(
                paragraph,
                switch (direction) {
                    case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
                    case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
                    default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
                });
        runs = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= paragraph.length(); at++) {
            boolean rightToLeft = bidi.getLevelAt(start) > 0;
            if (at == paragraph.length() || (bidi.getLevelAt(at) > 0) != rightToLeft) {
                runs.add(new BidiTextRun(start, at - start, rightToLeft ? RTL : LTR));
                start = at;
            }
        }
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        return runs.get(run);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return paragraph
                .codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .map(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? LTR : RTL)
                .orElse(NEUTRAL);
    }
}
