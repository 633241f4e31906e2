package fr.roubaix.cln.kiosk.device;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** The square in a picture of one byte for each point, by the first of three ways that reads it. */
final class GreyPicture {

    private static final Map<DecodeHintType, Boolean> WITH_CARE = Map.of(DecodeHintType.TRY_HARDER, true);

    private GreyPicture() {}

    /** As it is, then with each point softened by its neighbours, which mends the dead columns of a printer, then by one threshold. */
    static Optional<String> read(int width, int height, byte[] grey) {
        var plain = source(width, height, grey);
        return Stream.<java.util.function.Supplier<Binarizer>>of(
                        () -> new HybridBinarizer(plain),
                        () -> new HybridBinarizer(source(width, height, softened(width, height, grey))),
                        () -> new GlobalHistogramBinarizer(plain))
                .flatMap(way -> decode(way.get()).stream())
                .findFirst();
    }

    private static LuminanceSource source(int width, int height, byte[] grey) {
        return new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
    }

    private static Optional<String> decode(Binarizer blackAndWhite) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(blackAndWhite), WITH_CARE)
                    .getText());
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }

    /** The mean of three by three. */
    private static byte[] softened(int width, int height, byte[] grey) {
        byte[] soft = grey.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int sum = 0;
                for (int row = -1; row <= 1; row++) {
                    int at = (y + row) * width + x;
                    sum += (grey[at - 1] & 0xff) + (grey[at] & 0xff) + (grey[at + 1] & 0xff);
                }
                soft[y * width + x] = (byte) (sum / 9);
            }
        }
        return soft;
    }
}
