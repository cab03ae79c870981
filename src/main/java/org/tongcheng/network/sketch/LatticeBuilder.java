package org.tongcheng.network.sketch;

import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.network.StreetGraph;

/**
 * Lays the lattice over land: nodes from the rows, edges where a row, a column or a diagonal runs on land from node to node.
 * Deterministic: the same units in any order give the same nodes and edges.
 */
final class LatticeBuilder {

    /** Step from a node to its neighbour in each direction, see {@link StreetGraph}. */
    static final int[] STEP_I = {1, 0, -1, -1, 0, 1};

    static final int[] STEP_J = {0, 1, 1, 0, -1, -1};

    private final Lattice lattice;
    private final LatticeNodes nodes;
    private final byte[] directions;

    LatticeBuilder(Lattice lattice, Land land, List<Land.Stretch> rows) {
        this.lattice = lattice;
        this.nodes = new LatticeNodes(rows);
        this.directions = new byte[nodes.count()];
        nodes.forEach((node, i, j) -> {
            if (nodes.inOneRun(i, i + 1, j)) {
                join(node, node + 1, 0);
            }
        });
        for (Land.Stretch column : land.join(land.scan(Land.Family.COLUMNS))) {
            joinAlong(column, 1);
        }
        for (Land.Stretch diagonal : land.join(land.scan(Land.Family.DIAGONALS))) {
            joinAlong(diagonal, 2);
        }
    }

    LatticeNodes nodes() {
        return nodes;
    }

    private void joinAlong(Land.Stretch stretch, int direction) {
        int last = (int) Math.floor(stretch.end());
        int before = -1;
        for (int j = (int) Math.ceil(stretch.start()); j <= last; j++) {
            int node = nodes.find(direction == 1 ? stretch.line() : stretch.line() - j, j);
            if (before >= 0 && node >= 0) {
                join(before, node, direction);
            }
            before = node;
        }
    }

    private void join(int node, int other, int direction) {
        directions[node] |= (byte) (1 << direction);
        directions[other] |= (byte) (1 << direction + 3);
    }

    StreetGraph graph(List<List<Coordinate>> coast, double coastMetres) {
        int count = nodes.count();
        int[] firstOut = new int[count + 1];
        for (int node = 0; node < count; node++) {
            firstOut[node + 1] = firstOut[node] + Integer.bitCount(directions[node]);
        }
        double[] lon = new double[count];
        double[] lat = new double[count];
        int[] head = new int[firstOut[count]];
        BitSet openEnds = new BitSet(count);
        Coast sea = new Coast(coast, coastMetres);
        nodes.forEach((node, i, j) -> {
            double[] at = lattice.lonLat(i, j);
            lon[node] = at[0];
            lat[node] = at[1];
            int arc = firstOut[node];
            for (int direction = 0; direction < StreetGraph.DIRECTIONS; direction++) {
                if ((directions[node] >> direction & 1) != 0) {
                    head[arc++] = nodes.find(i + STEP_I[direction], j + STEP_J[direction]);
                }
            }
            openEnds.set(node, endsOpen(i, j, directions[node]) && !sea.isNear(at[0], at[1]));
        });
        return new StreetGraph(lon, lat, firstOut, head, directions, openEnds);
    }

    /** Whether land, as far as it is known, ends in some direction: neither a neighbour nor, past a gap, the one after it. */
    private boolean endsOpen(int i, int j, int mask) {
        for (int direction = 0; direction < StreetGraph.DIRECTIONS; direction++) {
            if ((mask >> direction & 1) == 0
                    && nodes.find(i + STEP_I[direction], j + STEP_J[direction]) < 0
                    && nodes.find(i + 2 * STEP_I[direction], j + 2 * STEP_J[direction]) < 0) {
                return true;
            }
        }
        return false;
    }
}
