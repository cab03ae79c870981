package org.tongcheng.bench;

import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.network.Overlay;
import org.tongcheng.network.Streets;

/** Streets without any line, and points at their nodes. */
final class PlainNetwork {

    private PlainNetwork() {}

    static Network of(Streets streets) {
        Overlay none = Overlay.of(streets.nodes(), 0, new int[0], new int[0], new int[0], new int[0]);
        return new Network(null, streets, List.of(), List.of(), List.of(), none, none, List.of(), 1000);
    }

    static Foothold at(Streets streets, int node) {
        return new Foothold(streets.lon(node), streets.lat(node), new int[] {node}, new int[] {0});
    }
}
