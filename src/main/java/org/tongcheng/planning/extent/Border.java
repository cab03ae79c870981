package org.tongcheng.planning.extent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/**
 * Which unit each stretch of a united outline comes from: by the vertices, which uniting leaves where they are.
 *
 * <p>A stretch between two vertices of the same unit is that unit's; where one end was made by uniting, the other end decides.
 * Where the stretch is also part of the outline of the unit's parent, it is as accurate as the better of the two: the borders
 * inside a divided prefecture may be modelled while its own border is not.
 */
final class Border {

    private final Map<Coordinate, Set<Unit>> owners = new HashMap<>();
    private final Map<String, Unit> parents = new HashMap<>();
    private final Map<String, Set<Coordinate>> parentVertices = new HashMap<>();
    private final List<Unit> units;

    /** @param records where the parents of the units are looked up */
    Border(List<Unit> units, Records records) {
        this.units = units;
        for (Unit unit : units) {
            for (Coordinate vertex : unit.geometry().getCoordinates()) {
                owners.computeIfAbsent(vertex, v -> new HashSet<>(2)).add(unit);
            }
            if (unit.parent() != null && !parents.containsKey(unit.parent())) {
                records.findUnit(unit.parent())
                        .filter(p -> p.geometry() != null && p.accuracyM() != null)
                        .ifPresent(this::addParent);
            }
        }
    }

    /**
     * Each stretch's length times its accuracy, summed, in square metres; of a stretch that could be of several units the worst,
     * of one whose units are unknown the worst of all. Null where the accuracy of a unit is unknown.
     */
    Double errorSquareMetres(List<Polygon> outline) {
        if (units.stream().anyMatch(u -> u.accuracyM() == null)) {
            return null;
        }
        double sum = 0;
        for (Polygon polygon : outline) {
            sum += errorOf(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                sum += errorOf(polygon.getInteriorRingN(i));
            }
        }
        return sum;
    }

    /** The units that have a stretch of this ring. */
    Set<Unit> along(LinearRing ring) {
        Set<Unit> along = new HashSet<>();
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 1; i < vertices.length; i++) {
            along.addAll(between(vertices[i - 1], vertices[i]));
        }
        return along;
    }

    private void addParent(Unit parent) {
        parents.put(parent.adcode(), parent);
        parentVertices.put(parent.adcode(), new HashSet<>(Arrays.asList(parent.geometry().getCoordinates())));
    }

    private double errorOf(LinearRing ring) {
        Coordinate[] vertices = ring.getCoordinates();
        double sum = 0;
        for (int i = 1; i < vertices.length; i++) {
            Coordinate a = vertices[i - 1];
            Coordinate b = vertices[i];
            Set<Unit> candidates = between(a, b);
            double accuracy = 0;
            for (Unit unit : candidates.isEmpty() ? units : candidates) {
                accuracy = Math.max(accuracy, accuracyM(unit, a, b));
            }
            sum += accuracy * Geodesy.distanceMetres(a.x, a.y, b.x, b.y);
        }
        return sum;
    }

    private double accuracyM(Unit unit, Coordinate a, Coordinate b) {
        Set<Coordinate> vertices = unit.parent() == null ? Set.of() : parentVertices.getOrDefault(unit.parent(), Set.of());
        return vertices.contains(a) && vertices.contains(b)
                ? Math.min(unit.accuracyM(), parents.get(unit.parent()).accuracyM())
                : unit.accuracyM();
    }

    private Set<Unit> between(Coordinate a, Coordinate b) {
        Set<Unit> ofA = owners.getOrDefault(a, Set.of());
        Set<Unit> ofB = owners.getOrDefault(b, Set.of());
        if (ofA.isEmpty() || ofB.isEmpty()) {
            return ofA.isEmpty() ? ofB : ofA;
        }
        Set<Unit> both = new HashSet<>(ofA);
        both.retainAll(ofB);
        return both;
    }
}
