package org.tongcheng.planning.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.AnswerFeature;

/** Measures two sites against a rule and says how sure that is. Of one thread. */
final class Judge {

    private static final Text UNKNOWN = new Text("至少一方未注明精度", "the accuracy of at least one of them is unknown");
    private static final Text CLOSE = new Text(
            "实测与规则之差小于双方精度之和", "measured and required differ by less than the accuracies of both");
    private static final Text DISC = new Text(
            "至少一方是代表所述面积的圆，不是实际边界", "at least one of them is a disc that stands for a stated area, no real outline");
    private static final Text HOST = new Text(
            "至少一方位于界线哪一侧尚不确定", "on which side of the border at least one of them lies is not sure");

    private final Borders borders;

    Judge(Borders borders) {
        this.borders = borders;
    }

    /** How two sites lie, metres. */
    private record Lie(double distance, double depth, Geometry common) {

        static Lie of(Geometry a, Geometry b) {
            Geometry common = Overlap.common(a, b);
            return new Lie(Geodesy.distanceMetres(a, b), Overlap.depthMetres(a, b, common), common);
        }

        /** By how much the rule is broken as drawn; negative where it is kept. */
        double breach(double required) {
            return required > 0 ? required - distance : depth > 0 ? depth : -distance;
        }

        /** Two lines cross, or a point stands on a line, without depth; touching areas share nothing. */
        boolean meetsWithoutDepth() {
            return depth == 0 && !common.isEmpty();
        }
    }

    /** Empty where the rule is kept for sure, or they do not stand across a border. */
    Optional<AnswerFeature> judge(ConflictRule rule, Site first, Site second) {
        Lie lie = Lie.of(first.geometry(), second.geometry());
        double required = rule.distance().valueM();
        double breach = lie.breach(required);
        Double accuracy = first.accuracyM() == null || second.accuracyM() == null ? null : first.accuracyM() + second.accuracyM();
        boolean broken = breach > 0 || required == 0 && lie.meetsWithoutDepth();
        if (!broken && (accuracy == null || breach + accuracy <= 0)) {
            return Optional.empty();
        }
        Optional<Borders.Across> across = borders.across(first, second);
        if (across.isEmpty()) {
            return Optional.empty();
        }
        List<Text> why = new ArrayList<>();
        if (accuracy == null) {
            why.add(UNKNOWN);
        } else if (breach < accuracy || breach <= 0) {
            why.add(CLOSE);
        }
        if (first.isModelled() || second.isModelled()) {
            why.add(DISC);
        }
        if (!across.get().sure()) {
            why.add(HOST);
        }
        return Optional.of(feature(rule, first, second, lie, across.get(), accuracy, why));
    }

    private AnswerFeature feature(
            ConflictRule rule, Site first, Site second, Lie lie, Borders.Across across, Double accuracy, List<Text> why) {
        boolean areas = first.geometry() instanceof Polygonal && second.geometry() instanceof Polygonal;
        Double overlap = areas ? Double.valueOf(Math.rint(Geodesy.areaSquareMetres(lie.common())) / 1e6) : null;
        Conflict conflict = new Conflict(rule.id(), why.isEmpty() ? Conflict.CERTAIN : Conflict.UNCERTAIN, why,
                Math.round(lie.distance()), rule.distance().valueM(), accuracy, overlap, across.units(),
                side(first, rule.first()), side(second, rule.second()), rule.reason(), rule.basis(), rule.distance().restsOn());
        Geometry where = lie.common().isEmpty() ? Overlap.between(first.geometry(), second.geometry()) : lie.common();
        return new AnswerFeature(rule.id() + ":" + first.ref() + ":" + second.ref(), where, conflict);
    }

    private Conflict.Side side(Site site, String kind) {
        Hosts hosts = borders.hosts(site);
        return new Conflict.Side(site.ref(), site.name(), kind, hosts.possible(), hosts.basis(), site.accuracyM(), site.method());
    }
}
