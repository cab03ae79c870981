package org.tongcheng.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.Shelf;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * Copies of streets side by side in a square, joined by links of 100 km/h: in each of four stretches of a border between the nodes
 * of both sides that stand nearest to it. The copies' orders of contraction are interleaved; the ends of links come last, those on the
 * borders that halve the square at the very end.
 */
final class TiledStreets {

    private static final int STRETCHES = 4;
    private static final double MILLIS_PER_METRE_AT_100_KMH = 36;

    private final Streets tile;
    private final int side;
    private final int nodes;
    private final double west;
    private final double south;
    private final double width;
    private final double height;
    private final List<int[]> links = new ArrayList<>();
    /** Of the nodes at links: how often the square is halved less than fully to come to their border. */
    private final Map<Integer, Integer> importance = new TreeMap<>();

    private TiledStreets(Streets tile, int side) {
        this.tile = tile;
        this.side = side;
        this.nodes = tile.nodes();
        double[] lon = new double[nodes];
        double[] lat = new double[nodes];
        Arrays.setAll(lon, tile::lon);
        Arrays.setAll(lat, tile::lat);
        west = Arrays.stream(lon).min().orElseThrow();
        south = Arrays.stream(lat).min().orElseThrow();
        width = Arrays.stream(lon).max().orElseThrow() - west;
        height = Arrays.stream(lat).max().orElseThrow() - south;
    }

    /** @param side how many copies stand along each side of the square */
    static Streets of(Streets tile, int side) {
        TiledStreets tiled = new TiledStreets(tile, side);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                tiled.link(row, column, row, column + 1);
                tiled.link(row, column, row + 1, column);
            }
        }
        return tiled.streets();
    }

    private void link(int row, int column, int otherRow, int otherColumn) {
        if (otherRow == side || otherColumn == side) {
            return;
        }
        boolean east = column != otherColumn;
        int[] near = edge(east, true);
        int[] far = edge(east, false);
        for (int s = 0; s < STRETCHES; s++) {
            if (near[s] >= 0 && far[s] >= 0) {
                int from = (row * side + column) * nodes + near[s];
                int to = (otherRow * side + otherColumn) * nodes + far[s];
                double metres = Geodesy.distanceMetres(lon(from), lat(from), lon(to), lat(to));
                int border = Integer.numberOfTrailingZeros(east ? otherColumn : otherRow);
                importance.merge(from, border, Math::max);
                importance.merge(to, border, Math::max);
                int millis = (int) Math.max(1, Math.round(metres * MILLIS_PER_METRE_AT_100_KMH));
                links.add(new int[] {from, to, millis, 0});
                links.add(new int[] {to, from, millis, 0});
            }
        }
    }

    /** In each stretch along the tile's east or north edge (or the edge opposite) the outermost node. */
    private int[] edge(boolean east, boolean outer) {
        int[] found = new int[STRETCHES];
        Arrays.fill(found, -1);
        for (int v = 0; v < nodes; v++) {
            double along = east ? (tile.lat(v) - south) / height : (tile.lon(v) - west) / width;
            int s = Math.min(STRETCHES - 1, (int) (along * STRETCHES));
            if (found[s] < 0 || (outness(v, east) > outness(found[s], east)) == outer) {
                found[s] = v;
            }
        }
        return found;
    }

    private double outness(int node, boolean east) {
        return east ? tile.lon(node) : tile.lat(node);
    }

    private double lon(int node) {
        return tile.lon(node % nodes) + node / nodes % side * width;
    }

    private double lat(int node) {
        return tile.lat(node % nodes) + node / nodes / side * height;
    }

    private Streets streets() {
        int all = side * side * nodes;
        double[] lon = new double[all];
        double[] lat = new double[all];
        Arrays.setAll(lon, this::lon);
        Arrays.setAll(lat, this::lat);
        links.sort((a, b) -> Integer.compare(a[0], b[0]));
        int arcs = side * side * tile.arcs() + links.size();
        int[] firstOut = new int[all + 1];
        int[][] columns = new int[3][arcs];
        int[] numbers = new int[side * side * tile.arcs()];
        int count = 0;
        int link = 0;
        for (int v = 0; v < all; v++) {
            int copy = v / nodes * nodes;
            for (int arc = tile.firstOut(v % nodes); arc < tile.firstOut(v % nodes + 1); arc++, count++) {
                columns[0][count] = copy + tile.head(arc);
                columns[1][count] = tile.millis(arc);
                columns[2][count] = tile.millisBack(arc);
                numbers[v / nodes * tile.arcs() + arc] = count;
            }
            for (; link < links.size() && links.get(link)[0] == v; link++, count++) {
                links.get(link)[3] = count;
                columns[0][count] = links.get(link)[1];
                columns[1][count] = links.get(link)[2];
                columns[2][count] = links.get(link)[2];
            }
            firstOut[v + 1] = count;
        }
        StreetGraph graph = new StreetGraph(lon, lat, firstOut, columns[0], new BitSet(), shapes(numbers));
        return new Streets(tile.provenance(), graph, columns[1], columns[2], tile.ground(), order(all), Shelf.NONE);
    }

    /**
     * The courses of all copies, each moved, and of the links, which run straight.
     *
     * @param numbers new number of each arc, copy by copy
     */
    private StreetShapes shapes(int[] numbers) {
        StreetShapes one = tile.graph().shapes();
        int edges = one.edges();
        int points = one.firstPoint(edges);
        int copies = side * side;
        List<int[]> each = links.stream().filter(link -> link[0] < link[1]).toList();
        int[][] ends = new int[2][copies * edges + each.size()];
        int[] firstPoint = new int[ends[0].length + 1];
        int[][] inner = new int[2][copies * points];
        byte[] roadClass = new byte[ends[0].length];
        for (int copy = 0; copy < copies; copy++) {
            for (int e = 0; e < edges; e++) {
                int edge = copy * edges + e;
                ends[0][edge] = numbers[copy * tile.arcs() + one.along(e)];
                ends[1][edge] = numbers[copy * tile.arcs() + one.against(e)];
                firstPoint[edge + 1] = copy * points + one.firstPoint(e + 1);
                roadClass[edge] = (byte) one.roadClass(e).ordinal();
            }
            for (int i = 0; i < points; i++) {
                inner[0][copy * points + i] = units(one.lon(i) + copy % side * width);
                inner[1][copy * points + i] = units(one.lat(i) + copy / side * height);
            }
        }
        for (int i = 0; i < each.size(); i++) {
            int edge = copies * edges + i;
            int[] link = each.get(i);
            ends[0][edge] = link[3];
            ends[1][edge] = links.stream().filter(l -> l[0] == link[1] && l[1] == link[0]).findFirst().orElseThrow()[3];
            firstPoint[edge + 1] = firstPoint[edge];
            roadClass[edge] = (byte) RoadClass.TRUNK.ordinal();
        }
        return new StreetShapes(ends[0], ends[1], firstPoint, inner[0], inner[1], roadClass);
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees / StreetShapes.DEGREES);
    }

    private int[] order(int all) {
        IntStream interleaved = IntStream.range(0, all).map(i -> i % (side * side) * nodes + tile.ordered(i / (side * side)));
        IntStream atLinks = importance.keySet().stream().sorted(Comparator.comparing(importance::get)).mapToInt(v -> v);
        return IntStream.concat(interleaved.filter(v -> !importance.containsKey(v)), atLinks).toArray();
    }
}
