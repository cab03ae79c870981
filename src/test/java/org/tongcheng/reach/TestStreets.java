package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Ground;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/** Draws small street nets: nodes, streets with courses, one-ways. Coordinates in units of 1e-7 degrees. */
final class TestStreets {

    private final List<int[]> nodes = new ArrayList<>();
    private final List<Street> streets = new ArrayList<>();
    private final BitSet openEnds = new BitSet();

    /** @param millisBack may be {@link Streets#UNREACHED} */
    private record Street(int from, int to, int millis, int millisBack, int[][] inner) {}

    int node(int x, int y) {
        nodes.add(new int[] {x, y});
        return nodes.size() - 1;
    }

    int[] place(int node) {
        return nodes.get(node);
    }

    void street(int from, int to, int millis, int millisBack, int[]... inner) {
        streets.add(new Street(from, to, millis, millisBack, inner));
    }

    void openEnd(int node) {
        openEnds.set(node);
    }

    /** How many streets there are; they keep their numbers. */
    int size() {
        return streets.size();
    }

    Streets freeze() {
        int[] firstOut = new int[nodes.size() + 1];
        List<int[]> arcs = new ArrayList<>();
        for (int s = 0; s < streets.size(); s++) {
            arcs.add(new int[] {streets.get(s).from, s, 0});
            arcs.add(new int[] {streets.get(s).to, s, 1});
        }
        arcs.sort(Comparator.comparingInt(arc -> arc[0]));
        int[] head = new int[arcs.size()];
        int[] millis = new int[head.length];
        int[] millisBack = new int[head.length];
        int[][] arcOf = new int[2][streets.size()];
        for (int i = 0; i < head.length; i++) {
            Street street = streets.get(arcs.get(i)[1]);
            boolean along = arcs.get(i)[2] == 0;
            head[i] = along ? street.to : street.from;
            millis[i] = along ? street.millis : street.millisBack;
            millisBack[i] = along ? street.millisBack : street.millis;
            arcOf[arcs.get(i)[2]][arcs.get(i)[1]] = i;
            firstOut[arcs.get(i)[0] + 1]++;
        }
        for (int v = 0; v < nodes.size(); v++) {
            firstOut[v + 1] += firstOut[v];
        }
        StreetGraph graph = new StreetGraph(column(nodes, 0), column(nodes, 1), firstOut, head, openEnds, shapes(arcOf));
        return new Streets(new Streets.Provenance("osm", "test", null, null), graph, millis, millisBack, new NoGround());
    }

    private StreetShapes shapes(int[][] arcOf) {
        int[] firstPoint = new int[streets.size() + 1];
        List<int[]> inner = new ArrayList<>();
        for (int s = 0; s < streets.size(); s++) {
            inner.addAll(List.of(streets.get(s).inner));
            firstPoint[s + 1] = inner.size();
        }
        return new StreetShapes(arcOf[0], arcOf[1], firstPoint, column(inner, 0), column(inner, 1), new byte[streets.size()]);
    }

    private static int[] column(List<int[]> places, int column) {
        return places.stream().mapToInt(place -> place[column]).toArray();
    }

    static Network network(Streets streets) {
        Overlay none = Overlay.of(streets.nodes(), 0, new int[0], new int[0], new int[0], new int[0]);
        return new Network(null, streets, List.of(), List.of(), List.of(), none, none, List.of(), 1000);
    }

