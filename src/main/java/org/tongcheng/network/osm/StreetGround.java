package org.tongcheng.network.osm;

import java.util.BitSet;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * Joins points to real streets: to both ends of the nearest one, with the share of its time that lies between. Streets of small nets,
 * from which the rest cannot be reached and returned from, count only where no other is near enough;
 * nobody joins a ferry on its way.
 *
 * <p>A foothold's longitude and latitude are those of the nearest point on the street.
 */
final class StreetGround implements Ground {

    private static final double FARTHEST_METRES = 50_000;

    private final StreetGraph graph;
    private final Course course;
    private final EdgeTree tree;
    private final BitSet ferries;
    private final BitSet smallOrFerries;
    private final int[] millis;

    /**
     * @param ferries        the edges that nobody is joined to
     * @param smallOrFerries these and the edges of small nets
     * @param millis         time along each arc
     */
    StreetGround(StreetGraph graph, EdgeTree tree, BitSet ferries, BitSet smallOrFerries, int[] millis) {
        this.graph = graph;
        this.course = new Course(graph);
        this.tree = tree;
        this.ferries = ferries;
        this.smallOrFerries = smallOrFerries;
        this.millis = millis;
    }

    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        int edge = tree.nearest(lon, lat, withinMetres, smallOrFerries);
        if (edge < 0) {
            edge = tree.nearest(lon, lat, withinMetres, ferries);
        }
        return edge < 0 ? Optional.empty() : Optional.of(foothold(edge, course.nearest(edge, lon, lat, LocalMetres.at(lat))));
    }

    private Foothold foothold(int edge, Course.Spot spot) {
        int along = millis[graph.shapes().along(edge)];
        int against = millis[graph.shapes().against(edge)];
        double before = spot.share();
        return new Foothold(spot.lon(), spot.lat(), new int[] {course.first(edge), course.last(edge)},
                new int[] {part(against, before), part(along, 1 - before)},
                new int[] {part(along, before), part(against, 1 - before)},
                Math.sqrt(spot.squared()));
    }

    private static int part(int whole, double share) {
        return whole == Streets.UNREACHED ? Streets.UNREACHED : (int) Math.round(whole * share);
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        LocalMetres metres = LocalMetres.at(lat);
        int edge = tree.nearest(lon, lat, FARTHEST_METRES, ferries);
        return edge < 0 ? Double.POSITIVE_INFINITY : Math.sqrt(course.squared(edge, lon, lat, metres));
    }

    @Override
    public int directMillis(Foothold from, Foothold to) {
        int edge = from.shared(to) < 2 ? -1 : edge(from);
        if (edge < 0 || edge != edge(to)) {
            return Streets.UNREACHED;
        }
        double start = course.nearest(edge, from.lon(), from.lat(), LocalMetres.at(from.lat())).share();
        double end = course.nearest(edge, to.lon(), to.lat(), LocalMetres.at(to.lat())).share();
        StreetShapes shapes = graph.shapes();
        return part(millis[end >= start ? shapes.along(edge) : shapes.against(edge)], Math.abs(end - start));
    }

    /** The edge a foothold stands on: of those between its nodes the one that passes there. */
    private int edge(Foothold foothold) {
        int first = foothold.nodes()[0];
        int last = foothold.nodes()[1];
        LocalMetres metres = LocalMetres.at(foothold.lat());
        double best = Double.POSITIVE_INFINITY;
        int found = -1;
        for (int edge = firstEdge(first); edge < graph.shapes().edges() && course.first(edge) == first; edge++) {
            double squared = course.last(edge) == last ? course.squared(edge, foothold.lon(), foothold.lat(), metres)
                    : Double.POSITIVE_INFINITY;
            if (squared < best) {
                best = squared;
                found = edge;
            }
        }
        return found;
    }

    /** The lowest number of an edge that has this or a higher first node: edges are numbered by it. */
    private int firstEdge(int node) {
        int low = 0;
        int high = graph.shapes().edges();
        while (low < high) {
            int middle = low + high >>> 1;
            if (course.first(middle) < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Geometry land() {
        throw new UnsupportedOperationException("real streets know nothing of the land beside them");
    }
}
