package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.Html;

import fr.roubaix.cln.hardware.raster.QrCode;

/** An address as a square for the camera of a tablet; the same address stands beside it in letters. */
final class CarreDAdresse extends Html {

    private CarreDAdresse(String svg) {
        super(svg);
    }

    static CarreDAdresse de(String adresse) {
        var qr = QrCode.of(adresse);
        var chemin = new StringBuilder();
        for (int y = 0; y < qr.modules(); y++) {
            for (int x = 0; x < qr.modules(); x++) {
                if (qr.black(x, y)) {
                    chemin.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        int marge = QrCode.QUIET_ZONE;
        int cote = qr.modules() + 2 * marge;
        return new CarreDAdresse(
                "<div class=\"agent__carre\" aria-hidden=\"true\"><svg viewBox=\"%d %d %d %d\" shape-rendering=\"crispEdges\"><path d=\"%s\"/></svg></div>"
                        .formatted(-marge, -marge, cote, cote, chemin));
    }
}
