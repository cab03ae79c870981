package org.tongcheng.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The grounds of streets beside each other: a point joins each of them that is near enough. */
final class GroundsBeside implements Ground {

    private final List<Ground> parts;
    private final int[] firstNode;

    /** @param firstNode number of the first node of each of the streets among all */
    GroundsBeside(List<Ground> parts, int[] firstNode) {
        this.parts = List.copyOf(parts);
        this.firstNode = firstNode;
    }

    @Override
    public Optional<Foothold> find(double lon, double lat, double withinMetres) {
        List<Foothold> found = new ArrayList<>();
        parts.forEach(part -> found.add(part.find(lon, lat, withinMetres).orElse(null)));
        return found.stream().allMatch(Objects::isNull) ? Optional.empty() : Optional.of(Foothold.beside(found, firstNode));
    }

    /** A foothold on one of the streets, among all. */
    Foothold beside(Foothold foothold, int part) {
        Foothold[] alone = new Foothold[parts.size()];
        alone[part] = foothold;
        return Foothold.beside(Arrays.asList(alone), firstNode);
    }

    @Override
    public double metresToNearest(double lon, double lat) {
        return parts.stream().mapToDouble(part -> part.metresToNearest(lon, lat)).min().orElseThrow();
    }

    @Override
    public int directMillis(Foothold from, Foothold to) {
        int best = Streets.UNREACHED;
        for (int i = 0; i < parts.size(); i++) {
            if (from.parts().get(i) != null && to.parts().get(i) != null) {
                best = Math.min(best, parts.get(i).directMillis(from.parts().get(i), to.parts().get(i)));
            }
        }
        return best;
    }

    @Override
    public Geometry land() {
        return parts.get(0).land();
    }
}
