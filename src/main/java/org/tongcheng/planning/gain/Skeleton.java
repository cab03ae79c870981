package org.tongcheng.planning.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Place;

/**
 * The nodes of the players' lines in a network with the full plan, and how they touch each other and what is there without them.
 * They are numbered from 0 here. Threads: immutable.
 */
final class Skeleton {

    private static final int NOBODY = -1;

    private final Network network;
    private final int[] nodes;
    private final int[] players;
    private final BitSet closed = new BitSet();
    private final BitSet leading = new BitSet();
    private final int[] numberOfOwn;

    private Skeleton(Network network, int[] owners) {
        this.network = network;
        int streets = network.streets().nodes();
        int count = (int) Arrays.stream(owners).filter(o -> o != NOBODY).count();
        nodes = new int[count];
        players = new int[count];
        numberOfOwn = new int[owners.length];
        Arrays.fill(numberOfOwn, -1);
        int next = 0;
        for (int own = 0; own < owners.length; own++) {
            if (owners[own] != NOBODY) {
                nodes[next] = streets + own;
                players[next] = owners[own];
                numberOfOwn[own] = next++;
                closed.set(streets + own);
            }
        }
        for (int k = 0; k < count; k++) {
            // Between stations one is there where one has left the line.
            leading.set(k, network.isOfStations() && network.isPlace(nodes[k]));
            for (int arc = network.forward().first(nodes[k]); arc < network.forward().end(nodes[k]); arc++) {
                if (number(network.forward().head(arc)) < 0) {
                    leading.set(k);
                }
            }
        }
    }

    /** @param network with the full plan; players none of whose lines are in it have no nodes */
    static Skeleton of(Network network, List<Player> players) {
        Map<String, Integer> byCorridor = new HashMap<>();
        for (int p = 0; p < players.size(); p++) {
            for (Corridor row : players.get(p).rows()) {
                byCorridor.put(row.id(), p);
            }
        }
        int streets = network.streets().nodes();
        int[] owners = new int[network.nodes() - streets];
        for (int own = 0; own < owners.length; own++) {
            String corridor = corridor(network, streets + own);
            owners[own] = corridor == null ? NOBODY : byCorridor.getOrDefault(corridor, NOBODY);
        }
        return new Skeleton(network, owners);
    }

    /** Whose a node of the lines is: a place says so, a platform is ridden to or from or entered from its place. */
    private static String corridor(Network network, int node) {
        if (network.isPlace(node)) {
            return network.place(node).corridor();
        }
        String entered = null;
        for (Overlay overlay : List.of(network.forward(), network.backward())) {
            for (int arc = overlay.first(node); arc < overlay.end(node); arc++) {
                if (overlay.corridor(arc) != Overlay.NO_CORRIDOR) {
                    return network.corridors().get(overlay.corridor(arc)).id();
                }
                if (network.isPlace(overlay.head(arc))) {
                    Place place = network.place(overlay.head(arc));
                    entered = place.corridor();
                }
            }
        }
        return entered;
    }

    Network network() {
        return network;
    }

    int size() {
        return nodes.length;
    }

    /** Number in the network. */
    int node(int k) {
        return nodes[k];
    }

    int player(int k) {
        return players[k];
    }

    /** Its number here, or -1 where a node of the network is none of the players'. */
    int number(int node) {
        int own = node - network.streets().nodes();
        return own < 0 ? -1 : numberOfOwn[own];
    }

    /** All of them by their numbers in the network. */
    BitSet closed() {
        return closed;
    }

    /** Those from which a way leads off the players' lines, or at which it ends, in the order of their numbers. */
    List<Integer> leading() {
        return leading.stream().boxed().toList();
    }

    /** The arcs of a node to others here: number and milliseconds by turns. */
    int[] arcs(int k) {
        List<Integer> arcs = new ArrayList<>();
        Overlay overlay = network.forward();
        for (int arc = overlay.first(nodes[k]); arc < overlay.end(nodes[k]); arc++) {
            int to = number(overlay.head(arc));
            if (to >= 0) {
                arcs.add(to);
                arcs.add(overlay.millis(arc));
            }
        }
        return arcs.stream().mapToInt(Integer::intValue).toArray();
    }
}
