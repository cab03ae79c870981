package org.tongcheng.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.tongcheng.network.Network;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Direction;
import org.tongcheng.reach.Isochrones;
import org.tongcheng.reach.Search;
import org.tongcheng.reach.TravelTimes;

/**
 * What streets hold on the heap once an hour has been searched and drawn on them: graph, courses, times, order, index of the
 * ground, hierarchy, mesh of isochrones, scratch memory of one thread. Nothing is mapped from disk here.
 */
final class StreetMemory {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int COLLECTIONS = 4;

    private StreetMemory() {}

    /** Streets and all that hangs on them. */
    private record Held(Network network, Isochrones isochrones) {

        static Held build(String profile) throws IOException {
            Streets streets = StreetFile.streets(StreetFile.FILE, profile);
            Held held = new Held(PlainNetwork.of(streets), Isochrones.of(streets));
            TravelTimes times = Search.run(held.network, List.of(PlainNetwork.at(streets, streets.nodes() / 2)), Direction.FROM, HOUR);
            for (Isochrones.Detail detail : Isochrones.Detail.values()) {
                held.isochrones.areas(List.of(times), Isochrones.Combine.UNION, detail, (int) HOUR.toMillis());
            }
            return held;
        }
    }

    /** Bytes a node of the streets that a profile travels. */
    static double bytesPerNode(String profile) throws IOException {
        int nodes = Held.build(profile).network().streets().nodes();
        long before = used();
        Held held = Held.build(profile);
        long after = used();
        if (held.network().streets().nodes() != nodes) {
            throw new IllegalStateException("one file gave two networks");
        }
        return (after - before) / (double) nodes;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
