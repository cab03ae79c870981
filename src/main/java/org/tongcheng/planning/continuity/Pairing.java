package org.tongcheng.planning.continuity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.tongcheng.planning.Unit;

/** Tells the ends that meet no road apart: two that face each other over a border, and those that stop short alone. Of one thread. */
final class Pairing {

    private final Tiles tiles;
    private final double tolerance;
    private final BiPredicate<End, Unit> crosses;
    private final Function<End, String> mayMeet;
    private int beyond;

    /** An end and a unit across a border near it. */
    private record AtBorder(End end, Tiles.Near across) {}

    /** Two ends that face each other. */
    private record Pair(AtBorder one, AtBorder other, double metres) {}

    /**
     * @param crosses whether the end's road runs in the unit close to the end
     * @param mayMeet a road that the end may meet after all, or null
     */
    Pairing(Tiles tiles, double toleranceM, BiPredicate<End, Unit> crosses, Function<End, String> mayMeet) {
        this.tiles = tiles;
        this.tolerance = toleranceM;
        this.crosses = crosses;
        this.mayMeet = mayMeet;
    }

    /** How many ends lie farther from every border than the tolerance, but by less than what is drawn may be off. */
    int beyond() {
        return beyond;
    }

    List<Finding> of(List<End> stubs) {
        List<AtBorder> standing = new ArrayList<>();
        for (End end : stubs) {
            List<AtBorder> of = atBorders(end, tolerance);
            standing.addAll(of);
            if (of.isEmpty() && end.accuracyM() != null && !atBorders(end, tolerance + end.accuracyM()).isEmpty()) {
                beyond++;
            }
        }
        List<Finding> findings = new ArrayList<>();
        Set<End> paired = new HashSet<>();
        for (Pair pair : pairs(standing)) {
            if (!paired.contains(pair.one().end()) && !paired.contains(pair.other().end())) {
                paired.add(pair.one().end());
                paired.add(pair.other().end());
                findings.add(offset(pair));
            }
        }
        for (AtBorder each : standing) {
            if (paired.add(each.end())) {
                findings.add(deadEnd(each));
            }
        }
        return findings;
    }

    /** Nearest first. */
    private List<AtBorder> atBorders(End end, double metres) {
        return tiles.neighbours(end.at(), end.unit(), metres).stream()
                .filter(near -> tiles.concerns(end.unit(), near.unit()) && !crosses.test(end, near.unit()))
                .map(near -> new AtBorder(end, near)).toList();
    }

