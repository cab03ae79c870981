package org.tongcheng.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.tongcheng.network.StreetGraph;
import org.tongcheng.network.Streets;
import org.tongcheng.reach.Isochrones;

/** The land cut for drawing, kept for the streets that stand: a sketch is one graph, real streets are one for cars and one on foot. Threads: safe for many. */
public final class IsochroneCache {

    private final Cache<StreetGraph, Isochrones> byGraph = Caffeine.newBuilder().maximumSize(2).build();

    public Isochrones on(Streets streets) {
        if (streets.parts().size() > 1) {
            return Isochrones.beside(streets.parts().stream().map(this::on).toList());
        }
        return byGraph.get(streets.graph(), graph -> Isochrones.of(streets));
    }
}
