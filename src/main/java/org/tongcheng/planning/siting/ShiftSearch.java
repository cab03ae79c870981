package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.ProposedSite;

/**
 * Looks for the nearest place where a site is in no conflict: along so many bearings, outwards in steps, in a plane of metres where the
 * ground that rules keep is widened by all that anything may be off; the first free step of each bearing is narrowed down to a metre,
 * and the nearest of them is held against every rule again before it is named. An opening narrower than a step may be missed, and
 * between two bearings a place may be 0.12 % nearer. Of one thread.
 */
final class ShiftSearch {

    static final double FARTHEST_METRES = 5000;

    /** Ground is read in widening circles: most shifts are short, and dense layers are large. */
    private static final List<Double> CIRCLES = List.of(600.0, 2000.0, FARTHEST_METRES);

    private static final int BEARINGS = 64;
    private static final double STEP_METRES = 100;
    private static final double FINE_METRES = 1;

    /** Neighbours' outlines leave gaps: so much of a site may lie in them, wherever it stands. */
    private static final double BORDER_SLIVERS = 0.01;

    /** How many places are held against every rule at the most. */
    private static final int MOST_TRIALS = 24;

    private static final Text SEARCHED = new Text(
            "沿64个方向、每100米向外试到5公里，再细到1米，并按全部规则复核；窄于100米的空隙可能漏掉",
            "looked for along 64 bearings in steps of 100 m out to 5 km, narrowed down to a metre and held against every rule again;"
                    + " openings narrower than 100 m may be missed");

    private final Judged judged;
    private final Surroundings around;
    private final LocalPlane plane;
    private final Geometry flat;
    private final PreparedGeometry land;
    private final double onLand;
    private KeptGround kept;
    private List<PreparedGeometry> held;
    private int trials;

    /** A place in the plane. */
    private record Candidate(double metres, double bearing) {}

    /** @param units all of them: what stands on some unit's land stays on it, with as much of its ground */
    ShiftSearch(Judged judged, Surroundings around, Layer units) {
        this.judged = judged;
        this.around = around;
        this.plane = LocalPlane.at(judged.site().geometry().getEnvelopeInternal().centre().x);
        this.flat = plane.toMetres(judged.site().geometry());
        this.land = land(units);
        this.onLand = land == null ? 0 : shareOnLand(flat);
    }

    /** Null where the site stands on no unit's land as drawn. */
    private PreparedGeometry land(Layer units) {
        ProposedSite site = judged.site();
        List<Geometry> near = around.within(units, site.geometry().getEnvelopeInternal(), FARTHEST_METRES).stream()
                .map(unit -> Parts.clipped(unit.geometry(), site.geometry(), FARTHEST_METRES)).toList();
        Geometry all = Parts.union(near);
        return all.intersects(site.geometry()) ? PreparedGeometryFactory.prepare(plane.toMetres(all)) : null;
    }

    /** Of an area how much of it, of a point all or nothing. */
    private double shareOnLand(Geometry place) {
        if (land.covers(place)) {
            return 1;
        }
        return place.getArea() == 0 ? 0 : Overlap.common(land.getGeometry(), place).getArea() / place.getArea();
    }

    Shift search() {
        double from = 0;
        for (double circle : CIRCLES) {
            if (!gather(circle)) {
                return none();
            }
            for (double metres = from + STEP_METRES; metres <= circle; metres += STEP_METRES) {
                for (Candidate candidate : ring(metres)) {
                    Optional<Shift> found = tried(candidate);
                    if (found.isPresent()) {
                        return found.get();
                    }
                    if (trials >= MOST_TRIALS) {
                        return none();
                    }
                }
            }
            from = circle;
        }
        return none();
    }

    private static Shift none() {
        return new Shift(null, null, null, List.of(), null, SEARCHED);
    }

    /** The ground that the rules which forbid keep or hold within so many metres; false where one that fails can be met nowhere. */
    private boolean gather(double metres) {
        List<Ground.Kept> all = new ArrayList<>();
        held = new ArrayList<>();
        for (int i = 0; i < judged.rules().size(); i++) {
            if (judged.rules().get(i).otherwise() == Outcome.FAIL) {
                Ground ground = judged.rules().get(i).test().ground(judged.site(), around, metres, plane);
                all.addAll(ground.kept());
                if (ground.held() != null && !ground.held().isEmpty()) {
                    held.add(PreparedGeometryFactory.prepare(ground.held()));
                } else if (ground.held() != null && judged.outcome(i) == Outcome.FAIL) {
                    return false;
                }
            }
        }
        kept = new KeptGround(all, judged.site().geometry(), plane);
        return true;
    }

    /** The free places of a ring, each narrowed down, nearest first. */
    private List<Candidate> ring(double metres) {
        List<Candidate> free = new ArrayList<>();
        for (int i = 0; i < BEARINGS; i++) {
            double bearing = 360.0 * i / BEARINGS;
            if (isFree(moved(metres, bearing))) {
                free.add(new Candidate(narrowed(metres - STEP_METRES, metres, bearing), bearing));
            }
        }
        free.sort(Comparator.comparingDouble(Candidate::metres).thenComparingDouble(Candidate::bearing));
        return free;
    }

    private double narrowed(double taken, double free, double bearing) {
        double low = taken;
        double high = free;
        while (high - low > FINE_METRES) {
            double middle = (low + high) / 2;
            if (isFree(moved(middle, bearing))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private Geometry moved(double metres, double bearing) {
        double angle = Math.toRadians(bearing);
        return AffineTransformation.translationInstance(metres * Math.sin(angle), metres * Math.cos(angle)).transform(flat);
    }

    private boolean isFree(Geometry place) {
        if (land != null && shareOnLand(place) < onLand - BORDER_SLIVERS) {
            return false;
        }
        for (PreparedGeometry ground : held) {
            if (!ground.covers(place)) {
                return false;
            }
        }
        return kept.isClear(place);
    }

    /** Holds the site there against every rule: those that it failed must be passed, and no other failed. */
    private Optional<Shift> tried(Candidate candidate) {
        trials++;
        Geometry there = plane.toLonLat(moved(candidate.metres(), candidate.bearing()));
        Judged again = Judged.of(judged.site().at(there), judged.rules(), around);
        List<String> failed = judged.ending(Outcome.FAIL);
        if (!again.ending(Outcome.FAIL).isEmpty() || !again.ending(Outcome.PASS).containsAll(failed)) {
            return Optional.empty();
        }
        double metres = Geodesy.distanceMetres(judged.site().geometry().getCoordinate(), there.getCoordinate());
        return Optional.of(new Shift(Math.round(metres), candidate.bearing(), again.verdict(), failed, there, SEARCHED));
    }
}
