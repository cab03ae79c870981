package org.tongcheng.network.osm;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.StreetShapes;

/**
 * The streets of one vehicle, frozen: what is built once from a file and kept. Coordinates in 1e-7 degrees. Edges are numbered by
 * their first node, then their last; the first has the lower number of the two.
 *
 * @param lon        longitude of each node; nodes are numbered along a Hilbert curve
 * @param lat        latitude of each node
 * @param firstOut   number of each node's first arc; one longer than the nodes
 * @param head       node each arc leads to
 * @param along      number of each edge's arc from its first node to its last
 * @param against    number of its arc back
 * @param firstPoint number of each edge's first inner point; one longer than the edges
 * @param pointLon   longitude of each inner point
 * @param pointLat   latitude of each inner point
 * @param roadClass  class of each edge, by its ordinal
 * @param measure    what each arc takes: by car and on ferries milliseconds, on foot millimetres; {@code UNREACHED} where closed
 * @param ferries    the edges that are ferries
 * @param openEnds   the nodes where the streets end for want of data
 * @param order      the nodes by their contraction, the least important first
 */
record StreetArrays(
        int[] lon, int[] lat, int[] firstOut, int[] head,
        int[] along, int[] against, int[] firstPoint, int[] pointLon, int[] pointLat, byte[] roadClass,
        int[] measure, int[] ferries, int[] openEnds, int[] order) {

    int nodes() {
        return lon.length;
    }

    int edges() {
        return along.length;
    }

    /** The arrays in the order of the record's components, as kept on disk. */
    List<Object> list() {
        return List.of(lon, lat, firstOut, head, along, against, firstPoint, pointLon, pointLat, roadClass, measure, ferries, openEnds,
                order);
    }

    static StreetArrays of(List<Object> list) {
        Iterator<Object> next = list.iterator();
        return new StreetArrays((int[]) next.next(), (int[]) next.next(), (int[]) next.next(), (int[]) next.next(),
                (int[]) next.next(), (int[]) next.next(), (int[]) next.next(), (int[]) next.next(), (int[]) next.next(),
                (byte[]) next.next(), (int[]) next.next(), (int[]) next.next(), (int[]) next.next(), (int[]) next.next());
    }

    StreetArrays ordered(int[] contraction) {
        return new StreetArrays(lon, lat, firstOut, head, along, against, firstPoint, pointLon, pointLat, roadClass, measure, ferries,
                openEnds, contraction);
    }

    StreetArrays openAt(int[] ends) {
        return new StreetArrays(lon, lat, firstOut, head, along, against, firstPoint, pointLon, pointLat, roadClass, measure, ferries,
                ends, order);
    }

    StreetGraph graph() {
        BitSet open = new BitSet(nodes());
        for (int node : openEnds) {
            open.set(node);
        }
        return new StreetGraph(lon, lat, firstOut, head, open,
                new StreetShapes(along, against, firstPoint, pointLon, pointLat, roadClass));
    }
}
