package fr.roubaix.cln.hardware.printer;

import static fr.roubaix.cln.hardware.printer.CommandFrame.octet;
import static fr.roubaix.cln.hardware.printer.CommandFrame.unsigned16;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.raster.Bitmap;

/** What a printer is given first and told to print later: graphics ({@code GS ( L}) and QR codes of its own ({@code GS ( k}). */
final class StoredPictures {

    private static final int QR_CODE = 49;
    private static final int USUAL_MODULE = 3;

    private final ThermalPaper paper;
    private @Nullable Bitmap graphics;
    private byte[] symbol = new byte[0];
    private int module = USUAL_MODULE;
    private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;

    StoredPictures(ThermalPaper paper) {
        this.paper = paper;
    }

    void forget() {
        graphics = null;
        symbol = new byte[0];
        module = USUAL_MODULE;
        level = ErrorCorrectionLevel.L;
    }

    /**
     * Obeys a command whose data begins at {@code from}.
     *
     * @return whether it was understood
     */
    boolean accept(byte[] c, int from) {
        if (c.length < from + 2) {
            return false;
        }
        return switch (c[2]) {
            case 'L' -> graphics(c, from);
            case 'k' -> c[from] == QR_CODE && qr(c, from);
            default -> false;
        };
    }

    private boolean graphics(byte[] c, int from) {
        int function = octet(c, from + 1);
        if (function == 2 || function == 50) {
            if (graphics != null) {
                paper.burnAll(graphics);
                graphics = null;
            }
            return true;
        }
        // Function 112: one tone, sizes of the dots, colour, columns, rows, then the rows.
        if (function != 112 || c.length < from + 10 || octet(c, from + 2) != 48) {
            return false;
        }
        var picture = Pictures.rows(unsigned16(c, from + 6), unsigned16(c, from + 8), c, from + 10);
        int wide = octet(c, from + 3);
        int tall = octet(c, from + 4);
        if (picture.isEmpty() || wide < 1 || wide > 2 || tall < 1 || tall > 2) {
            return false;
        }
        graphics = Pictures.scaled(picture.get(), wide, tall);
        return true;
    }

    private boolean qr(byte[] c, int from) {
        int function = octet(c, from + 1);
        if (c.length < from + 3) {
            return false;
        }
        int n = octet(c, from + 2);
        return switch (function) {
            // Model 1 is not drawn, as no reader of today needs it.
            case 65 -> n == 50 || n == 49;
            case 67 -> {
                module = n;
                yield n >= 1 && n <= 16;
            }
            case 69 -> correction(n);
            case 80 -> {
                symbol = Arrays.copyOfRange(c, from + 3, c.length);
                yield true;
            }
            case 81 -> {
                var drawn = drawn();
                drawn.ifPresent(paper::burnAll);
                yield drawn.isPresent();
            }
            default -> false;
        };
    }

    private boolean correction(int n) {
        var levels = java.util.List.of(
                ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H);
        if (n < 48 || n > 51) {
            return false;
        }
        level = levels.get(n - 48);
        return true;
    }

    private Optional<Bitmap> drawn() {
        if (symbol.length == 0) {
            return Optional.empty();
        }
        try {
            var matrix = Encoder.encode(new String(symbol, StandardCharsets.ISO_8859_1), level)
                    .getMatrix();
            int stride = (matrix.getWidth() + 7) / 8;
            byte[] rows = new byte[stride * matrix.getHeight()];
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        rows[y * stride + x / 8] |= (byte) (0x80 >>> x % 8);
                    }
                }
            }
            return Optional.of(
                    Pictures.scaled(Bitmap.ofRows(matrix.getWidth(), matrix.getHeight(), rows), module, module));
        } catch (WriterException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
