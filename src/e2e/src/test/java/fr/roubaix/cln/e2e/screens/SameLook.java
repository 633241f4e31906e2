package fr.roubaix.cln.e2e.screens;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Whether two pictures look the same to a person: the edges of letters and of rounded corners are not drawn alike every time. */
final class SameLook {

    /** So far may red, green or blue be apart before anybody sees it. */
    private static final int SHADE = 32;

    /** So many pixels may be further apart: fewer than the smallest letter has. */
    private static final int MOST_PIXELS = 12;

    private SameLook() {}

    /** Whether this file is a picture that looks as the other does; a file that is not there does not. */
    static boolean of(Path file, byte[] png) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        var before = ImageIO.read(file.toFile());
        var after = ImageIO.read(new ByteArrayInputStream(png));
        return before != null
                && before.getWidth() == after.getWidth()
                && before.getHeight() == after.getHeight()
                && apart(before, after) <= MOST_PIXELS;
    }

    private static int apart(BufferedImage before, BufferedImage after) {
        int apart = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                int one = before.getRGB(x, y);
                int other = after.getRGB(x, y);
                if (one != other
                        && (farther(one >> 16, other >> 16) || farther(one >> 8, other >> 8) || farther(one, other))) {
                    apart++;
                }
            }
        }
        return apart;
    }

    private static boolean farther(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF)) > SHADE;
    }
}
