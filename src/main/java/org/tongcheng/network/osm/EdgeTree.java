package org.tongcheng.network.osm;

import java.util.Arrays;
import java.util.BitSet;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;

/**
 * Finds the edge nearest to a point: a tree of boxes over runs of edges in the order of their numbers, which follow a Hilbert curve
 * (Kamel, Faloutsos: Hilbert R-tree, 1994). Boxes alone are kept, four numbers to eight edges or to eight boxes, so that it takes about
 * three bytes an edge.
 *
 * <p>Threads: immutable, safe for any number.
 */
final class EdgeTree {

    private static final int FAN = 8;
    private static final int SIDES = 4;

    private final Course course;
    private final int edges;
    /** Boxes of the lowest level first: west, south, east, north in units of {@link StreetShapes#DEGREES}. */
    private final int[][] levels;

    EdgeTree(StreetGraph graph) {
        this.course = new Course(graph);
        this.edges = graph.shapes().edges();
        int[] boxes = lowest(graph);
        int depth = 1;
        for (int count = boxes.length / SIDES; count > 1; count = (count + FAN - 1) / FAN) {
            depth++;
        }
        this.levels = new int[depth][];
        levels[0] = boxes;
        for (int level = 1; level < depth; level++) {
            levels[level] = above(levels[level - 1]);
        }
    }

    private static int[] empty(int items) {
        int[] boxes = new int[(items + FAN - 1) / FAN * SIDES];
        for (int box = 0; box < boxes.length; box += SIDES) {
            Arrays.fill(boxes, box, box + 2, Integer.MAX_VALUE);
            Arrays.fill(boxes, box + 2, box + SIDES, Integer.MIN_VALUE);
        }
        return boxes;
    }

    private int[] lowest(StreetGraph graph) {
        int[] boxes = empty(edges);
        StreetShapes shapes = graph.shapes();
        for (int edge = 0; edge < edges; edge++) {
            int box = edge / FAN * SIDES;
            extend(boxes, box, graph.lon(course.first(edge)), graph.lat(course.first(edge)));
            extend(boxes, box, graph.lon(course.last(edge)), graph.lat(course.last(edge)));
            for (int point = shapes.firstPoint(edge); point < shapes.firstPoint(edge + 1); point++) {
                extend(boxes, box, shapes.lon(point), shapes.lat(point));
            }
        }
        return boxes;
    }

    private static void extend(int[] boxes, int box, double lon, double lat) {
        int x = (int) Math.round(lon / StreetShapes.DEGREES);
        int y = (int) Math.round(lat / StreetShapes.DEGREES);
        boxes[box] = Math.min(boxes[box], x);
        boxes[box + 1] = Math.min(boxes[box + 1], y);
        boxes[box + 2] = Math.max(boxes[box + 2], x);
        boxes[box + 3] = Math.max(boxes[box + 3], y);
    }

    private static int[] above(int[] below) {
        int[] boxes = empty(below.length / SIDES);
        for (int i = 0; i < below.length / SIDES; i++) {
            int box = i / FAN * SIDES;
            boxes[box] = Math.min(boxes[box], below[i * SIDES]);
            boxes[box + 1] = Math.min(boxes[box + 1], below[i * SIDES + 1]);
            boxes[box + 2] = Math.max(boxes[box + 2], below[i * SIDES + 2]);
            boxes[box + 3] = Math.max(boxes[box + 3], below[i * SIDES + 3]);
        }
        return boxes;
    }

    /**
     * The nearest edge within so many metres that is not passed over, or -1; of equally near ones the lowest number.
     *
     * @param passedOver a bit for each edge that does not count
     */
    int nearest(double lon, double lat, double withinMetres, BitSet passedOver) {
        Search search = new Search(lon, lat, withinMetres, passedOver);
        search.visit(levels.length - 1, 0, levels[levels.length - 1].length / SIDES);
        return search.found;
    }

    private final class Search {

        private final double lon;
        private final double lat;
        private final BitSet passedOver;
        private final LocalMetres metres;
        private double best;
        private int found = -1;

        Search(double lon, double lat, double withinMetres, BitSet passedOver) {
            this.lon = lon;
            this.lat = lat;
            this.passedOver = passedOver;
            this.metres = LocalMetres.at(lat);
            this.best = withinMetres * withinMetres;
        }

        /** Visits boxes of a level, the nearest first, as long as they may hold something nearer than what was found. */
        private void visit(int level, int from, int to) {
            int count = to - from;
            double[] away = new double[count];
            int[] order = new int[count];
            for (int i = 0; i < count; i++) {
                double squared = squared(levels[level], (from + i) * SIDES);
                int at = i;
                for (; at > 0 && away[at - 1] > squared; at--) {
                    away[at] = away[at - 1];
                    order[at] = order[at - 1];
                }
                away[at] = squared;
                order[at] = from + i;
            }
            for (int i = 0; i < count && away[i] <= best; i++) {
                int items = level == 0 ? edges : levels[level - 1].length / SIDES;
                int end = Math.min(items, (order[i] + 1) * FAN);
                if (level > 0) {
                    visit(level - 1, order[i] * FAN, end);
                } else {
                    look(order[i] * FAN, end);
                }
            }
        }

        private void look(int from, int to) {
            for (int edge = from; edge < to; edge++) {
                if (!passedOver.get(edge)) {
                    double squared = course.squared(edge, lon, lat, metres);
                    if (squared < best || squared == best && (found < 0 || edge < found)) {
                        best = squared;
                        found = edge;
                    }
                }
            }
        }

        private double squared(int[] boxes, int box) {
            double lonOff = Math.max(0, Math.max(boxes[box] * StreetShapes.DEGREES - lon, lon - boxes[box + 2] * StreetShapes.DEGREES));
            double latOff =
                    Math.max(0, Math.max(boxes[box + 1] * StreetShapes.DEGREES - lat, lat - boxes[box + 3] * StreetShapes.DEGREES));
            return metres.squared(lonOff, latOff);
        }
    }
}
