package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.network.Streets;

/**
 * Draws isochrones: the polygons of what lies within a time budget, on streets that form a lattice over land or have
 * courses of their own.
 *
 * <p>Guarantees: every node reached within the budget lies inside or on the polygons, every other one outside; so do origins and
 * stops reached; they consist of land only, so that nothing is reached across water but from where one lands; holes and
 * islands stay; they are valid (OGC 06-103r4); of budgets drawn together the larger holds the smaller exactly.
 *
 * <p>How: land is cut once into triangles over the nodes and the outline ({@link IsochroneMesh}); between two nodes on either
 * side of the budget the edge is cut where it runs out, and the cuts are joined through the triangles. Up to the coast the land
 * is reached from the nearest nodes, around an origin or a stop in a disc as far as the rest of the budget carries.
 *
 * <p>On streets beside each other the areas of each are drawn and laid together ({@link IsochronesBeside}); there the larger of two
 * budgets holds the smaller but for the last digits of where their boundaries cross.
 *
 * <p>{@link Detail#SMOOTH} takes the time to change evenly along an edge between its ends, as on a plane with many streets
 * between those of the lattice; {@link Detail#EXACT} takes the lattice's edges for the only streets and cuts each where somebody
 * travelling along it has to stop (Baum, Bläsius, Gemsa, Rutter, Wegner: Scalable exact visualization of isocontours in road
 * networks via minimum-link paths, 2016, doi:10.4230/LIPIcs.ESA.2016.7; without their reduction of vertices).
 *
 * <p>Threads: safe for any number. Longitude and latitude in degrees.
 */
public final class Isochrones {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** {@link Detail#SMOOTH} on real streets: how far along a street from where the budget ends an area may end, metres. */
    public static final double SMOOTH_METRES = 25;

    /** {@link Detail#SMOOTH} on real streets leaves out islands and holes smaller than this, square metres. */
    public static final double SMOOTH_SQUARE_METRES = 2500;

    /** One of the three is not null. */
    private final IsochroneMesh mesh;
    private final IsochroneStreetDrawing onStreets;
    private final IsochronesBeside beside;
    private final Map<Streets, IsochronePace> paces = new ConcurrentHashMap<>();

    /** How an edge between two nodes is cut. */
    public enum Detail {
        SMOOTH,
        EXACT
    }

    /** How several searches make one area: whatever any of them reaches, or what all of them reach. */
    public enum Combine {
        UNION,
        INTERSECTION
    }

    private Isochrones(IsochroneMesh mesh, IsochroneStreetDrawing onStreets, IsochronesBeside beside) {
        this.mesh = mesh;
        this.onStreets = onStreets;
        this.beside = beside;
    }

    /**
     * Cuts the land, once for all ways of travelling on the same nodes; takes a second or two for a large country.
     *
     * @param streets a lattice: three nodes joined each to each are a triangle of land
     */
    public static Isochrones of(Streets streets) {
        return streets.graph().shapes() != null
                ? new Isochrones(null, IsochroneStreetDrawing.of(streets), null)
                : new Isochrones(IsochroneMesh.of(streets), null, null);
    }

    /** Of streets beside each other; takes no time. */
    public static Isochrones beside(List<Isochrones> parts) {
        return new Isochrones(null, null, new IsochronesBeside(parts));
    }

    /**
     * How far beyond the longest budget a search must go for its isochrone to be drawn: the longest time along an edge, so that
     * every edge that a budget cuts has a time at both ends.
     */
    public int marginMillis(Streets streets) {
        if (beside != null) {
            return beside.marginMillis(streets);
        }
        return onStreets != null ? 0 : pace(streets).longestArcMillis();
    }

    /**
     * The areas within budgets, in the order of the budgets.
     *
     * @param searches one or several over the same streets, each at least {@link #marginMillis} longer than the longest budget
     * @param budgets  milliseconds, rising, from 1
     */
    public List<MultiPolygon> areas(List<TravelTimes> searches, Combine combine, Detail detail, int... budgets) {
        if (beside != null) {
            return beside.areas(searches, combine == Combine.INTERSECTION, detail, risen(budgets));
        }
        if (onStreets != null) {
            return onStreets.areas(searches, combine == Combine.INTERSECTION, detail, risen(budgets));
        }
        Streets streets = searches.get(0).network().streets();
        int most = budgets[budgets.length - 1];
        return areas(streets, searches.stream().map(s -> IsochroneTimes.of(s, most)).toList(), combine, detail, budgets);
    }

    List<MultiPolygon> areas(Streets streets, List<IsochroneTimes> searches, Combine combine, Detail detail, int... budgets) {
        risen(budgets);
        IsochroneField field = IsochroneField.of(mesh, pace(streets), searches, combine == Combine.INTERSECTION,
                detail == Detail.EXACT, budgets);
        IsochroneContour contour = new IsochroneContour(field, budgets);
        List<MultiPolygon> areas = new ArrayList<>();
        for (int k = 0; k < budgets.length; k++) {
            areas.add(contour.polygons(k));
        }
        return areas;
    }

    private static int[] risen(int[] budgets) {
        for (int k = 1; k < budgets.length; k++) {
            if (budgets[k] <= budgets[k - 1]) {
                throw new IllegalArgumentException("budgets do not rise: " + Arrays.toString(budgets));
            }
        }
        return budgets;
    }

    /** What each area adds to the one before: rings instead of nested areas. */
    public static List<MultiPolygon> bands(List<MultiPolygon> areas) {
        List<MultiPolygon> bands = new ArrayList<>();
        for (int k = 0; k < areas.size(); k++) {
            bands.add(k == 0 ? areas.get(0)
                    : polygonsOf(OverlayNGRobust.overlay(areas.get(k), areas.get(k - 1), OverlayNG.DIFFERENCE)));
        }
        return bands;
    }

    /**
     * Where the streets that were reached within the time end for want of data although land goes on: more may be reached
     * beyond. Pieces of the land's outline, or the last pieces of the real streets that are cut off; empty where there are none.
     *
     * @param searches all of them must have reached it
     */
    public MultiLineString openBorder(List<TravelTimes> searches, int withinMillis) {
        if (beside != null) {
            return beside.openBorder(searches, withinMillis);
        }
        BitSet open = new BitSet();
        for (int s = 0; s < searches.size(); s++) {
            BitSet ends = new BitSet();
            Arrays.stream(searches.get(s).openEnds(withinMillis)).forEach(ends::set);
            if (s == 0) {
                open = ends;
            } else {
                open.and(ends);
            }
        }
        if (open.isEmpty()) {
            return FACTORY.createMultiLineString();
        }
        return onStreets != null ? onStreets.endsAt(open) : mesh.rimAt(open);
    }

    static MultiPolygon polygonsOf(Geometry geometry) {
        return FACTORY.createMultiPolygon(parts(geometry).toArray(Polygon[]::new));
    }

    private static List<Polygon> parts(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    private IsochronePace pace(Streets streets) {
        return paces.computeIfAbsent(streets, s -> new IsochronePace(mesh, s));
    }
}
