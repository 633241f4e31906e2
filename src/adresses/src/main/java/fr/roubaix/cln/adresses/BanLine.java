package fr.roubaix.cln.adresses;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of the Base Adresse Nationale that counts.
 *
 * @see <a href="https://adresse.data.gouv.fr/data/ban/adresses/latest/csv">format "CSV" of the Base Adresse Nationale</a>
 */
sealed interface BanLine {

    /** INSEE code of Roubaix. */
    String ROUBAIX = "59512";

    /**
     * An address of Roubaix.
     *
     * @param number none for a street or a place without numbers
     */
    record Address(String street, Optional<HouseNumber> number, String code, double lon, double lat)
            implements BanLine {}

    /** An address of another town; only the name of a near one matters. */
    record Elsewhere(String town, boolean near) implements BanLine {}

    /** No address. */
    record Bad(String why) implements BanLine {}

    /** Where each column that counts stands. */
    final class Columns {

        private static final List<String> NEEDED =
                List.of("numero", "rep", "nom_voie", "code_postal", "code_insee", "nom_commune", "lon", "lat");
        private static final int LONGEST_NAME = 150;

        private final int[] at;
        private final int count;

        private Columns(int[] at, int count) {
            this.at = at;
            this.count = count;
        }

        static Columns of(List<String> titles) throws Refusal {
            var known = titles.stream()
                    .map(title -> title.strip().toLowerCase(Locale.ROOT))
                    .toList();
            String missing = NEEDED.stream()
                    .filter(name -> !known.contains(name))
                    .map(name -> "« " + name + " »")
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw new Refusal("Il manque ces colonnes dans la première ligne du fichier : " + missing
                        + ". Le fichier attendu est le « CSV » de la Base Adresse Nationale, dont les colonnes sont"
                        + " séparées par des points-virgules.");
            }
            return new Columns(NEEDED.stream().mapToInt(known::indexOf).toArray(), titles.size());
        }

        BanLine read(List<String> fields) {
            if (fields.size() != count) {
                return new Bad(
                        fields.isEmpty()
                                ? "ligne trop longue ou guillemets mal fermés"
                                : fields.size() + " colonnes au lieu de " + count);
            }
            var values = Arrays.stream(at).mapToObj(fields::get).toList();
            double lon = degrees(values.get(6));
            double lat = degrees(values.get(7));
            boolean ours = values.get(4).strip().equals(ROUBAIX);
            return ours
                    ? address(values, lon, lat)
                    : new Elsewhere(StreetNames.tidy(values.get(5)), Place.near(lon, lat));
        }

        private static BanLine address(List<String> values, double lon, double lat) {
            String street = StreetNames.tidy(values.get(2));
            String code = values.get(3).strip();
            if (street.isEmpty() || street.length() > LONGEST_NAME || !printable(street)) {
                return new Bad("nom de voie vide, trop long ou illisible");
            }
            if (AddressKey.of(street).text().isEmpty()) {
                return new Bad("nom de voie sans lettre : « " + street + " »");
            }
            if (!code.matches("\\d{5}")) {
                return new Bad("code postal « " + shown(code) + " »");
            }
            if (Place.swapped(lon, lat)) {
                return new Bad("longitude et latitude échangées");
            }
            if (!Place.near(lon, lat)) {
                return new Bad("coordonnées hors de Roubaix : lon « " + shown(values.get(6)) + " », lat « "
                        + shown(values.get(7)) + " »");
            }
            return number(values.get(0).strip(), values.get(1).strip())
                    .<BanLine>map(number -> new Address(street, number, code, lon, lat))
                    .orElseGet(
                            () -> new Bad("numéro « " + shown(values.get(0)) + " » « " + shown(values.get(1)) + " »"));
        }

        /** The outer one is empty for what is no number; the inner one for a place that has none (0, or 99999). */
        private static Optional<Optional<HouseNumber>> number(String number, String suffix) {
            if (number.isEmpty() || number.matches("0+|9{5}")) {
                return Optional.of(Optional.empty());
            }
            String tidy = AddressKey.of(suffix).text();
            return number.matches("\\d{1,4}") && tidy.length() <= 20
                    ? Optional.of(Optional.of(new HouseNumber(Integer.parseInt(number), tidy)))
                    : Optional.empty();
        }

        private static double degrees(String text) {
            try {
                return Double.parseDouble(text.strip());
            } catch (NumberFormatException _) {
                return Double.NaN;
            }
        }

        private static boolean printable(String text) {
            return IntStream.range(0, text.length())
                    .noneMatch(i -> Character.isISOControl(text.charAt(i))
                            || Character.getType(text.charAt(i)) == Character.FORMAT);
        }

        /** What a terminal can show of it. */
        private static String shown(String text) {
            String visible = text.replaceAll("\\p{C}", "?");
            return visible.length() > 30 ? visible.substring(0, 30) + "…" : visible;
        }
    }
}
