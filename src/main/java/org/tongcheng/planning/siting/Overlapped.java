package org.tongcheng.planning.siting;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.LocalPlane;
import org.tongcheng.geometry.Overlap;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.ProposedSite;

/**
 * At most such a share of the site may overlap the layer; a point lies in it wholly or not at all. The share is told from below and
 * above by what the accuracies leave open.
 *
 * @param most from 0 to 1
 */
record Overlapped(Layer layer, double most) implements RuleTest {

    @Override
    public String type() {
        return "share";
    }

    @Override
    public Limit limit() {
        return Limit.atMost(most, "1");
    }

    @Override
    public Finding measure(ProposedSite site, Surroundings around) {
        List<Lie> lies = around.near(layer, site, 0).stream().filter(LayerFeature::isArea).map(f -> Lie.of(site, f))
                .filter(lie -> lie.metres() <= layer.nearM()).toList();
        if (lies.isEmpty()) {
            return Finding.noneNear(layer, Outside.POLYGON);
        }
        List<Lie> touching = lies.stream().filter(Lie::mayOverlap).toList();
        Lie nearest = lies.stream().min(Comparator.comparingDouble(Lie::metres)).orElseThrow();
        return touching.isEmpty() ? finding(site, Finding.State.MET, 0, List.of(nearest), null) : touched(site, touching);
    }

    private Finding touched(ProposedSite site, List<Lie> touching) {
        Geometry union = Parts.union(touching.stream().map(lie -> lie.feature().geometry()).toList());
        Geometry common = Overlap.common(site.geometry(), union);
        double best = share(site, common);
        boolean sure = touching.stream().allMatch(lie -> lie.tolerance() != null && !lie.feature().isModelled());
        double tolerance = touching.stream().map(Lie::tolerance).filter(Objects::nonNull).mapToDouble(d -> d).max().orElse(0);
        double low = sure ? low(site, common, union, tolerance) : 0;
        double high = sure ? high(site, union, tolerance) : 1;
        Finding.State state = low > most ? Finding.State.BROKEN : high <= most ? Finding.State.MET : Finding.State.UNCERTAIN;
        return finding(site, state, best, touching, common.isEmpty() || state == Finding.State.MET ? null : common);
    }

    private static double share(ProposedSite site, Geometry common) {
        return site.isArea() ? Geodesy.areaSquareMetres(common) / Geodesy.areaSquareMetres(site.geometry()) : common.isEmpty() ? 0 : 1;
    }

    private static double low(ProposedSite site, Geometry common, Geometry union, double tolerance) {
        if (common.isEmpty() || tolerance <= 0) {
            return share(site, common);
        }
        if (!site.isArea()) {
            return Geodesy.distanceMetres(site.geometry(), union.getBoundary()) > tolerance ? 1 : 0;
        }
        Geometry edge = Parts.clipped(union.getBoundary(), site.geometry(), tolerance);
        return edge.isEmpty() ? share(site, common)
                : share(site, OverlayNGRobust.overlay(common, Geodesy.buffer(List.of(edge), tolerance), OverlayNG.DIFFERENCE));
    }

    private static double high(ProposedSite site, Geometry union, double tolerance) {
        return site.isArea() ? share(site, Parts.within(site.geometry(), union, tolerance))
                : Geodesy.distanceMetres(site.geometry(), union) <= tolerance ? 1 : 0;
    }

    private Finding finding(ProposedSite site, Finding.State state, double share, List<Lie> lies, Geometry common) {
        double rounded = Math.round(share * 1e6) / 1e6;
        String relation = state == Finding.State.BROKEN ? "overlaps" : state == Finding.State.UNCERTAIN ? "may-overlap" : "nearest";
        return new Finding(state, new Measure(rounded, "1"), lies.get(0).tolerance(), common == null ? null : Shared.of(site, common),
                lies.stream().map(lie -> lie.concerned(relation)).toList(), common, why(state, rounded, lies.get(0)),
                lies.stream().map(Lie::feature).toList());
    }

    private Text why(Finding.State state, double share, Lie first) {
        if (state == Finding.State.UNCERTAIN) {
            return Doubt.of(layer, first);
        }
        String is = percent(share);
        String must = percent(most);
        return new Text("与“" + layer.title().zh() + "”重叠" + is + "，要求不大于" + must,
                is + " of the site overlaps '" + layer.title().en() + "'; at most " + must + " may");
    }

    private static String percent(double share) {
        return AnswerNumbers.plain(Math.round(share * 1e4) / 1e2) + "%";
    }

    @Override
    public Ground ground(ProposedSite site, Surroundings around, double metres, LocalPlane plane) {
        return new Outside(layer).ground(site, around, metres, plane);
    }
}
