package org.tongcheng.planning.delineate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.Unit;

/**
 * Which tiles lie beside each other: those that meet, and those at most five kilometres apart with no third between, as an island is
 * from its shore. Of one thread; what was compared is kept.
 */
final class Neighbours {

    /** Wider than the straits that China's bridges of everyday use cross, narrower than any county. */
    static final double MOST_METRES = 5000;

    private final Map<String, Unit> tiles = new LinkedHashMap<>();
    private final STRtree tree = new STRtree();
    private final Map<String, List<String>> beside = new HashMap<>();

    Neighbours(Collection<Unit> all) {
        all.forEach(tile -> {
            tiles.put(tile.adcode(), tile);
            tree.insert(tile.geometry().getEnvelopeInternal(), tile);
        });
        tree.build();
    }

    /** Those of the chosen tiles that hang together with the first one, itself among them. */
    Set<String> connected(String first, Set<String> chosen) {
        Set<String> seen = new LinkedHashSet<>(Set.of(first));
        ArrayDeque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (String other : beside.computeIfAbsent(next.remove(), this::besides)) {
                if (chosen.contains(other) && seen.add(other)) {
                    next.add(other);
                }
            }
        }
        return seen;
    }

    private List<String> besides(String adcode) {
        Unit tile = tiles.get(adcode);
        List<String> found = new ArrayList<>();
        for (Unit other : near(Geodesy.around(tile.geometry().getEnvelopeInternal(), MOST_METRES))) {
            if (other != tile && meet(tile, other)) {
                found.add(other.adcode());
            }
        }
        return found;
    }

    private boolean meet(Unit a, Unit b) {
        double metres = Geodesy.distanceMetres(a.geometry(), b.geometry());
        if (metres > MOST_METRES) {
            return false;
        }
        Geometry way = Overlap.between(a.geometry(), b.geometry());
        return metres <= accuracy(a) + accuracy(b) || near(way.getEnvelopeInternal()).stream()
                .noneMatch(third -> third != a && third != b && third.geometry().intersects(way));
    }

    private static double accuracy(Unit unit) {
        return unit.accuracyM() == null ? 0 : unit.accuracyM();
    }

    @SuppressWarnings("unchecked")
    private List<Unit> near(Envelope box) {
        return tree.query(box);
    }
}
