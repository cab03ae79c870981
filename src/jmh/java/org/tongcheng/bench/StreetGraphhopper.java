package org.tongcheng.bench;

import com.graphhopper.isochrone.algorithm.ContourBuilder;
import com.graphhopper.isochrone.algorithm.JTSTriangulator;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.isochrone.algorithm.ShortestPathTree.IsoLabel;
import com.graphhopper.isochrone.algorithm.Triangulator;
import com.graphhopper.routing.RouterConfig;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.time.Duration;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tongcheng.network.StreetShapes;
import org.tongcheng.network.Streets;

/**
 * GraphHopper 11 on the same nodes, arcs, courses and times as ours: its tree of shortest paths, and its isochrone, put together from
 * its parts as its web service's resource does (one bucket, tolerance 0).
 *
 * <p>Threads: for one.
 */
final class StreetGraphhopper {

    /** The resource lets the tree grow so far beyond the limit, for the contour to pass between nodes on both sides of it. */
    private static final double MARGIN_SHARE = 0.14;
    private static final double MARGIN_MILLIS = 200_000;

    private final BaseGraph graph;
    private final StreetWeighting weighting;

    StreetGraphhopper(Streets streets) {
        StreetShapes shapes = streets.graph().shapes();
        graph = new BaseGraph.Builder(1).setDir(new RAMDirectory()).create();
        NodeAccess nodes = graph.getNodeAccess();
        for (int node = 0; node < streets.nodes(); node++) {
            nodes.setNode(node, streets.lat(node), streets.lon(node));
        }
        for (int edge = 0; edge < shapes.edges(); edge++) {
            EdgeIteratorState made = graph.edge(streets.head(shapes.against(edge)), streets.head(shapes.along(edge))).setDistance(1);
            PointList inner = new PointList();
            for (int point = shapes.firstPoint(edge); point < shapes.firstPoint(edge + 1); point++) {
                inner.add(shapes.lat(point), shapes.lon(point));
            }
            made.setWayGeometry(inner);
        }
        graph.freeze();
        weighting = new StreetWeighting(streets);
    }

    void tree(int origin, Duration limit, Consumer<IsoLabel> labels) {
        ShortestPathTree tree = new ShortestPathTree(graph, weighting, false, TraversalMode.NODE_BASED);
        tree.setTimeLimit(limit.toMillis());
        tree.search(origin, labels);
    }

    /** All parts with their holes: what its service answers with {@code full_geometry=true}. */
    MultiPolygon isochrone(int origin, Duration limit) {
        Snap snap = snap(origin);
        QueryGraph queried = QueryGraph.create(graph, snap);
        ShortestPathTree tree = new ShortestPathTree(queried, queried.wrapWeighting(weighting), false, TraversalMode.NODE_BASED);
        double millis = limit.toMillis();
        tree.setTimeLimit(millis + Math.max(millis * MARGIN_SHARE, MARGIN_MILLIS));
        Triangulator.Result cut = new JTSTriangulator(new RouterConfig()).triangulate(snap, queried, tree, label -> label.time, 0);
        return new ContourBuilder(cut.triangulation).computeIsoline(millis, cut.seedEdges);
    }

    /** The shell of the part that holds the origin, else of the largest: what its service answers by default. */
    static Geometry shell(MultiPolygon isochrone, Coordinate origin) {
        Point point = isochrone.getFactory().createPoint(origin);
        Polygon main = null;
        for (int i = 0; i < isochrone.getNumGeometries(); i++) {
            Polygon part = (Polygon) isochrone.getGeometryN(i);
            if (part.contains(point)) {
                return part.getFactory().createPolygon(part.getExteriorRing());
            }
            main = main == null || part.getNumPoints() > main.getNumPoints() ? part : main;
        }
        return main == null ? isochrone : main.getFactory().createPolygon(main.getExteriorRing());
    }

    private Snap snap(int node) {
        NodeAccess nodes = graph.getNodeAccess();
        Snap snap = new Snap(nodes.getLat(node), nodes.getLon(node));
        EdgeIterator edges = graph.createEdgeExplorer().setBaseNode(node);
        edges.next();
        snap.setClosestNode(node);
        snap.setClosestEdge(edges.detach(false));
        snap.setWayIndex(0);
        snap.setQueryDistance(0);
        snap.setSnappedPosition(Snap.Position.TOWER);
        snap.calcSnappedPoint(DistanceCalcEarth.DIST_EARTH);
        return snap;
    }
}
