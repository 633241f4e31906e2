package fr.roubaix.cln.hardware.decode;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;

/**
 * Reads the squares of a picture by a ladder: as it is, softened by a 3 × 3 blur, black told from white by neighbourhood
 * then by the whole picture, at several sizes; then closed over dead columns, turned, enlarged, inverted. Most pictures are
 * read on the first rung; one that holds nothing costs them all, which the size of a {@link Picture} bounds.
 */
public final class QrReader {

    /** Longer sides tried, in points: most pictures are read at the first one, in a tenth of a second. */
    private static final List<Integer> SIDES = List.of(1_000, 1_700, 600, 3_200);

    /** At which a picture that nothing else reads is closed, turned and inverted. */
    private static final int USUAL_SIDE = 1_200;

    /** Of a long picture that is looked at piece by piece: 40 cm of paper. */
    private static final int LONG_SIDE = 4_000;

    /** Up to which a picture that nothing else reads is made larger. */
    private static final int SMALL_SIDE = 1_300;

    /** Dead dots side by side that closing bridges: less than half of the module of a receipt. */
    private static final List<Integer> DEAD_COLUMNS = List.of(2, 4);

    private static final Map<DecodeHintType, Boolean> WITH_CARE = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrReader() {}

    /** What the first square of a picture says; none when no square is found in it, or none can be read. */
    public static Optional<String> read(BufferedImage image) {
        return read(Picture.of(image));
    }

    /** What the first square of a picture says. */
    public static Optional<String> read(Picture picture) {
        return all(picture).stream().findFirst();
    }

    /**
     * What the first square of one picture among many says, by the first rungs alone: of a camera that moves, the next picture
     * is better worth the time than this one.
     */
    public static Optional<String> glance(Picture picture) {
        return Stream.<Supplier<Picture>>of(() -> picture, picture::softened)
                .map(Supplier::get)
                .flatMap(look -> squares(look).stream())
                .findFirst();
    }

    /** What the squares of a picture say, by the first rung that reads one. */
    public static List<String> all(Picture picture) {
        return rungs(picture)
                .map(Supplier::get)
                .map(QrReader::squares)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<Supplier<Picture>> rungs(Picture picture) {
        var sizes = new ArrayList<Picture>();
        for (int side : SIDES) {
            var reduced = picture.reduced(side);
            if (sizes.stream().noneMatch(there -> there.width() == reduced.width())) {
                sizes.add(reduced);
            }
        }
        var usual = picture.reduced(USUAL_SIDE);
        return Stream.of(
                        sizes.stream().flatMap(size -> Stream.<Supplier<Picture>>of(() -> size, size::softened)),
                        // Down a whole receipt, letters that look like the corner of a square outnumber the corners.
                        windows(picture),
                        DEAD_COLUMNS.stream()
                                .<Supplier<Picture>>map(
                                        points -> () -> usual.softened().closedAcross(points)),
                        Stream.<Supplier<Picture>>of(usual::turned),
                        enlarged(picture),
                        Stream.<Supplier<Picture>>of(usual::inverted))
                .flatMap(rungs -> rungs);
    }

    private static Stream<Supplier<Picture>> windows(Picture picture) {
        return picture.reduced(LONG_SIDE).windows().stream()
                .flatMap(window -> Stream.<Supplier<Picture>>of(() -> window, window::softened));
    }

    private static Stream<Supplier<Picture>> enlarged(Picture picture) {
        return Math.max(picture.width(), picture.height()) > SMALL_SIDE
                ? Stream.of()
                : Stream.of(picture::doubled, () -> picture.doubled().softened());
    }

    private static List<String> squares(Picture picture) {
        var source = new PlanarYUVLuminanceSource(
                picture.grey(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
        var near = squares(new HybridBinarizer(source));
        return near.isEmpty() ? squares(new GlobalHistogramBinarizer(source)) : near;
    }

    private static List<String> squares(Binarizer blackAndWhite) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(blackAndWhite), WITH_CARE))
                    .map(Result::getText)
                    .toList();
        } catch (ReaderException _) {
            return List.of();
        }
    }
}
