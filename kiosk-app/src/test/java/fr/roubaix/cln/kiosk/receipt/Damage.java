package fr.roubaix.cln.kiosk.receipt;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * What happens to a receipt in a pocket, and to its picture in a camera. Every range was fixed before the first measure:
 * what is worn worse than this is for the desk, where the number in letters is typed.
 */
enum Damage {
    /** 1 to 6 % of the dots wrong, as many black as white among them. */
    SPECKLE("points parasites, 1 à 6 %") {
        @Override
        void on(BufferedImage paper, Random random) {
            double share = random.nextDouble(0.01, 0.06);
            for (int y = 0; y < paper.getHeight(); y++) {
                for (int x = 0; x < paper.getWidth(); x++) {
                    if (random.nextDouble() < share) {
                        set(paper, x, y, 255 - level(paper, x, y));
                    }
                }
            }
        }
    },
    /** 1 to 4 dots of the head that no longer burn, side by side or apart, all through the square. */
    DEAD_COLUMNS("colonnes mortes, 1 à 4") {
        @Override
        void on(BufferedImage paper, Random random) {
            int columns = 1 + random.nextInt(4);
            boolean together = random.nextBoolean();
            int from = paper.getWidth() / 4;
            int first = from + random.nextInt(paper.getWidth() / 2);
            for (int i = 0; i < columns; i++) {
                int x = together ? first + i : from + random.nextInt(paper.getWidth() / 2);
                for (int y = 0; y < paper.getHeight(); y++) {
                    set(paper, Math.min(x, paper.getWidth() - 1), y, 255);
                }
            }
        }
    },
    /** 1 to 3 folds, 2 to 6 dots wide, where the black has come off; lying or standing, a little aslant. */
    FOLDS("plis, 1 à 3") {
        @Override
        void on(BufferedImage paper, Random random) {
            Graphics2D pen = pen(paper);
            for (int folds = 1 + random.nextInt(3); folds > 0; folds--) {
                pen.setColor(new Color(225, 225, 225));
                pen.setStroke(new java.awt.BasicStroke(2 + random.nextInt(5)));
                int width = paper.getWidth();
                int height = paper.getHeight();
                if (random.nextBoolean()) {
                    pen.drawLine(0, random.nextInt(height), width, random.nextInt(height));
                } else {
                    int x = width / 4 + random.nextInt(width / 2);
                    pen.drawLine(x, 0, x + random.nextInt(-40, 41), height);
                }
            }
            pen.dispose();
        }
    },
    /** Black that has become grey, down to a fifth of its contrast, unevenly from one side to the other. */
    FADING("pâleur, contraste de 20 à 70 %") {
        @Override
        void on(BufferedImage paper, Random random) {
            double left = random.nextDouble(0.2, 0.7);
            double right = Math.clamp(left + random.nextDouble(-0.2, 0.2), 0.2, 0.7);
            int white = random.nextInt(190, 245);
            for (int y = 0; y < paper.getHeight(); y++) {
                for (int x = 0; x < paper.getWidth(); x++) {
                    double contrast = left + (right - left) * x / paper.getWidth();
                    set(paper, x, y, (int) (white * (1 - contrast * (255 - level(paper, x, y)) / 255.0)));
                }
            }
        }
    },
    /** Held askew, up to 10 degrees either way. */
    SKEW("inclinaison, jusqu’à 10°") {
        @Override
        double degrees(Random random) {
            return random.nextDouble(-10, 10);
        }
    },
    /** Out of focus: a blur of 0.5 to 2.5 dots (standard deviation); a module is 6 or 9. */
    BLUR("flou, 0,5 à 2,5 points") {
        @Override
        void on(BufferedImage paper, Random random) {
            // Three means in a row are near a Gaussian of this width.
            double sigma = random.nextDouble(0.5, 2.5);
            int radius = (int) Math.max(1, Math.round(sigma));
            for (int pass = 0; pass < Math.max(1, Math.round(sigma * sigma / (radius * (radius + 1) / 3.0))); pass++) {
                mean(paper, radius, true);
                mean(paper, radius, false);
            }
        }
    },
    /** Two of the others at once. */
    TOGETHER("deux à la fois") {
        @Override
        void on(BufferedImage paper, Random random) {
            Damage[] all = {SPECKLE, DEAD_COLUMNS, FOLDS, FADING, BLUR};
            int first = random.nextInt(all.length);
            all[first].on(paper, random);
            all[(first + 1 + random.nextInt(all.length - 1)) % all.length].on(paper, random);
        }
    };

    private final String words;

    Damage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What happens to the paper, dot by dot. */
    void on(BufferedImage paper, Random random) {}

    /** How askew it is held: nobody holds it quite straight. */
    double degrees(Random random) {
        return random.nextDouble(-2, 2);
    }

    /** The picture that a camera takes of a paper so damaged: turned, of another size, noisy, on a grey table. */
    BufferedImage photographed(BufferedImage paper, Random random) {
        var worn = new BufferedImage(paper.getWidth(), paper.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D copy = worn.createGraphics();
        copy.drawImage(paper, 0, 0, null);
        copy.dispose();
        on(worn, random);
        double scale = random.nextDouble(0.8, 1.6);
        int table = 60;
        var photo = new BufferedImage(
                (int) (worn.getWidth() * scale) + 2 * table,
                (int) (worn.getHeight() * scale) + 2 * table,
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = pen(photo);
        pen.setColor(new Color(150, 150, 150));
        pen.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        var at = AffineTransform.getRotateInstance(
                Math.toRadians(degrees(random)), photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        at.translate(table, table);
        at.scale(scale, scale);
        pen.drawImage(worn, at, null);
        pen.dispose();
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                set(photo, x, y, Math.clamp(level(photo, x, y) + (long) (6 * random.nextGaussian()), 0, 255));
            }
        }
        return photo;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return pen;
    }

    private static void mean(BufferedImage paper, int radius, boolean across) {
        int length = across ? paper.getWidth() : paper.getHeight();
        int[] line = new int[length];
        for (int row = 0; row < (across ? paper.getHeight() : paper.getWidth()); row++) {
            for (int i = 0; i < length; i++) {
                line[i] = across ? level(paper, i, row) : level(paper, row, i);
            }
            for (int i = 0; i < length; i++) {
                int sum = 0;
                for (int j = i - radius; j <= i + radius; j++) {
                    sum += line[Math.clamp(j, 0, length - 1)];
                }
                int level = sum / (2 * radius + 1);
                set(paper, across ? i : row, across ? row : i, level);
            }
        }
    }

    private static int level(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    private static void set(BufferedImage image, int x, int y, int level) {
        image.getRaster().setSample(x, y, 0, level);
    }
}
