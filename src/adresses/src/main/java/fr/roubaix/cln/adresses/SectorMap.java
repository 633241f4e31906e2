package fr.roubaix.cln.adresses;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Says in which sector a place is. Where two outlines overlap a little, nobody can say: none. */
final class SectorMap {

    private final Map<Secteur, IndexedPointInAreaLocator> locators = new EnumMap<>(Secteur.class);

    /** @param outlines in degrees; none at all when the sectors are still to be imported */
    SectorMap(Map<Secteur, Geometry> outlines) {
        outlines.forEach((secteur, outline) -> locators.put(secteur, new IndexedPointInAreaLocator(outline)));
    }

    boolean isEmpty() {
        return locators.isEmpty();
    }

    /** The only sector that holds this place, if there is exactly one. */
    Optional<Secteur> at(double lon, double lat) {
        List<Secteur> holding = Arrays.stream(Secteur.values())
                .filter(secteur -> {
                    var locator = locators.get(secteur);
                    return locator != null && locator.locate(new Coordinate(lon, lat)) != Location.EXTERIOR;
                })
                .toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }
}
