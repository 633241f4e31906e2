package fr.roubaix.cln.hardware.raster;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004) at error correction level Q, which still reads with a quarter of its words damaged. */
public final class QrCode {

    /** White modules that a reader needs on every side (ISO/IEC 18004 §6.3.8). */
    public static final int QUIET_ZONE = 4;

    /** Beyond 9 dots (1.1 mm at 203 dpi) a larger module reads no better and only costs paper. */
    private static final int LARGEST_MODULE = 9;

    /** Dots per module at which a code must read back: those of both rolls, and how they look from farther. */
    private static final int[] CHECKED_MODULES = {3, 4, 6, 9};

    private final ByteMatrix modules;
    private final int version;

    private QrCode(ByteMatrix modules, int version) {
        this.modules = modules;
        this.version = version;
    }

    /**
     * The smallest code that holds a text; capitals, digits and {@code $%*+-./:} take the least room.
     *
     * <p>Of the eight masks that the standard allows, the usual one unless ZXing, which reads for cameras, misses it: one
     * code in a hundred happens to hold a false alignment pattern, and would fail its bearer at every distance.
     */
    public static QrCode of(String text) {
        var usual = encode(text, Map.of());
        if (usual.reads(text)) {
            return usual;
        }
        return IntStream.range(0, com.google.zxing.qrcode.encoder.QRCode.NUM_MASK_PATTERNS)
                .mapToObj(mask -> encode(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask)))
                .filter(code -> code.reads(text))
                .findFirst()
                .orElse(usual);
    }

    private static QrCode encode(String text, Map<EncodeHintType, ?> hints) {
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.Q, hints);
            return new QrCode(code.getMatrix(), code.getVersion().getVersionNumber());
        } catch (WriterException e) {
            throw new IllegalArgumentException("this text does not fit a QR code", e);
        }
    }

    /** Whether the finder of whole pictures reads this code back, near and far. */
    private boolean reads(String text) {
        return IntStream.of(CHECKED_MODULES).allMatch(module -> reads(text, module));
    }

    private boolean reads(String text, int module) {
        int side = (modules() + 2 * QUIET_ZONE) * module;
        var dots = new BitMatrix(side);
        for (int row = 0; row < modules(); row++) {
            for (int column = 0; column < modules(); column++) {
                if (black(column, row)) {
                    dots.setRegion((column + QUIET_ZONE) * module, (row + QUIET_ZONE) * module, module, module);
                }
            }
        }
        try {
            var found = new Detector(dots).detect().getBits();
            return new Decoder().decode(found).getText().equals(text);
        } catch (NotFoundException | FormatException | ChecksumException e) {
            return false;
        }
    }

    /** The text of the code in a picture; none when no code is found in it, or it does not read. */
    public static Optional<String> read(Bitmap picture) {
        var dots = new BitMatrix(picture.width(), Math.max(1, picture.height()));
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.black(x, y)) {
                    dots.set(x, y);
                }
            }
        }
        try {
            var found = new Detector(dots).detect(Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE));
            return Optional.of(new Decoder().decode(found.getBits()).getText());
        } catch (NotFoundException | FormatException | ChecksumException e) {
            return Optional.empty();
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
