package org.tongcheng.bench;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import org.tongcheng.network.Streets;

/** The streets' own milliseconds as weights for GraphHopper: plainer, and so faster, than the model that it would evaluate. */
record StreetWeighting(Streets streets) implements Weighting {

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        int along = streets.graph().shapes().along(edge.getEdge());
        boolean turned = edge.getAdjNode() != streets.head(along);
        int millis = turned == reverse ? streets.millis(along) : streets.millisBack(along);
        return millis == Streets.UNREACHED ? Double.POSITIVE_INFINITY : millis;
    }

    @Override
    public double calcMinWeightPerDistance() {
        return 1;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return (long) calcEdgeWeight(edge, reverse);
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
        return "millis";
    }
}
