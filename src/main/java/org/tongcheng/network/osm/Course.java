package org.tongcheng.network.osm;

import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;

/** Walks along the courses of edges: where on one a point stands, how far off it is. */
final class Course {

    private final StreetGraph graph;
    private final StreetShapes shapes;

    Course(StreetGraph graph) {
        this.graph = graph;
        this.shapes = graph.shapes();
    }

    /**
     * The point of an edge that is nearest to another.
     *
     * @param share   of the edge's length that lies before it, from the edge's first node
     * @param squared square of the distance, m²
     */
    record Spot(double lon, double lat, double share, double squared) {}

    int first(int edge) {
        return graph.head(shapes.against(edge));
    }

    int last(int edge) {
        return graph.head(shapes.along(edge));
    }

    /** How many points an edge's course has, ends included. */
    private int size(int edge) {
        return shapes.firstPoint(edge + 1) - shapes.firstPoint(edge) + 2;
    }

    private double lon(int edge, int at) {
        int inner = shapes.firstPoint(edge) + at - 1;
        if (at == 0) {
            return graph.lon(first(edge));
        }
        return inner < shapes.firstPoint(edge + 1) ? shapes.lon(inner) : graph.lon(last(edge));
    }

    private double lat(int edge, int at) {
        int inner = shapes.firstPoint(edge) + at - 1;
        if (at == 0) {
            return graph.lat(first(edge));
        }
        return inner < shapes.firstPoint(edge + 1) ? shapes.lat(inner) : graph.lat(last(edge));
    }

    /** Square of the distance of a point from an edge, m². */
    double squared(int edge, double lon, double lat, LocalMetres metres) {
        double best = Double.POSITIVE_INFINITY;
        double fromLon = lon(edge, 0);
        double fromLat = lat(edge, 0);
        for (int i = 1; i < size(edge); i++) {
            double toLon = lon(edge, i);
            double toLat = lat(edge, i);
            double share = share(fromLon, fromLat, toLon, toLat, lon, lat, metres);
            best = Math.min(best, metres.squared(
                    fromLon + share * (toLon - fromLon) - lon, fromLat + share * (toLat - fromLat) - lat));
            fromLon = toLon;
            fromLat = toLat;
        }
        return best;
    }

    /** The point of an edge nearest to another, and how much of the edge's length lies before it. */
    Spot nearest(int edge, double lon, double lat, LocalMetres metres) {
        Spot best = null;
        double length = 0;
        double before = 0;
        for (int i = 1; i < size(edge); i++) {
            double fromLon = lon(edge, i - 1);
            double fromLat = lat(edge, i - 1);
            double lonStep = lon(edge, i) - fromLon;
            double latStep = lat(edge, i) - fromLat;
            double step = Math.sqrt(LocalMetres.at(fromLat + latStep / 2).squared(lonStep, latStep));
            double share = share(fromLon, fromLat, fromLon + lonStep, fromLat + latStep, lon, lat, metres);
            double atLon = fromLon + share * lonStep;
            double atLat = fromLat + share * latStep;
            double squared = metres.squared(atLon - lon, atLat - lat);
            if (best == null || squared < best.squared()) {
                best = new Spot(atLon, atLat, 0, squared);
                before = length + share * step;
            }
            length += step;
        }
        return new Spot(best.lon(), best.lat(), length > 0 ? before / length : 0, best.squared());
    }

    /** How much of a segment lies before its point nearest to another, from 0 to 1. */
    private static double share(double fromLon, double fromLat, double toLon, double toLat, double lon, double lat, LocalMetres metres) {
        double east = (toLon - fromLon) * metres.perLon();
        double north = (toLat - fromLat) * metres.perLat();
        double squared = east * east + north * north;
        if (squared == 0) {
            return 0;
        }
        double dot = (lon - fromLon) * metres.perLon() * east + (lat - fromLat) * metres.perLat() * north;
        return Math.max(0, Math.min(1, dot / squared));
    }
}
