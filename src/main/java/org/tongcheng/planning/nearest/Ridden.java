package org.tongcheng.planning.nearest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Network;
import org.tongcheng.reach.TravelTimes;

/**
 * One line ridden without leaving it.
 *
 * @param corridor id of its corridor
 * @param from     id of the stop where one boards it or enters the road; of a vertex that is no stop the corridor's with the vertex's number
 * @param fromName what people call it; null where it has no name
 * @param to       where one leaves it
 * @param toName   likewise
 */
record Ridden(String corridor, String from, String fromName, String to, String toName) {

    /** Reads ways off the stops of a network's lines. Threads: immutable. */
    static final class Book {

        private final Network network;
        private final Map<Integer, Corridor.Stop> byNode = new HashMap<>();

        Book(Network network) {
            this.network = network;
            network.lineStops().forEach(stop -> {
                byNode.put(stop.arriving(), stop.stop());
                byNode.put(stop.departing(), stop.stop());
            });
        }

        /** What is ridden on the shortest way to a point, in the order of travel. */
        List<Ridden> to(Foothold at, TravelTimes times) {
            List<Ridden> ridden = new ArrayList<>();
            TravelTimes.Ride before = null;
            for (TravelTimes.Ride ride : times.ridesTo(at)) {
                Corridor.Stop from = byNode.get(ride.from());
                Corridor.Stop to = byNode.get(ride.to());
                if (from == null || to == null) {
                    continue;
                }
                String corridor = network.corridors().get(ride.corridor()).id();
                boolean goesOn = before != null && before.corridor() == ride.corridor() && before.to() == ride.from();
                Ridden boarded = goesOn ? ridden.remove(ridden.size() - 1) : new Ridden(corridor, from.id(), from.name(), null, null);
                ridden.add(new Ridden(corridor, boarded.from(), boarded.fromName(), to.id(), to.name()));
                before = ride;
            }
            return ridden;
        }
    }
}
