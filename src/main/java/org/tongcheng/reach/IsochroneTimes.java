package org.tongcheng.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.network.Foothold;
import org.tongcheng.network.Streets;

/**
 * What an isochrone is drawn from: when each node of the streets is reached, and the places off the nodes.
 *
 * @param nodeMillis by node; {@link Streets#UNREACHED} where it is not reached
 * @param seeds      origins and stops
 */
record IsochroneTimes(int[] nodeMillis, List<IsochroneSeed> seeds) {

    /** Of a search; stops later than {@code withinMillis} are left out. */
    static IsochroneTimes of(TravelTimes times, int withinMillis) {
        Streets streets = times.network().streets();
        int[] millis = new int[streets.nodes()];
        Arrays.fill(millis, Streets.UNREACHED);
        for (int p = 0; p < times.pages(); p++) {
            if (times.page(p) != null) {
                int first = p * TravelTimes.PAGE_NODES;
                System.arraycopy(times.page(p), 0, millis, first, Math.min(TravelTimes.PAGE_NODES, millis.length - first));
            }
        }
        List<IsochroneSeed> seeds = new ArrayList<>();
        times.origins().forEach(origin -> addSeed(seeds, streets, origin, 0));
        times.stops(withinMillis).forEach(stop -> addSeed(seeds, streets, stop.place().foothold(), stop.millis()));
        return new IsochroneTimes(millis, seeds);
    }

    /** The pace is that of the way to the farthest of its nodes; a place on a node needs no seed. */
    private static void addSeed(List<IsochroneSeed> seeds, Streets streets, Foothold at, int millis) {
        double metres = 0;
        int way = 0;
        for (int i = 0; i < at.nodes().length; i++) {
            int node = at.nodes()[i];
            double away = IsochroneLattice.metres(at.lon(), at.lat(), streets.lon(node), streets.lat(node));
            if (away > metres) {
                metres = away;
                way = at.millis()[i];
            }
        }
        if (way > 0 && metres > 0) {
            seeds.add(new IsochroneSeed(at.lon(), at.lat(), millis, way / metres));
        }
    }
}
