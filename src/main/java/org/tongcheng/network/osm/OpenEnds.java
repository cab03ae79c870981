package org.tongcheng.network.osm;

import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.StreetShapes;

/**
 * Finds the nodes where streets end although they go on in truth, because the file does not hold the rest. Three signs, any of which
 * suffices:
 *
 * <ol>
 *   <li>a way names a next node that the file lacks: extracts that keep no node outside their border;
 *   <li>the node lies outside the bounds in the file's header: extracts that keep whole the ways that cross their border. What joins
 *       these ways out there is missing;
 *   <li>a road of class secondary or above ends in nothing: extracts cut by a polygon with whole ways, whose header tells no more than
 *       the polygon's bounding box. Such roads hardly ever end in truth. Lesser streets cut by a polygon cannot be told from dead ends,
 *       so that an answer is called truncated once it comes to the main roads out.
 * </ol>
 */
final class OpenEnds {

    private OpenEnds() {}

    /**
     * @param cutAt  places where a way names a node that the file lacks, by {@link OsmReading#key}
     * @param bounds what the file is meant to hold, or null
     */
    static int[] of(StreetArrays streets, Set<Long> cutAt, Envelope bounds) {
        boolean[] main = new boolean[streets.nodes()];
        for (int edge = 0; edge < streets.edges(); edge++) {
            if (streets.roadClass()[edge] <= RoadClass.SECONDARY.ordinal()) {
                main[streets.head()[streets.along()[edge]]] = true;
                main[streets.head()[streets.against()[edge]]] = true;
            }
        }
        return IntStream.range(0, streets.nodes())
                .filter(node -> cutAt.contains(OsmReading.key(streets.lon()[node], streets.lat()[node]))
                        || isOutside(streets, node, bounds)
                        || main[node] && streets.firstOut()[node + 1] - streets.firstOut()[node] == 1)
                .toArray();
    }

    private static boolean isOutside(StreetArrays streets, int node, Envelope bounds) {
        return bounds != null
                && !bounds.contains(streets.lon()[node] * StreetShapes.DEGREES, streets.lat()[node] * StreetShapes.DEGREES);
    }
}
