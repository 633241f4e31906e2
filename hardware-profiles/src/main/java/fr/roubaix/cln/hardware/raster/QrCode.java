package fr.roubaix.cln.hardware.raster;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004) at error correction level Q, which still reads with a quarter of its words damaged. */
public final class QrCode {

    /** White modules that a reader needs on every side (ISO/IEC 18004 §6.3.8). */
    public static final int QUIET_ZONE = 4;

    /** Beyond 9 dots (1.1 mm at 203 dpi) a larger module reads no better and only costs paper. */
    private static final int LARGEST_MODULE = 9;

    private final ByteMatrix modules;
    private final int version;

    private QrCode(ByteMatrix modules, int version) {
        this.modules = modules;
        this.version = version;
    }

    /** The smallest code that holds a text; capitals, digits and {@code $%*+-./:} take the least room. */
    public static QrCode of(String text) {
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.Q);
            return new QrCode(code.getMatrix(), code.getVersion().getVersionNumber());
        } catch (WriterException e) {
            throw new IllegalArgumentException("this text does not fit a QR code", e);
        }
    }

    /** 1 to 40. */
    public int version() {
        return version;
    }

    /** Modules on a side, quiet zone left out. */
    public int modules() {
        return modules.getWidth();
    }

    /** Whether a module is black. */
    public boolean black(int column, int row) {
        return modules.get(column, row) == 1;
    }

    /**
     * The largest whole number of dots per module that fits, quiet zone included: whole, because a module of uneven width
     * is what scanners fail on.
     */
    public int dotsPerModule(int widthInDots) {
        int dots = Math.min(LARGEST_MODULE, widthInDots / (modules() + 2 * QUIET_ZONE));
        if (dots < 1) {
            throw new IllegalArgumentException("no QR code of " + modules() + " modules fits " + widthInDots + " dots");
        }
        return dots;
    }
}
