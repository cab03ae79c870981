package org.tongcheng.geometry;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a geometry may be stored: on the globe, not empty, not too large, and valid by the OGC Simple Features rules
 * (ISO 19125-1, section 6.1.11).
 */
public final class Validity {

    /** A geometry of more vertices is refused: checking and answering must not take the service's memory. */
    public static final int MAX_VERTICES = 200_000;

    /** From here on a sweep pays before JTS takes its close look. */
    private static final int LARGE = 10_000;

    private static final Map<Integer, String> CODES = Map.of(
            TopologyValidationError.HOLE_OUTSIDE_SHELL, Fault.HOLE_OUTSIDE_SHELL,
            TopologyValidationError.NESTED_HOLES, Fault.NESTED_HOLES,
            TopologyValidationError.DISCONNECTED_INTERIOR, Fault.DISCONNECTED_INTERIOR,
            TopologyValidationError.SELF_INTERSECTION, Fault.SELF_INTERSECTION,
            TopologyValidationError.RING_SELF_INTERSECTION, Fault.RING_SELF_INTERSECTION,
            TopologyValidationError.NESTED_SHELLS, Fault.NESTED_SHELLS,
            TopologyValidationError.DUPLICATE_RINGS, Fault.DUPLICATE_RINGS,
            TopologyValidationError.TOO_FEW_POINTS, Fault.TOO_FEW_POINTS,
            TopologyValidationError.RING_NOT_CLOSED, Fault.UNCLOSED_RING);

    private static final Map<String, String> REASONS = Map.of(
            Fault.HOLE_OUTSIDE_SHELL, "A hole lies outside its shell.",
            Fault.NESTED_HOLES, "A hole lies inside another hole.",
            Fault.DISCONNECTED_INTERIOR, "Holes cut the interior into pieces that do not hang together.",
            Fault.SELF_INTERSECTION, "Edges cross or lie on each other.",
            Fault.RING_SELF_INTERSECTION, "A ring touches itself.",
            Fault.NESTED_SHELLS, "A polygon lies inside another polygon of the same geometry.",
            Fault.DUPLICATE_RINGS, "A ring is there twice.",
            Fault.TOO_FEW_POINTS, "A ring needs at least four positions that differ, a line two.",
            Fault.UNCLOSED_RING, "The first and the last position of a ring differ.");

    private Validity() {}

    /** The first fault found, cheapest checks first; empty where the geometry may be stored. */
    public static Optional<Fault> findFault(Geometry geometry) {
        if (hasEmptyPart(geometry)) {
            return Optional.of(Fault.nowhere(Fault.EMPTY, "The geometry, or a part of it, has no positions."));
        }
        return findFaultBeyondRepair(geometry).or(() -> findTopologyFault(geometry));
    }

    /** The geometry itself; throws {@link InvalidGeometry} where it has a fault. */
    public static Geometry check(Geometry geometry) {
        findFault(geometry).ifPresent(fault -> {
            throw new InvalidGeometry(fault);
        });
        return geometry;
    }

    /** The faults that no repair can mend: too many vertices, off the globe. */
    static Optional<Fault> findFaultBeyondRepair(Geometry geometry) {
        int vertices = geometry.getNumPoints();
        if (vertices > MAX_VERTICES) {
            return Optional.of(tooManyVertices(vertices));
        }
        OffTheGlobe search = new OffTheGlobe();
        geometry.apply(search);
        return Optional.ofNullable(search.fault);
    }

    static Fault tooManyVertices(long vertices) {
        return Fault.nowhere(Fault.TOO_MANY_VERTICES,
                "The geometry has " + vertices + " vertices; at most " + MAX_VERTICES + " are taken.");
    }

    private static boolean hasEmptyPart(Geometry geometry) {
        if (geometry.isEmpty()) {
            return true;
        }
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (hasEmptyPart(geometry.getGeometryN(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Fault> findTopologyFault(Geometry geometry) {
        if (geometry instanceof Polygonal && geometry.getNumPoints() > LARGE) {
            RingSweep sweep = RingSweep.over(geometry);
            if (sweep.isSurelyValid()) {
                return Optional.empty();
            }
            if (sweep.findCrossing().isPresent()) {
                return sweep.findCrossing().map(place -> fault(Fault.SELF_INTERSECTION, place));
            }
        }
        return Optional.ofNullable(new IsValidOp(geometry).getValidationError())
                .map(error -> fault(CODES.getOrDefault(error.getErrorType(), Fault.SELF_INTERSECTION), error.getCoordinate()));
    }

    private static Fault fault(String code, Coordinate place) {
        return new Fault(code, REASONS.get(code), place.x, place.y);
    }

    private static final class OffTheGlobe implements CoordinateSequenceFilter {

        private Fault fault;

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double lon = sequence.getX(i);
            double lat = sequence.getY(i);
            if (!Globe.isLongitude(lon) || !Globe.isLatitude(lat)) {
                fault = Fault.outOfRange(lon, lat);
            }
        }

        @Override
        public boolean isDone() {
            return fault != null;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