    /** Closest first. */
    private List<Pair> pairs(List<AtBorder> standing) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = i + 1; j < standing.size(); j++) {
                AtBorder one = standing.get(i);
                AtBorder other = standing.get(j);
                boolean across = one.across().unit().equals(other.end().unit())
                        && other.across().unit().equals(one.end().unit());
                if (across && !one.end().road().equals(other.end().road()) && face(one.end(), other.end())) {
                    double metres = one.end().metresTo(other.end());
                    if (metres <= 2 * tolerance) {
                        pairs.add(new Pair(one, other, metres));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::metres).thenComparing(p -> p.one().end().road()).thenComparing(p -> p.other().end().road()));
        return pairs;
    }

    private static boolean face(End one, End other) {
        return one.faces(other.at()) && other.faces(one.at());
    }

    private Finding offset(Pair pair) {
        Double border = tiles.accuracyM(pair.one().end().unit(), pair.other().end().unit());
        Double error = sum(pair.one().end().accuracyM(), pair.other().end().accuracyM());
        String reason = doubt(pair.one(), border);
        reason = reason != null ? reason : doubt(pair.other(), border);
        if (reason == null && pair.metres() - error <= CorridorEnds.MEETING_METRES && mayMeet.apply(pair.one().end()) != null) {
            reason = "the two may meet";
        }
        return new Finding(Finding.OFFSET, certainty(reason), reason, round(pair.metres()), error, side(pair.one(), pair.other().end().at()),
                side(pair.other(), pair.one().end().at()),
                border(pair.one()), null);
    }

    private Finding deadEnd(AtBorder at) {
        Double border = tiles.accuracyM(at.end().unit(), at.across().unit());
        String reason = doubt(at, border);
        String met = reason == null ? mayMeet.apply(at.end()) : null;
        if (met != null) {
            reason = "may meet " + met;
        }
        Finding.Side beyond = new Finding.Side(null, null, null, nearest(at.end().at(), at.across()), at.across().unit().adcode(),
                at.across().unit().name(), border, 0.0, null);
        return new Finding(Finding.DEAD_END, certainty(reason), reason, round(at.across().metres()), sum(at.end().accuracyM(), border),
                side(at, beyond.at()), beyond, border(at), null);
    }

    /** On imported streets the two meet at a node. */
    Finding change(StreetRoads.Change change) {
        AtBorder at = new AtBorder(change.end(), change.across());
        Double border = tiles.accuracyM(change.end().unit(), change.across().unit());
        String reason = doubt(at, border);
        Finding.Side other = new Finding.Side(change.end().road(), null, change.other(), change.end().at(), change.across().unit().adcode(),
                change.across().unit().name(), StreetRoads.ACCURACY_M, null, null);
        return new Finding(Finding.CLASS_CHANGE, certainty(reason), reason, 0, 0.0, side(at, at.end().at()), other, border(at), null);
    }

    Finding change(CorridorEnds.Change change) {
        AtBorder at = new AtBorder(change.end(), change.across());
        Double error = sum(change.end().accuracyM(), change.other().accuracyM());
        Double border = tiles.accuracyM(change.end().unit(), change.across().unit());
        String reason = doubt(at, border);
        if (reason == null && (error == null || change.metres() + error > CorridorEnds.MEETING_METRES)) {
            reason = "the two may not meet";
        }
        Finding.Side other = new Finding.Side(Roads.ref(change.other()), change.other().name(), change.other().mode().label(),
                change.end().at(), change.across().unit().adcode(), change.across().unit().name(), change.other().accuracyM(), null, null);
        return new Finding(Finding.CLASS_CHANGE, certainty(reason), reason, round(change.metres()), error, side(at, at.end().at()), other,
                border(at), null);
    }

    /** Why it is not sure that the end lies on this side of the border and near it; null where it is. */
    private String doubt(AtBorder at, Double border) {
        Double error = sum(at.end().accuracyM(), border);
        if (error == null) {
            return "nobody states the accuracy of " + (border == null ? "the border" : at.end().road());
        }
        double metres = at.across().metres();
        return metres < error ? at.end().road() + " may reach the border: it ends " + Math.round(metres)
                        + " m from it, road and border are drawn to " + Math.round(error) + " m"
                : metres + error > tolerance ? at.end().road() + " may end farther from the border than " + Math.round(tolerance) + " m" : null;
    }

    private Finding.Border border(AtBorder at) {
        return new Finding.Border(Tiles.level(at.end().unit(), at.across().unit()), tiles.of(at.end().unit(), at.across().unit()),
                tiles.accuracyM(at.end().unit(), at.across().unit()));
    }

    private static Finding.Side side(AtBorder at, Coordinate other) {
        End end = at.end();
        return new Finding.Side(end.road(), end.name(), end.roadClass(), end.at(), end.unit().adcode(), end.unit().name(),
                end.accuracyM(), round(at.across().metres()), end.faces(other));
    }

    /** In the plane at the place, which over a few kilometres shows the same spot. */
    private static Coordinate nearest(Coordinate at, Tiles.Near across) {
        double shorten = Math.cos(Math.toRadians(at.y));
        AffineTransformation plane = AffineTransformation.scaleInstance(shorten, 1);
        Coordinate spot = DistanceOp.nearestPoints(plane.transform(Tiles.point(at)), plane.transform(across.unit().geometry()))[1];
        return new Coordinate(Math.rint(spot.x / shorten * 1e7) / 1e7, Math.rint(spot.y * 1e7) / 1e7);
    }

    private static String certainty(String reason) {
        return reason == null ? Finding.CERTAIN : Finding.UNCERTAIN;
    }

    static Double sum(Double a, Double b) {
        return a == null || b == null ? null : Double.valueOf(a + b);
    }

    static double round(double metres) {
        return Math.rint(metres * 10) / 10;
    }
}
