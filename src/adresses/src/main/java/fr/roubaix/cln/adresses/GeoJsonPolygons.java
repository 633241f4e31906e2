package fr.roubaix.cln.adresses;

import java.util.ArrayList;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads a GeoJSON polygon, or several, in degrees (RFC 7946 §3.1.6). */
final class GeoJsonPolygons {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private GeoJsonPolygons() {}

    static Geometry read(JsonNode geometry) throws Refusal {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> several(coordinates);
            default -> throw new Refusal("sa forme n’est pas un polygone (« Polygon » ou « MultiPolygon »).");
        };
    }

    private static Geometry several(JsonNode coordinates) throws Refusal {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode one : coordinates) {
            polygons.add(polygon(one));
        }
        if (polygons.isEmpty()) {
            throw new Refusal("sa forme est vide.");
        }
        return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) throws Refusal {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            read.add(ring(ring));
        }
        if (read.isEmpty()) {
            throw new Refusal("sa forme est vide.");
        }
        return SHAPES.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) throws Refusal {
        List<Coordinate> ring = new ArrayList<>();
        for (JsonNode point : points) {
            ring.add(point(point));
        }
        if (ring.size() < 4) {
            throw new Refusal("un contour a " + ring.size() + " points ; il en faut au moins quatre.");
        }
        if (!ring.getFirst().equals2D(ring.getLast())) {
            throw new Refusal("un contour n’est pas fermé : son dernier point n’est pas le premier.");
        }
        return SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private static Coordinate point(JsonNode point) throws Refusal {
        if (point.size() < 2 || !point.path(0).isNumber() || !point.path(1).isNumber()) {
            throw new Refusal("un point de son contour n’a pas de longitude et de latitude.");
        }
        double lon = point.path(0).doubleValue();
        double lat = point.path(1).doubleValue();
        if (Place.swapped(lon, lat)) {
            throw new Refusal("longitude et latitude sont échangées. GeoJSON veut la longitude d’abord.");
        }
        if (!Place.near(lon, lat)) {
            throw new Refusal("le point " + lon + ", " + lat
                    + " n’est pas à Roubaix. Vérifiez que le fichier est en WGS 84 (EPSG:4326), non en Lambert 93.");
        }
        return new Coordinate(lon, lat);
    }
}
