package fr.roubaix.cln.adresses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** The outlines of the five sectors as a GeoJSON file gives them (RFC 7946), and whether they make a map. */
record SectorShapes(Map<Secteur, Geometry> outlines, int features) {

    /** Two outlines drawn by hand along one street differ by a metre or so; beyond this surface they disagree. */
    static final double TOLERANCE_IN_M2 = 2_000;

    private static final long LARGEST_FILE = 20L << 20;
    private static final List<String> NAME_FIELDS = List.of("secteur", "nom", "name");
    private static final Set<String> AROUND_NAMES =
            Set.of("secteur", "quartier", "quartiers", "mairie", "mairies", "de", "du", "des");
    private static final AffineTransformation TO_METRES =
            AffineTransformation.scaleInstance(Place.METRES_PER_LON, Place.METRES_PER_LAT);

    static SectorShapes read(Path file) throws IOException, Refusal {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            throw new Refusal("Le fichier « " + file + " » n’existe pas, ou est vide.");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new Refusal("Le fichier « " + file + " » dépasse 20 Mo : ce n’est pas le contour de cinq secteurs.");
        }
        try {
            return of(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (JacksonException e) {
            throw new Refusal("Le fichier « " + file + " » n’est pas du GeoJSON lisible (en UTF-8) : "
                    + e.getOriginalMessage() + ".");
        }
    }

    private static SectorShapes of(JsonNode root) throws Refusal {
        if (!"FeatureCollection".equals(root.path("type").asString(""))
                || !root.path("features").isArray()) {
            throw new Refusal("Le fichier doit être un GeoJSON « FeatureCollection » avec un polygone par secteur.");
        }
        String crs = root.path("crs").path("properties").path("name").asString("");
        if (!crs.isEmpty() && !crs.matches(".*(CRS84|EPSG:+4326).*")) {
            throw new Refusal("Les coordonnées sont dans le système « " + crs
                    + " ». Convertissez le fichier en WGS 84 (EPSG:4326), puis recommencez.");
        }
        Map<Secteur, Geometry> outlines = new EnumMap<>(Secteur.class);
        List<String> problems = new ArrayList<>();
        int rank = 0;
        for (JsonNode feature : root.path("features")) {
            rank++;
            add(feature, "Forme n° " + rank, outlines, problems);
        }
        for (Secteur secteur : Secteur.values()) {
            if (!outlines.containsKey(secteur) && problems.isEmpty()) {
                problems.add("Il manque le secteur " + secteur.nom() + ".");
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("\n", problems));
        }
        return new SectorShapes(outlines, rank);
    }

    private static void add(JsonNode feature, String where, Map<Secteur, Geometry> outlines, List<String> problems) {
        var name = name(feature);
        if (name.isEmpty()) {
            problems.add(where + " : elle n’a pas de nom. Donnez-lui une propriété « secteur ».");
            return;
        }
        var secteur = secteur(name.get());
        if (secteur.isEmpty()) {
            problems.add(where + " : le secteur « " + name.get() + " » est inconnu. Les cinq secteurs sont "
                    + Arrays.stream(Secteur.values()).map(Secteur::nom).collect(Collectors.joining(", ")) + ".");
            return;
        }
        try {
            var outline = GeoJsonPolygons.read(feature.path("geometry"));
            if (outlines.putIfAbsent(secteur.get(), outline) != null) {
                problems.add("Le secteur " + secteur.get().nom() + " est donné deux fois.");
            }
        } catch (Refusal e) {
            problems.add("Secteur " + secteur.get().nom() + " : " + e.getMessage());
        }
    }

    private static Optional<String> name(JsonNode feature) {
        var properties = feature.path("properties");
        return NAME_FIELDS.stream()
                .flatMap(wanted -> properties
                        .propertyStream()
                        .filter(property ->
                                property.getKey().toLowerCase(Locale.ROOT).equals(wanted)))
                .map(property -> property.getValue().asString(""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** "Nord", "SECTEUR NORD", "Mairie des quartiers Nord": the same. */
    private static Optional<Secteur> secteur(String name) {
        String bare = AddressKey.of(name).words().stream()
                .filter(word -> !AROUND_NAMES.contains(word))
                .collect(Collectors.joining(" "));
        return Arrays.stream(Secteur.values())
                .filter(secteur -> AddressKey.of(secteur.nom()).text().equals(bare))
                .findFirst();
    }

    /**
     * The holes between the sectors, each told in one sentence.
     *
     * @throws Refusal an outline crosses itself, or two overlap
     */
    List<String> check() throws Refusal {
        List<String> problems = new ArrayList<>();
        for (var outline : outlines.entrySet()) {
            var fault = new IsValidOp(outline.getValue()).getValidationError();
            if (fault != null) {
                var at = fault.getCoordinate();
                problems.add("Secteur " + outline.getKey().nom() + " : son contour se croise ou se touche lui-même"
                        + (at == null ? "" : " près de " + Place.told(at.x, at.y)) + ".");
            }
        }
        if (problems.isEmpty()) {
            overlaps(problems);
        }
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("\n", problems));
        }
        return holes();
    }

    private void overlaps(List<String> problems) {
        var secteurs = Secteur.values();
        for (int i = 0; i < secteurs.length; i++) {
            for (int j = i + 1; j < secteurs.length; j++) {
                var both = OverlayNGRobust.overlay(
                        metres(secteurs[i]),
                        metres(secteurs[j]),
                        org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION);
                if (both.getArea() > TOLERANCE_IN_M2) {
                    problems.add("Les secteurs " + secteurs[i].nom() + " et " + secteurs[j].nom()
                            + " se recouvrent sur " + Math.round(both.getArea()) + " m², près de " + told(both) + ".");
                }
            }
        }
    }

    private List<String> holes() {
        var all = OverlayNGRobust.union(
                Arrays.stream(Secteur.values()).map(this::metres).toList());
        List<String> holes = new ArrayList<>();
        for (Object part : PolygonExtracter.getPolygons(all)) {
            var polygon = (Polygon) part;
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                var hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(i));
                if (hole.getArea() > TOLERANCE_IN_M2) {
                    holes.add("Un trou de " + Math.round(hole.getArea()) + " m² entre les secteurs, près de "
                            + told(hole) + ".");
                }
            }
        }
        return holes;
    }

    private Geometry metres(Secteur secteur) {
        return TO_METRES.transform(java.util.Objects.requireNonNull(outlines.get(secteur)));
    }

    private static String told(Geometry inMetres) {
        var at = inMetres.getInteriorPoint();
        return Place.told(at.getX() / Place.METRES_PER_LON, at.getY() / Place.METRES_PER_LAT);
    }
}
