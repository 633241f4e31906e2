package fr.roubaix.cln.web.access;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/**
 * The outline of a bank card (ISO/IEC 7810 ID-1: 85.60 by 53.98 mm) as large as it should be on this screen. Whoever lays a
 * card on it sees whether a millimetre is a millimetre.
 */
@Tag("cln-carte")
@JavaScript("context://cln/essais.js")
public final class MillimetreCard extends Component {

    private double pixelsPerMillimetre;

    public MillimetreCard(double pixelsPerMillimetre) {
        draw(pixelsPerMillimetre);
    }

    /** Draws it as if so many pixels were a millimetre. */
    public void draw(double pixels) {
        pixelsPerMillimetre = pixels;
        getElement().setAttribute("pixels", String.format(Locale.ROOT, "%.4f", pixels));
    }

    /** How many pixels are a millimetre, if the card covers the outline. */
    public double pixelsPerMillimetre() {
        return pixelsPerMillimetre;
    }
}
