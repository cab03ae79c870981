package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Shelf;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetSource;
import org.tongcheng.network.Streets;

/**
 * Streets without rhyme or reason within 0.2 degrees: one-way ones, parallel ones, some that take a millisecond, parts that are not
 * connected, nodes in any order of contraction. A point joins both ends of a street at its nearest node, somewhere along it.
 */
final class RandomWorld implements StreetSource, Ground {

    private final Random random;
    private final List<int[]> arcs = new ArrayList<>();
    private final Streets streets;

    /** Of two to {@code most} nodes. */
    RandomWorld(Random random, int most) {
        this.random = random;
        int nodes = 2 + random.nextInt(most - 1);
        double[] lon = random.doubles(nodes, 0, 0.2).toArray();
        double[] lat = random.doubles(nodes, 0, 0.2).toArray();
        int edges = random.nextInt(3 * nodes);
        int near = 1 + random.nextInt(nodes);
        for (int i = 0; i < edges; i++) {
            int from = random.nextInt(nodes);
            int to = Math.floorMod(from + random.nextInt(2 * near + 1) - near, nodes);
            if (from != to) {
                addEdge(from, to);
            }
        }
        this.streets = streets(lon, lat);
    }

    private void addEdge(int from, int to) {
        int slowest = random.nextInt(4) == 0 ? 3 : 4_000_000;
        int there = 1 + random.nextInt(slowest);
        int back = switch (random.nextInt(4)) {
            case 0 -> Streets.UNREACHED;
            case 1 -> 1 + random.nextInt(slowest);
            default -> there;
        };
        arcs.add(new int[] {from, to, there, back});
        arcs.add(new int[] {to, from, back, there});
    }

    private Streets streets(double[] lon, double[] lat) {
        arcs.sort((a, b) -> a[0] - b[0]);
        int[] firstOut = new int[lon.length + 1];
        arcs.forEach(arc -> firstOut[arc[0] + 1]++);
        Arrays.parallelPrefix(firstOut, Integer::sum);
        List<Integer> order = new ArrayList<>();
        for (int node = 0; node < lon.length; node++) {
            order.add(node);
        }
        Collections.shuffle(order, random);
        StreetGraph graph = new StreetGraph(lon, lat, firstOut, column(1), null, new BitSet());
        return new Streets(new Streets.Provenance("random", "a test", null, null), graph, column(2), column(3), this,
                order.stream().mapToInt(i -> i).toArray(), Shelf.NONE);
    }

    private int[] column(int which) {
        return arcs.stream().mapToInt(arc -> arc[which]).toArray();
    }

    Streets streets() {
        return streets;
    }

    @Override
    public Streets streets(Profile profile) {
        return streets;
    }

    @Override
    public double snapMetres() {
        return 1000;
    }

    @Override
    public double headMetres() {
        return 2000;
    }

    /** The same point always joins the same street at the same share of its length; none east of 1°. */
    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        if (lon > 1) {
            return Optional.empty();
        }
        int node = 0;
        for (int other = 1; other < streets.nodes(); other++) {
            node = away(lon, lat, other) < away(lon, lat, node) ? other : node;
        }
        if (streets.firstOut(node) == streets.firstOut(node + 1)) {
            return Optional.of(new Foothold(lon, lat, new int[] {node}, new int[] {0}));
        }
        Random own = new Random(Double.hashCode(lon) * 31L + Double.hashCode(lat));
        int arc = streets.firstOut(node) + own.nextInt(streets.firstOut(node + 1) - streets.firstOut(node));
        double share = own.nextInt(3) == 0 ? 0 : own.nextDouble();
        int[] millis = {part(streets.millisBack(arc), share), part(streets.millis(arc), 1 - share)};
        int[] millisBack = {part(streets.millis(arc), share), part(streets.millisBack(arc), 1 - share)};
        return Optional.of(new Foothold(lon, lat, new int[] {node, streets.head(arc)}, millis, millisBack, 0));
    }

    private double away(double lon, double lat, int node) {
        return Math.hypot(streets.lon(node) - lon, streets.lat(node) - lat);
    }

    private static int part(int millis, double share) {
        return millis == Streets.UNREACHED ? millis : (int) Math.round(millis * share);
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        return 0;
    }

    /** Between points with the same ends: along, or else back. */
    @Override
    public int directMillis(Foothold from, Foothold to) {
        if (!Arrays.equals(from.nodes(), to.nodes())) {
            return Streets.UNREACHED;
        }
        for (int i = 0; i < from.nodes().length; i++) {
            int start = from.millisBack()[i];
            int end = to.millisBack()[i];
            if (start != Streets.UNREACHED && end != Streets.UNREACHED && end >= start) {
                return end - start;
            }
        }
        return Streets.UNREACHED;
    }

    @Override
    public Geometry land() {
        return new GeometryFactory().createPolygon();
    }
}