    /** A point part way along a street's course, by its length. */
    static Foothold on(Streets streets, int street, double share) {
        StreetShapes shapes = streets.graph().shapes();
        int a = streets.head(shapes.against(street));
        int b = streets.head(shapes.along(street));
        List<Coordinate> course = new ArrayList<>(List.of(new Coordinate(streets.lon(a), streets.lat(a))));
        for (int p = shapes.firstPoint(street); p < shapes.firstPoint(street + 1); p++) {
            course.add(new Coordinate(shapes.lon(p), shapes.lat(p)));
        }
        course.add(new Coordinate(streets.lon(b), streets.lat(b)));
        double left = share * length(course);
        int i = 1;
        while (i + 1 < course.size() && left > course.get(i - 1).distance(course.get(i))) {
            left -= course.get(i - 1).distance(course.get(i));
            i++;
        }
        double step = course.get(i - 1).distance(course.get(i));
        double part = step == 0 ? 0 : left / step;
        Coordinate before = course.get(i - 1);
        Coordinate after = course.get(i);
        int along = streets.millis(shapes.along(street));
        int against = streets.millis(shapes.against(street));
        return new Foothold(before.x + part * (after.x - before.x), before.y + part * (after.y - before.y), new int[] {a, b},
                new int[] {part(against, share), part(along, 1 - share)}, new int[] {part(along, share), part(against, 1 - share)}, 0);
    }

    private static double length(List<Coordinate> course) {
        double length = 0;
        for (int i = 1; i < course.size(); i++) {
            length += course.get(i - 1).distance(course.get(i));
        }
        return length;
    }

    private static int part(int whole, double share) {
        return whole == Streets.UNREACHED ? whole : (int) Math.round(whole * share);
    }

    /**
     * A net of everything that is awkward: streets that cross without a junction or run on top of each other, one-ways, loops,
     * parallel streets, dead ends, nodes at one place, an island far away.
     */
    static TestStreets random(Random random) {
        return random(random, false);
    }

    /** The same without streets on top of each other: where they are, whether a place is reached depends on the street. */
    static TestStreets randomApart(Random random) {
        return random(random, true);
    }

    private static TestStreets random(Random random, boolean apart) {
        TestStreets net = new TestStreets();
        int count = 20 + random.nextInt(80);
        for (int v = 0; v < count; v++) {
            int far = v % 10 == 9 ? 1_000_000 : 0;
            boolean same = v > 0 && random.nextInt(15) == 0;
            int[] place = same ? net.place(random.nextInt(v)) : new int[] {far + 1000 * random.nextInt(250), 1000 * random.nextInt(250)};
            net.node(place[0], place[1]);
        }
        for (int s = 0; s < 2 * count; s++) {
            int from = random.nextInt(count);
            int to = random.nextInt(20) == 0 ? from : net.near(from, random);
            int[][] inner = new int[(apart ? 1 : 0) + (from == to ? 2 + random.nextInt(3) : random.nextInt(4))][];
            Arrays.setAll(inner, i -> net.between(from, to, apart, random));
            int millis = 2000 + random.nextInt(60_000);
            int back = random.nextInt(3) == 0 ? Streets.UNREACHED : random.nextInt(3) == 0 ? 2000 + random.nextInt(60_000) : millis;
            net.street(from, to, millis, back, inner);
        }
        return net;
    }

    private int near(int from, Random random) {
        int best = random.nextInt(nodes.size());
        for (int k = 0; k < 10; k++) {
            int other = random.nextInt(nodes.size());
            best = best == from || other != from && away(from, other) < away(from, best) ? other : best;
        }
        return best;
    }

    private double away(int a, int b) {
        return Math.hypot(place(a)[0] - place(b)[0], place(a)[1] - place(b)[1]);
    }

    private int[] between(int from, int to, boolean apart, Random random) {
        double share = random.nextDouble();
        int spread = random.nextInt(4) == 0 && !apart ? 1 : 10_000;
        return new int[] {
            (int) (place(from)[0] + share * (place(to)[0] - place(from)[0])) + random.nextInt(spread),
            (int) (place(from)[1] + share * (place(to)[1] - place(from)[1])) + random.nextInt(spread)
        };
    }

    /** Points are put on the streets by {@link #on} here. */
    private static final class NoGround implements Ground {
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

        @Override
        public Geometry land() {
            throw new UnsupportedOperationException("there is no land here");
        }
    }
}
