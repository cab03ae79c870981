package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;

/**
 * A small triangular lattice near the equator, where a degree is as long east as north. Rows are 0.01° · √3/2 apart, nodes 0.01°,
 * every other row half a step to the east; two nodes are joined where the straight line between them lies on the land. Every
 * edge takes a minute.
 *
 * <pre>
 *      .   .   .   .
 *        .   .   .      row 1
 *      .   .   .   .    row 0
 * </pre>
 */
final class TestLattice {

    static final double STEP = 0.01;
    static final double ROW = STEP * Math.sqrt(3) / 2;
    static final int MINUTE = 60_000;

    private TestLattice() {}

    static Streets over(Geometry land) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(land);
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(land);
        List<Coordinate> nodes = new ArrayList<>();
        int maxJ = (int) Math.ceil(land.getEnvelopeInternal().getMaxY() / ROW);
        int maxI = (int) Math.ceil(land.getEnvelopeInternal().getMaxX() / STEP);
        for (int j = -maxJ; j <= maxJ; j++) {
            for (int i = -maxI - 1; i <= maxI; i++) {
                Coordinate c = new Coordinate((i + (j & 1) * 0.5) * STEP, j * ROW);
                if (locator.locate(c) != Location.EXTERIOR) {
                    nodes.add(c);
                }
            }
        }
        return streets(nodes, prepared, land);
    }

    private static Streets streets(List<Coordinate> nodes, PreparedGeometry prepared, Geometry land) {
        int n = nodes.size();
        int[] firstOut = new int[n + 1];
        List<Integer> heads = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                if (u != v && nodes.get(u).distance(nodes.get(v)) < 1.01 * STEP && prepared.covers(line(nodes.get(u), nodes.get(v)))) {
                    heads.add(v);
                }
            }
            firstOut[u + 1] = heads.size();
        }
        int[] millis = new int[heads.size()];
        Arrays.fill(millis, MINUTE);
        StreetGraph graph = new StreetGraph(
                nodes.stream().mapToDouble(c -> c.x).toArray(),
                nodes.stream().mapToDouble(c -> c.y).toArray(),
                firstOut, heads.stream().mapToInt(h -> h).toArray(), null, new BitSet());
        return new Streets(new Streets.Provenance("sketch", "test", null, null), graph, millis, new NoGround(land));
    }

    private static LineString line(Coordinate a, Coordinate b) {
        return new GeometryFactory().createLineString(new Coordinate[] {a, b});
    }

    /** The node nearest to a place. */
    static int nodeAt(Streets streets, double lon, double lat) {
        int best = 0;
        for (int v = 1; v < streets.nodes(); v++) {
            if (away(streets, v, lon, lat) < away(streets, best, lon, lat)) {
                best = v;
            }
        }
        return best;
    }

    private static double away(Streets streets, int v, double lon, double lat) {
        return Math.hypot(streets.lon(v) - lon, streets.lat(v) - lat);
    }

    /** Times from a node by relaxing every arc until nothing improves. */
    static int[] timesFrom(Streets streets, int origin) {
        int[] time = new int[streets.nodes()];
        Arrays.fill(time, Streets.UNREACHED);
        time[origin] = 0;
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int u = 0; u < time.length; u++) {
                for (int e = streets.firstOut(u); e < streets.firstOut(u + 1) && time[u] < Streets.UNREACHED; e++) {
                    if (time[u] + streets.millis(e) < time[streets.head(e)]) {
                        time[streets.head(e)] = time[u] + streets.millis(e);
                        improved = true;
                    }
                }
            }
        }
        return time;
    }

    /** Isochrones are drawn here from times at nodes; no point is put on the streets. */
    private record NoGround(Geometry land) implements Ground {
        @Override
        public Optional<Foothold> find(double lon, double lat, double withinMetres) {
            return Optional.empty();
        }

        @Override
        public double metresToNearest(double lon, double lat) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public int directMillis(Foothold from, Foothold to) {
            return Streets.UNREACHED;
        }
    }
}
