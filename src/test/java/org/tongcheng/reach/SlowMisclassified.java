package org.tongcheng.reach;

import java.util.Arrays;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * Of all street length within two kilometres of an area's boundary, the share on the wrong side of it: reached but outside, or not
 * reached but inside. Looks at the middle of every piece of some metres along the true course of each street, and knows nothing of
 * how areas are drawn.
 */
public final class SlowMisclassified {

    private static final double NEAR_METRES = 2000;
    private static final double METRES_PER_DEGREE = 111_195;

    private final Streets streets;
    private final StreetShapes shapes;
    private final TravelTimes times;
    private final double stepMetres;

    /** Lengths in metres. */
    public record Lengths(double near, double reachedOutside, double unreachedInside) {

        public double share() {
            return (reachedOutside + unreachedInside) / near;
        }
    }

    /** @param stepMetres length of a piece at the most */
    public SlowMisclassified(TravelTimes times, double stepMetres) {
        this.streets = times.network().streets();
        this.shapes = streets.graph().shapes();
        this.times = times;
        this.stepMetres = stepMetres;
    }

    /** @param area longitude and latitude; what the origins reach within the budget, by whoever drew it */
    public Lengths of(Geometry area, int budgetMillis) {
        if (area.isEmpty()) {
            return new Lengths(0, 0, 0);
        }
        double scale = Math.cos(Math.toRadians(area.getEnvelopeInternal().centre().y));
        AffineTransformation flat = AffineTransformation.scaleInstance(scale * METRES_PER_DEGREE, METRES_PER_DEGREE);
        IndexedFacetDistance boundary = new IndexedFacetDistance(flat.transform(area).getBoundary());
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        double[] sum = new double[3];
        for (int e = 0; e < shapes.edges(); e++) {
            Coordinate middle = course(e)[course(e).length / 2];
            Geometry place = flat.transform(new GeometryFactory().createPoint(middle));
            if (isOpen(e) && boundary.isWithinDistance(place, NEAR_METRES)) {
                addEdge(e, budgetMillis, locator, scale, sum);
            }
        }
        return new Lengths(sum[0], sum[1], sum[2]);
    }

    private boolean isOpen(int e) {
        return streets.millis(shapes.along(e)) != Streets.UNREACHED || streets.millis(shapes.against(e)) != Streets.UNREACHED;
    }

    private void addEdge(int e, int budget, IndexedPointInAreaLocator locator, double scale, double[] sum) {
        Coordinate[] course = course(e);
        double[] along = new double[course.length];
        for (int i = 1; i < course.length; i++) {
            along[i] = along[i - 1] + METRES_PER_DEGREE
                    * Math.hypot((course[i].x - course[i - 1].x) * scale, course[i].y - course[i - 1].y);
        }
        double length = along[course.length - 1];
        int pieces = (int) Math.ceil(length / stepMetres);
        for (int k = 0, i = 1; k < pieces; k++) {
            double at = length * (k + 0.5) / pieces;
            while (along[i] < at) {
                i++;
            }
            double share = (at - along[i - 1]) / (along[i] - along[i - 1]);
            Coordinate place = new Coordinate(course[i - 1].x + share * (course[i].x - course[i - 1].x),
                    course[i - 1].y + share * (course[i].y - course[i - 1].y));
            boolean reached = millis(e, at / length, place) <= budget;
            boolean inside = locator.locate(place) != Location.EXTERIOR;
            sum[0] += length / pieces;
            sum[1] += reached && !inside ? length / pieces : 0;
            sum[2] += !reached && inside ? length / pieces : 0;
        }
    }

    private Coordinate[] course(int e) {
        int inner = shapes.firstPoint(e + 1) - shapes.firstPoint(e);
        Coordinate[] course = new Coordinate[inner + 2];
        Arrays.setAll(course, i -> i == 0 ? node(streets.head(shapes.against(e)))
                : i == inner + 1 ? node(streets.head(shapes.along(e)))
                : new Coordinate(shapes.lon(shapes.firstPoint(e) + i - 1), shapes.lat(shapes.firstPoint(e) + i - 1)));
        return course;
    }

    private Coordinate node(int v) {
        return new Coordinate(streets.lon(v), streets.lat(v));
    }

    /** From both ends, and from origins on the edge itself. */
    private double millis(int e, double share, Coordinate place) {
        int a = streets.head(shapes.against(e));
        int b = streets.head(shapes.along(e));
        boolean towards = times.direction() == Direction.TO;
        int way = streets.millis(towards ? shapes.against(e) : shapes.along(e));
        int wayBack = streets.millis(towards ? shapes.along(e) : shapes.against(e));
        double best = Math.min(sum(times.millis(a), share, way), sum(times.millis(b), 1 - share, wayBack));
        for (Foothold origin : times.origins()) {
            if (origin.nodes().length == 2 && origin.nodes()[0] == a && origin.nodes()[1] == b) {
                double at = shareOf(origin, streets.millis(shapes.along(e)), streets.millis(shapes.against(e)));
                best = at < 0 ? best : Math.min(best, share >= at ? sum(0, share - at, way) : sum(0, at - share, wayBack));
            }
        }
        return best;
    }

    private static double shareOf(Foothold origin, int along, int against) {
        if (along != Streets.UNREACHED) {
            return Math.abs(origin.millisBack()[0] + (long) origin.millis()[1] - along) > 2 ? -1
                    : origin.millisBack()[0] / (double) along;
        }
        return Math.abs(origin.millis()[0] + (long) origin.millisBack()[1] - against) > 2 ? -1
                : origin.millis()[0] / (double) against;
    }

    private static double sum(int millis, double share, int way) {
        return millis == Streets.UNREACHED || way == Streets.UNREACHED ? Double.POSITIVE_INFINITY : millis + share * way;
    }
}
