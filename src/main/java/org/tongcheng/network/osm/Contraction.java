package org.tongcheng.network.osm;

import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.CHStorage;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.util.EdgeIteratorState;
import org.tongcheng.network.Streets;

/**
 * Finds the order of contraction by GraphHopper's preparation (Geisberger, Sanders, Schultes, Delling: Contraction hierarchies, 2008,
 * doi:10.1007/978-3-540-68552-4_24), on our numbering and our measures. Its shortcuts are let go: an order holds for any times on the
 * same streets, if not equally well.
 */
final class Contraction {

    private Contraction() {}

    /** All nodes, the least important first. */
    static int[] order(StreetArrays streets) {
        BaseGraph graph = new BaseGraph.Builder(1).setDir(new RAMDirectory()).create();
        int nodes = streets.nodes();
        graph.getNodeAccess().ensureNode(nodes - 1);
        for (int edge = 0; edge < streets.edges(); edge++) {
            graph.edge(streets.head()[streets.against()[edge]], streets.head()[streets.along()[edge]]).setDistance(1);
        }
        graph.freeze();
        CHConfig config = CHConfig.nodeBased("order", new Measures(streets));
        CHStorage levels = PrepareContractionHierarchies.fromGraph(graph, config).doWork().getCHStorage();
        int[] order = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            order[levels.getLevel(levels.toNodePointer(node))] = node;
        }
        levels.close();
        graph.close();
        return order;
    }

    /** The arcs' own measures as weights; a thousandth, because GraphHopper keeps weights to three decimals. */
    private record Measures(StreetArrays streets) implements Weighting {

        private static final double SCALE = 1e-3;

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            int number = edge.getEdge();
            int along = streets.along()[number];
            boolean turned = edge.getBaseNode() != streets.head()[streets.against()[number]];
            int measure = streets.measure()[turned != reverse ? streets.against()[number] : along];
            return measure == Streets.UNREACHED ? Double.POSITIVE_INFINITY : measure * SCALE;
        }

        @Override
        public double calcMinWeightPerDistance() {
            return SCALE;
        }

        @Override
        public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
            return Math.round(calcEdgeWeight(edge, reverse) / SCALE);
        }

        @Override
        public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
            return 0;
        }

        @Override
        public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
            return 0;
        }

        @Override
        public boolean hasTurnCosts() {
            return false;
        }

        @Override
        public String getName() {
            return "measures";
        }
    }
}
