package fr.roubaix.cln.adresses;

import java.util.Locale;

/** Where Roubaix is, and how a place on its map is told to a person. Degrees are those of WGS 84. */
final class Place {

    private static final double WEST = 3.0;
    private static final double EAST = 3.35;
    private static final double SOUTH = 50.55;
    private static final double NORTH = 50.85;

    /** Metres in a degree at the latitude of Roubaix: flat enough over five kilometres. */
    static final double METRES_PER_LON = 111_320 * Math.cos(Math.toRadians(50.69));

    static final double METRES_PER_LAT = 111_240;

    private Place() {}

    /** Whether a point lies in Roubaix or near it. */
    static boolean near(double lon, double lat) {
        return lon > WEST && lon < EAST && lat > SOUTH && lat < NORTH;
    }

    /** Whether the point would lie there with its coordinates exchanged. */
    static boolean swapped(double lon, double lat) {
        return near(lat, lon);
    }

    /** Latitude first, as maps are asked. */
    static String told(double lon, double lat) {
        return String.format(Locale.ROOT, "%.5f, %.5f", lat, lon);
    }
}
