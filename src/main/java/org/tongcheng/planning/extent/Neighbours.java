package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Records;

/** The areas near another that share no ground with it, and how wide the gap between them is. */
final class Neighbours {

    private static final double FARTHEST_METRES = 100_000;

    /** More than so many metres are in no degree less than this, up to 60° of latitude. */
    private static final double DEGREES = 1.9;

    /** @param gapM geodesic, from outline to outline, whole metres; 0 where they touch */
    record Neighbour(String feature, Text name, long gapM) {}

    private Neighbours() {}

    /** Nearest first. */
    static List<Neighbour> of(Geometry outline, Area self, Records records, List<Measured.Overlap> overlaps) {
        Envelope box = new Envelope(outline.getEnvelopeInternal());
        box.expandBy(DEGREES);
        List<Neighbour> neighbours = new ArrayList<>();
        for (Area other : records.areas()) {
            Geometry theirs = records.outline(other).geometry();
            String ref = Collections.AREAS + "/" + other.id();
            boolean looked = !other.equals(self) && Measuring.hasPolygon(theirs) && theirs.getEnvelopeInternal().intersects(box)
                    && overlaps.stream().noneMatch(o -> o.feature().equals(ref));
            if (looked) {
                double metres = Geodesy.distanceMetres(outline, theirs);
                if (metres <= FARTHEST_METRES) {
                    neighbours.add(new Neighbour(ref, other.name(), Math.round(metres)));
                }
            }
        }
        neighbours.sort(Comparator.comparingLong(Neighbour::gapM).thenComparing(Neighbour::feature));
        return neighbours;
    }
}
