package fr.roubaix.cln.hub.documents;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Where a line may end. Never behind an apostrophe: « l’ » and its word stay together. */
final class LineBreaks implements FSTextBreaker {

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public void setText(String text) {
        this.text = text;
        breaks.setText(text);
    }

    @Override
    public int next() {
        int next = breaks.next();
        while (next > 0 && next < text.length() && elides(next - 1)) {
            next = breaks.next();
        }
        return next;
    }

    private boolean elides(int at) {
        return text.charAt(at) == '’' || text.charAt(at) == '\'';
    }
}
